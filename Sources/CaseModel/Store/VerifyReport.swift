/// What a check of a store found.
public struct VerifyReport: Equatable, Sendable {
    /// Promises that do not hold, in words; empty when all is well.
    public var faults: [String]
    /// What a person may want to know though nothing is wrong, such as writes under a clock fixed by hand.
    public var remarks: [String]
    /// How many cases were looked at.
    public var cases: Int
    /// How many events were looked at.
    public var events: Int
    /// How many cases have clocks, whose due times were worked out anew.
    public var clocks = 0
    /// How many records beside cases were looked at.
    public var records = 0

    /// What was found in so many cases and events.
    public init(faults: [String] = [], remarks: [String] = [], cases: Int = 0, events: Int = 0) {
        self.faults = faults
        self.remarks = remarks
        self.cases = cases
        self.events = events
    }
}

extension VerifyReport {
    /// Notes that something does not hold; a long list of faults is cut.
    public mutating func fault(_ words: String) {
        if faults.count < 100 { faults.append(words) }
        if faults.count == 100 { faults.append("There are more faults.") }
    }

    /// Checks that somebody can keep the store.
    public mutating func check(keepersAmong agents: [Agent]) {
        guard !agents.contains(where: \.keeps) else { return }
        fault("Nobody can keep this store: no active agent with a login is its store keeper.")
    }

    /// Says how much was written under a clock fixed by hand.
    public mutating func remark(events: Int, acts: Int) {
        guard events > 0 || acts > 0 else { return }
        remarks.append("\(events) events and \(acts) acts were written under a clock fixed by hand.")
    }
}
