import CaseModel
import TerminalUI

extension Record {
    /// That hosts get something of a licence that is over; nil where they do not, or it is not.
    func expiry(before today: CivilDay, at event: RecordEvent) -> String? {
        guard kind == .license, let end, end < today,
            let change = event.changes.first(where: { $0.field == RecordKind.allocations }),
            (Amounts(change.new ?? "")?.total ?? 0) >= (Amounts(change.old ?? "")?.total ?? 0)
        else { return nil }
        return "Expired already: \(id) on \(end)."
    }

    /// What an act left of a licence, beside what was there before.
    ///
    /// As in `Free 600 → 100 of 2,400; gate-2 0 → 500.`
    ///
    /// - Returns: nil for an act that moved no quantity.
    func balanceChange(by event: RecordEvent) -> String? {
        guard kind == .license, let change = event.changes.first(where: { $0.field == RecordKind.allocations }) else {
            return nil
        }
        let (old, new) = (Amounts(change.old ?? "") ?? Amounts(), Amounts(change.new ?? "") ?? Amounts())
        let bought = count("quantity") ?? 0
        func grouped(_ number: Int) -> String { GroupedNumber(number).text }
        let free = "\(grouped(bought - old.total)) → \(grouped(bought - new.total)) of \(grouped(bought))"
        let hosts = Set(old.byName.keys).union(new.byName.keys).sorted().compactMap { host in
            let (before, after) = (old.byName[host] ?? 0, new.byName[host] ?? 0)
            return before == after ? nil : "\(host) \(grouped(before)) → \(grouped(after))"
        }
        return (["Free \(free)"] + hosts).joined(separator: "; ") + "."
    }
}
