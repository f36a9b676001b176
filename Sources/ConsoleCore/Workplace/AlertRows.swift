import CaseModel
import TerminalUI

extension ListingLook {
    /// The alerts that somebody has to look at, the newest first.
    ///
    /// - Parameter others: how many more there are, which call others.
    func listing(_ alerts: [StandingAlert], others: Int) -> Listing {
        Listing(
            ListingColumn.columns(
                [
                    .severity: "Sev", .id: "Alert", .what: "Why", .account: "Customer", .who: "Whose",
                    .amount: "Seen by", .day: "When", .left: "Ago, in",
                ], kept: [.who, .amount]), alerts.map { row($0) },
            empty: others == 0
                ? "Nobody has to be woken."
                : "No alert calls you; \(grouped(others)) \(others == 1 ? "calls" : "call") others.",
            help: "Critical cases and their late updates, promises that are due before long, customers who answered.")
    }

    /// Who saw an alert, and when; nil where nobody did.
    func seen(_ alert: Record) -> String? {
        guard let by = alert.agent("by") else { return nil }
        let when = alert["seen"].flatMap { Timestamp(iso: $0) }.map { ", " + text($0) } ?? ""
        return (names.agents[by] ?? by.description) + when
    }

    private func row(_ alert: StandingAlert) -> ListingRow {
        var cells = RowCells()
        cells.put(alert.record.id.description, .id)
        // Which case it is about is never cut off, so it stands in front.
        let reason = [alert.record["case"], alert.reason?.words].compactMap { $0 }.joined(separator: " ")
        cells.put([reason, alert.item?.subject].compactMap { $0 }.joined(separator: ": "), .what)
        cells.put(alert.item?.accountName, .account)
        cells.put(alert.owner.map { names.agents[$0] ?? $0.description } ?? "nobody's", .who)
        cells.put(seen(alert.record), .amount, .dim)
        if let severity = alert.item?.severity {
            cells[.severity] = TableCell(words(for: severity, glyphs), severity.role, [.bold])
        }
        if let at = alert.at {
            cells[.day] = TableCell(Shown(text(at)))
            let isAhead = at > now
            cells[.left] = TableCell(
                Shown(isAhead ? "in \(Span.short(at - now))" : Span.short(now - at)), isAhead ? .warn : .text)
        }
        return ListingRow(.record(alert.record.id), cells.all, lines: [StyledLine(Shown(calling(alert), upTo: 300))])
    }

    /// Whom an alert calls and why, and whether whose it is is there.
    private func calling(_ alert: StandingAlert) -> String {
        guard let owner = alert.owner else { return "It is nobody's, and calls all until one has seen it." }
        if owner == me { return "It is yours, and stands until you have seen it." }
        let agent = agents.first { $0.id == owner }
        let isThere = agent?.active ?? true
        let name = agent?.name ?? names.agents[owner] ?? owner.description
        let presence = agent.map { policy.presence(of: $0, at: now, zones: policies.zones) }
        let state = isThere ? presence.map { $0.unknown == nil ? ", who is \(told($0))" : "" } ?? "" : ", who left"
        guard alert.callsAll(isThere: isThere) else {
            return "It is with \(name)\(state), and stands until \(name) has seen it."
        }
        return "It is with \(name)\(state); \(isThere ? "what is critical" : "it") calls all until one has seen it."
    }
}

extension ConsoleState {
    /// Space: the alert of the row was seen, by name and time.
    mutating func acknowledgeRow() -> [Effect] {
        guard case .record(let id)? = workplaces.top?.row?.subject, id.kind == RecordKind.alert.code else { return [] }
        return acknowledge([id])
    }

    /// The case that the alert of a row is about.
    func caseOfAlert(_ id: RecordID) -> CaseID? {
        desk.alerts.standing.first { $0.record.id == id }?.record.item("case") ?? record(id.description)?.item("case")
    }
}
