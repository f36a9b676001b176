import CaseModel
import TerminalUI

extension ListingLook {
    /// As many situations are listed, each read with its history.
    static func situations(areEnded: Bool) -> Int { areEnded ? 12 : 40 }

    /// Critical situations: who commands, since when, what was acknowledged, when the next update is promised.
    func situations(_ files: [CaseFile], areEnded: Bool) -> Listing {
        var titles: [ListingColumn: Shown] = [
            .id: "Case", .what: "Subject", .account: "Customer", .state: "Commanded by",
            .who: Shown(policy.situationRecords.first?.words ?? ""), .amount: areEnded ? "Took" : "Running",
            .day: areEnded ? "Ended" : "Due at",
        ]
        // The clock stands where that of a queue does.
        if !areEnded { titles[.due] = "Next update" }
        let known = policies.words
        let sorted =
            areEnded
            ? files.sorted {
                ($0.endedCritical(known) ?? $0.item.openedAt) > ($1.endedCritical(known) ?? $1.item.openedAt)
            }
            : files
        let limit = ListingLook.situations(areEnded: areEnded)
        // Who commands is the first question of what runs; what is over is looked for by when it was.
        // Of those that run, how long they do and what was acknowledged stay as well: the customer gives way.
        var list = Listing(
            ListingColumn.columns(titles, kept: areEnded ? [.day] : [.who, .amount]).map { column in
                guard !areEnded else { return column }
                var column = column
                switch ListingColumn(rawValue: column.id) {
                case .what: column.minimum = 12
                case .account: column.leaves = 3
                case .state: column.leaves = ListingColumn.kept - 1
                default: break
                }
                return column
            }, sorted.prefix(limit).map { situation($0) },
            empty: areEnded ? "No critical situation has ended." : "No critical situation is running.",
            help: "\(key(.back)) goes back.")
        if files.count > limit {
            list.more = ""
            if areEnded { list.counted = "the last " }
        }
        return list
    }

    private func situation(_ file: CaseFile) -> ListingRow {
        let item = file.item
        var cells = RowCells()
        cells.put(item.id.description, .id)
        cells.put(item.subject, .what)
        cells.put(file.account?.name, .account)
        if let manager = item.criticalSituationManager {
            cells.put(file.names.agents[manager] ?? names.agents[manager] ?? manager.description, .state)
        } else {
            let isOpen = item.status.isOpen && item.severity.isCritical
            cells[.state] = TableCell(isOpen ? "! nobody yet" : "nobody", isOpen ? .bad : .dim, isOpen ? [.bold] : [])
        }
        let end = file.endedCritical(policies.words)
        if let first = policy.situationRecords.first {
            let words = recorded(first, of: file, end)
            let isLate = end == nil && item.given[first] == nil && (item.response.due.map { $0 < now } ?? true)
            cells.put(isLate ? "! " + words : words, .who, isLate ? .warn : .text)
        }
        cells.put(Span.long((end ?? now) - file.declaredCritical(policies.words)), .amount)
        if let end { cells[.day] = TableCell(Shown(hour(end))) }
        // What the customer was told in time, or late, is owed no more, though its time stands in the clock.
        if end == nil, item.followUp.isOwed, let due = item.followUp.due {
            cells[.day] = TableCell(Shown(hour(due)))
            let isLate = due < now
            let left = isLate ? "late \(Span.short(now - due))" : "in \(Span.short(due - now))"
            cells[.due] = TableCell(Shown(left), isLate ? .bad : .text)
        }
        return ListingRow(.item(item.id), cells.all, lines: room(file))
    }

    /// The room of a situation: who, since when, who was told, then what was written last.
    private func room(_ file: CaseFile) -> [StyledLine] {
        let item = file.item
        let start = file.declaredCritical(policies.words)
        var lines = [StyledLine(Shown("\(item.id.description)  \(item.subject)", upTo: 300), .title)]
        let manager = item.criticalSituationManager.map { file.names.agents[$0] ?? names.agents[$0] ?? $0.description }
        let nobody = item.status.isOpen ? "nobody is named yet; name one (\(key(.acts)))" : "nobody was named"
        lines.append(line("Commands", manager ?? nobody, manager == nil ? .bad : .text))
        lines.append(line("Answers", item.owner.map { file.names.agents[$0] ?? $0.description } ?? "nobody"))
        lines.append(line("Declared", "\(hour(start)), \(Span.long(now - start)) ago"))
        let end = file.endedCritical(policies.words)
        if let end {
            let how = item.severity.isCritical ? "with the case" : "it is severity \(item.severity.code) since"
            lines.append(line("Ended", "\(hour(end)), after \(Span.long(end - start)); \(how)"))
        }
        if end == nil { lines += nextUpdate(file) }
        for name in policy.situationRecords {
            lines.append(line(name.sentence.withoutStop, recorded(name, of: file, end) + recorder(of: name, file)))
        }
        let told = file.events.filter { $0.action == .replied && $0.at >= start }
        lines.append(
            line(
                "Customer told",
                told.last.map { "\(hour($0.at)) by \($0.actor.name); \(told.count) in all" }
                    ?? (end == nil ? "not yet" : "not recorded"),
                told.isEmpty ? .warn : .text))
        if end == nil {
            lines.append(line("Ends", "when its severity is lowered, or the case closed", .dim))
        }
        // The aim of the guide has no number, so none is shown (domain 11, row 55).
        if let role = policy.people.roles.first(where: \.isCritical), let does = role.does {
            lines.append(line("The aim", "\(does) \(policy.credit(role.origin.tags(of: "does")))", .dim))
        }
        return lines
    }

    /// When the customer hears next: what is due, by whose promise where a person gave one.
    private func nextUpdate(_ file: CaseFile) -> [StyledLine] {
        let item = file.item
        if item.followUp.isOwed, let due = item.followUp.due {
            return [line("Next update", "due \(hour(due))\(promise(file))")]
        }
        if item.response.isOwed, let due = item.response.due {
            return [line("Next update", "the first answer, due \(hour(due))", due < now ? .bad : .text)]
        }
        guard !item.followUp.isOwed,
            let answered = file.events.last(where: { $0.action == .replied })?.at
        else { return [line("Next update", "nobody promised one; promise one (\(key(.acts)))", .dim)] }
        // A raise alone owes no answer: the customer's next word does, or the promise of a person.
        let owed = "none is owed: answered \(hour(answered))"
        let way = "promise one (\(key(.acts)))"
        guard answered < file.declaredCritical(policies.words) else {
            return [line("Next update", "\(owed); \(way)", .dim)]
        }
        return [line("Next update", "\(owed), before severity \(item.severity.code)", .warn), line("", way, .dim)]
    }

    /// Who promised the next update, and for when, where that is not what is due already.
    private func promise(_ file: CaseFile) -> String {
        guard let at = file.item.promisedUpdate else { return "" }
        let event = file.events.last { $0.changes.contains { $0.field == .given(Case.promise) } }
        let when = at == file.item.followUp.due ? "" : " for \(hour(at))"
        return ", promised\(when) by \(event?.actor.name ?? "somebody")"
    }

    /// What was written down of a situation: what is over waits for nothing any more.
    private func recorded(_ name: String, of file: CaseFile, _ end: Timestamp?) -> String {
        file.item.given[name].map(moment) ?? (end == nil ? "not yet" : "not recorded")
    }

    /// Who wrote that down: ` by Ada`; empty where nobody did.
    private func recorder(of name: String, _ file: CaseFile) -> String {
        guard file.item.given[name] != nil else { return "" }
        let event = file.events.last { $0.changes.contains { $0.field == .given(name) && $0.new != nil } }
        return event.map { " by \($0.actor.name)" } ?? ""
    }

    /// A time that somebody wrote down, as people read it; other words as they are.
    private func moment(_ text: String) -> String { Timestamp(iso: text).map(hour) ?? text }

    /// When something was or is due, with the hour; of another year the day.
    private func hour(_ instant: Timestamp) -> String {
        zone.local(instant).day.year == today.year ? time(instant) : text(instant)
    }
}

extension Policy {
    /// What is recorded of critical situations, in the policy's order: the first is that somebody has taken command.
    var situationRecords: [String] { people.roles.filter(\.isCritical).flatMap(\.records) }
}
