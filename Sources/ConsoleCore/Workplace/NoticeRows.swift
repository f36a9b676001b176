import CaseModel
import TerminalUI

extension ListingLook {
    /// How somebody is named who gets the notices of a membership that has nobody, and why it has, as far as the rule
    /// explains it (domain 5.1).
    ///
    /// - Parameter sheet: its customer; nil where it is not at hand.
    func nobodyWords(_ id: RecordID, _ sheet: CustomerSheet?) -> String {
        let today = sheet?.ruled?.wordsOfToday { sheet?.names.contacts[$0] ?? $0.description }
        let why = (today ?? sheet?.unruled?.message).map { " " + $0.withDays } ?? ""
        return "\(key(.acts)) on \(id), Renewal Contact, names one.\(why)"
    }

    /// Which notices of some memberships were recorded, the newest of each; that none was.
    func recorded(_ memberships: [Record], _ sheet: CustomerSheet) -> [String] {
        memberships.prefix(3).map { membership in
            let sent = sheet.records(.notice).filter {
                $0.record("membership") == membership.id && $0["recipient"] != nil
            }
            guard let notice = sent.max(by: { ($0["sentAt"] ?? "") < ($1["sentAt"] ?? "") }),
                let to = notice.contact("recipient")
            else { return "No notice of the end of \(membership.id) is recorded." }
            let at = notice["sentAt"].flatMap { Timestamp(iso: $0) }.map { ", \(text($0))" } ?? ""
            let back = notice["state"] == NoticeState.bounced.rawValue ? "; it came back" : ""
            let name = sheet.facts.contacts.first { $0.id == to }?.name ?? sheet.names.contacts[to] ?? to.description
            return "The last notice of \(membership.id), \(notice.id): to \(name)\(at)\(back)."
        }
    }

    /// Who is told of which memberships, and how that person was found.
    ///
    /// - Parameter place: the place of the first row.
    func notices(
        _ memberships: [Record], _ sheet: CustomerSheet, _ revealed: Set<ContactID>, from place: Int
    ) -> [ListingRow] {
        var order: [ContactID?] = []
        for record in memberships where !order.contains(record.contact("contact")) {
            order.append(record.contact("contact"))
        }
        return order.flatMap { id -> [ListingRow] in
            let own = memberships.filter { $0.contact("contact") == id }
            let many = own.count == memberships.count ? "all \(own.count)" : "\(own.count) of \(memberships.count)"
            var cells = RowCells()
            guard let id else {
                cells.put("nobody, for \(many)", .what, .warn)
                cells.put("notices go nowhere", .state, .warn)
                guard let first = own.first?.id else { return [] }
                let why = said(
                    "No contact is named; " + nobodyWords(first, sheet), leadingTo: .own([RecordKind.membership.code]),
                    at: .record(first), place)
                let which = own.count > 1 ? ["They are \(listed(own.map(\.id), atMost: 8))."] : []
                return [
                    ListingRow(.record(first), cells.all, lines: which.map { StyledLine(Shown($0), .dim) }), why,
                ]
            }
            let contact = sheet.facts.contacts.first { $0.id == id }
            cells.put(id.description, .id)
            cells.put(contact?.name ?? sheet.names.contacts[id] ?? id.description, .what)
            let gone = contact.map { !$0.active } ?? false
            cells.put(gone ? "no longer there" : naming(own), .state, gone ? .warn : .text)
            cells.put(contact.flatMap { ways($0, revealed.contains(id)) }, .who, .dim)
            cells.put("for \(many)", .amount)
            let why = reasons(own, sheet) + [ruledToday(own, sheet)].compactMap { $0 }
            return [
                ListingRow(.contact(id), cells.all, lines: why.map { StyledLine(Shown($0.withDays, upTo: 400), .dim) })
            ]
        }
    }

    /// Why somebody gets the notices of some memberships: of each way one reason, with how many it is of.
    private func reasons(_ memberships: [Record], _ sheet: CustomerSheet) -> [String] {
        let ways = [("by rule", true), ("by name", false)].map { words, isByRule in
            (words, memberships.filter { ($0["naming"] == Naming.automatic.rawValue) == isByRule })
        }.filter { !$0.1.isEmpty }
        return ways.compactMap { words, some in
            let told = some.compactMap { sheet.reasons[$0.id] }.uniqueInOrder
            guard !told.isEmpty else { return nil }
            let more = told.count > 3 ? " And \(grouped(told.count - 3)) more; each record has its own." : ""
            return (ways.count > 1 ? "\(grouped(some.count)) \(words): " : "") + told.prefix(3).joined(separator: " ")
                + more
        }
    }

    /// Whom the rule would choose today, where it once chose another for some of these memberships.
    private func ruledToday(_ memberships: [Record], _ sheet: CustomerSheet) -> String? {
        guard let ruled = sheet.ruled, let choice = ruled.contact,
            memberships.contains(where: {
                $0["naming"] == Naming.automatic.rawValue && $0.contact("contact") != choice
            })
        else { return nil }
        return ruled.wordsOfToday { sheet.names.contacts[$0] ?? $0.description }
    }

    /// How somebody came to get the notices of some memberships: of each it may be another way.
    private func naming(_ memberships: [Record]) -> String {
        let automatic = memberships.count { $0["naming"] == Naming.automatic.rawValue }
        switch automatic {
        case 0: return "named"
        case memberships.count: return "assigned automatically"
        default: return "\(grouped(automatic)) by rule, \(grouped(memberships.count - automatic)) by name"
        }
    }
}
