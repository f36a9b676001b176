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
        return "name one (\(key(.acts)) on \(id), Renewal Contact).\(why)"
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

    /// Why somebody gets the notices of some memberships, those by rule first: each reason once, with the memberships that
    /// it is of where there are several.
    private func reasons(_ memberships: [Record], _ sheet: CustomerSheet) -> [String] {
        func isByRule(_ record: Record) -> Bool { record["naming"] == Naming.automatic.rawValue }
        let isMixed = memberships.contains { isByRule($0) != isByRule(memberships[0]) }
        var told: [(way: String, reason: String?, ids: [RecordID])] = []
        for record in memberships.filter(isByRule) + memberships.filter({ !isByRule($0) }) {
            let (way, reason) = (isByRule(record) ? "by rule" : "by name", sheet.reasons[record.id])
            if let place = told.firstIndex(where: { $0.way == way && $0.reason == reason }) {
                told[place].ids.append(record.id)
            } else if reason != nil || isMixed {
                told.append((way, reason, [record.id]))
            }
        }
        let most = 4
        let more = told.count > most ? ["And \(grouped(told.count - most)) more; each membership has its own."] : []
        return told.prefix(most).map { way, reason, ids -> String in
            let whose = memberships.count > 1 ? [listed(ids, atMost: 4)] + (isMixed ? [way] : []) : []
            return [whose.joined(separator: " "), reason ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        } + more
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
