/// One act in the history of a licence, and what the licence had after it.
public struct LicenseEntry: Equatable, Sendable {
    /// The event that tells it.
    public let event: RecordEvent
    /// What was done; nil for an event that changed the licence itself, such as how many were bought.
    public let act: LicenseAct?
    /// What it had then.
    public let balance: LicenseBalance
}

extension LicenseBalance {
    /// Does the acts of a history again, from nothing, and tells what the licence had after each.
    ///
    /// Only what was bought and whether it goes whole is taken from the events; every count is worked out anew. What
    /// another system said when it was taken in, an event of nobody here, is where it begins, unless the act that it
    /// tells leads there.
    public static func replay(_ events: [RecordEvent]) throws(LicenseReplayProblem) -> [LicenseEntry] {
        var entries: [LicenseEntry] = []
        var balance = LicenseBalance(purchased: 0)
        for event in events {
            let told = event.changes.first { $0.field == RecordKind.lastAct }?.new
            for change in event.changes {
                switch change.field {
                case "quantity": balance.purchased = change.new.flatMap { Int($0) } ?? 0
                case "whole": balance.isWhole = change.new == "yes"
                default: break
                }
            }
            var done = told.flatMap { LicenseAct(text: $0) }
            if event.actor.agent == nil {
                let said = balance.told(by: event)
                if event.seq == 1 || done.flatMap({ balance.after($0) }) != said { done = nil }
                balance = said
            } else if told != nil {
                guard let act = done else { throw .noAct(event.seq) }
                let again: LicenseAct
                do throws(LicenseProblem) {
                    again = try balance.apply(act)
                } catch {
                    throw .impossible(event.seq)
                }
                guard again == act else { throw .other(event.seq) }
            }
            entries.append(LicenseEntry(event: event, act: done, balance: balance))
        }
        return entries
    }

    /// What it has when an event of another system is believed.
    private func told(by event: RecordEvent) -> LicenseBalance {
        var balance = self
        for change in event.changes {
            let amounts = change.new.flatMap { Amounts($0) } ?? Amounts()
            if change.field == RecordKind.allocations { balance.allocations = amounts }
            if change.field == "files" { balance.files = amounts }
        }
        return balance
    }

    /// What an act leads to; nil where it cannot be done, or is not told as it would be.
    private func after(_ act: LicenseAct) -> LicenseBalance? {
        var balance = self
        do throws(LicenseProblem) { return try balance.apply(act) == act ? balance : nil } catch { return nil }
    }

    /// What does not hold of a licence: that its acts, done again, give what it has, and that this adds up.
    static func faults(of license: Record, _ events: [RecordEvent]) -> [String] {
        do throws(LicenseReplayProblem) {
            let now = LicenseBalance(license)
            let again = try replay(events).last?.balance ?? LicenseBalance(purchased: 0)
            var faults: [String] = []
            if now.allocations != again.allocations || now.files != again.files {
                faults.append("\(license.id): its allocations are not what its acts give.")
            }
            if now.free < 0 { faults.append("\(license.id): more is allocated than was bought.") }
            return faults
        } catch {
            switch error {
            case .noAct(let seq): return ["\(license.id), event \(seq): it holds no act that can be read."]
            case .impossible(let seq), .other(let seq): return ["\(license.id), event \(seq): it cannot have been so."]
            }
        }
    }
}

/// Why a history cannot be done again; each names the event.
public enum LicenseReplayProblem: Error, Equatable, Sendable {
    /// The act cannot be read.
    case noAct(Int)
    /// The licence stood against it.
    case impossible(Int)
    /// It was another act than it says.
    case other(Int)
}
