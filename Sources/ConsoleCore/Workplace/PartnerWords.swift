import CaseModel
import TerminalUI

extension ListingLook {
    /// What an appointment lets a partner do for the customer: how this program reads its scope, for sources say only that
    /// a partner may act for it (domain 13, row 20).
    ///
    /// - Parameter day: the day it is for the customer.
    func scopeWords(_ appointment: Appointment, on day: CivilDay) -> String {
        let record = appointment.record
        if let removed = appointment.removedOn { return "nothing: the customer removed it on \(removed.inWords)" }
        if let end = record.end, end < day { return "nothing more: it ended on \(end.inWords)" }
        if let start = record.start, day < start { return "nothing before \(start.inWords)" }
        if let roles = CoverTerms(policy).actingRoles, !appointment.mayAct(roles) {
            return "nothing: the policy lets nobody in its role act for a customer"
        }
        return switch record["scope"] {
        case "cases": "open cases; not speak for the customer in renewals"
        case "renewals": "speak for the customer in renewals; not open cases"
        default: "open cases, and speak for the customer in renewals"
        }
    }

    /// Whether notices go to a partner: whatever its scope, they go to the contact that each membership names.
    ///
    /// - Parameter sheet: the customer; nil where it is not at hand.
    func noticeWords(_ appointment: Appointment, _ sheet: CustomerSheet?) -> String {
        let rule = "each goes to the contact of its membership"
        guard let sheet else { return rule }
        let own = memberships(naming: appointment, sheet)
        return rule
            + (own.isEmpty
                ? "; none is with this partner"
                : own.count == 1
                    ? "; that of \(own[0]) is with this partner"
                    : "; those of \(listed(own, atMost: 2)) are with this partner")
    }

    /// What of a customer's memberships names somebody of a partner as the contact.
    private func memberships(naming appointment: Appointment, _ sheet: CustomerSheet) -> [RecordID] {
        let day = policies.day(of: now, for: sheet.facts)
        return sheet.records(.membership).filter { membership in
            guard membership.end.map({ $0 >= day }) ?? true, let id = membership.contact("contact") else {
                return false
            }
            return sheet.facts.contacts.contains { $0.id == id && appointment.means($0) }
        }
        .map(\.id)
    }

    /// Records by number, as many as there is room for: `MB-1, MB-2 and 3 more`.
    func listed(_ own: [RecordID], atMost limit: Int) -> String {
        let rest = own.count - limit
        let numbers = own.prefix(limit).map(\.description)
        return (rest > 0 ? numbers + ["\(grouped(rest)) more"] : numbers).listed
    }

    /// Of every partner whose appointment holds what for it is one, and whether notices go to it.
    func partnerLines(_ sheet: CustomerSheet) -> [(record: RecordID, words: String)] {
        let day = policies.day(of: now, for: sheet.facts)
        return sheet.records(.partner).map { Appointment(record: $0) }.filter { $0.holds(on: day) }.map { appointment in
            let record = appointment.record
            let name = appointment.company.map { sheet.names.accounts[$0] ?? $0.description } ?? "somebody"
            let scope = record.kind.field("scope").map { value(record["scope"] ?? "", of: $0, sheet.names) } ?? ""
            let own = memberships(naming: appointment, sheet)
            // What is asked stands in front: a long line is cut at its end.
            let notices = own.isEmpty ? "No notices" : "Those of \(listed(own, atMost: 2))"
            return (record.id, "\(notices) to \(name), partner for \(scope)")
        }
    }
}
