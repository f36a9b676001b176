/// How long something may take: `<15 minutes`, `2 business hours`, `5 business days`.
public struct ClockTarget: Hashable, Sendable {
    /// What an amount is counted in.
    public enum Unit: CaseIterable, Hashable, Sendable {
        /// Minutes: of the clock, or of the calendar under business cover (domain 2.3).
        case minutes
        /// Hours: as minutes.
        case hours
        /// Hours of the calendar: plain ones under 24x7 cover (domain 2.3).
        case businessHours
        /// Days of the calendar: the same local time on a following business day.
        case businessDays
    }

    /// How many of the unit.
    public let amount: Int
    /// What is counted.
    public let unit: Unit
    /// Whether less than the amount must pass: exactly the amount is then too late.
    public let isStrict: Bool

    /// A target of `amount` units; a negative amount is none.
    public init(_ amount: Int, _ unit: Unit, isStrict: Bool = false) {
        self.amount = max(0, amount)
        self.unit = unit
        self.isStrict = isStrict
    }

    /// Whether an answer at an instant is in time: at the due time itself it is too late only under “less than”.
    public func isMet(by answer: Timestamp, due: Timestamp) -> Bool {
        isStrict ? answer < due : answer <= due
    }

    /// The amount in seconds; nil for business days, whose length the calendar tells.
    var seconds: Int64? {
        let one: Int64
        switch unit {
        case .minutes: one = 60
        case .hours, .businessHours: one = 3600
        case .businessDays: return nil
        }
        let (product, overflow) = Int64(amount).multipliedReportingOverflow(by: one)
        return overflow ? .max : product
    }
}
