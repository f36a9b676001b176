import CaseModel
import TerminalUI

extension ConsoleState {
    /// Heights follow the size; what is known of the row under the cursor is laid out, or asked for.
    mutating func settleDesk(_ layout: ScreenLayout) -> [Effect] {
        guard page == nil, var top = workplaces.top else { return [] }
        let desk = DeskLayout(self, layout)
        if top.window.height != desk.rows {
            top.window.setHeight(desk.rows)
            top.showHead()
        }
        if let list = top.list, list.table?.width != desk.list.width - 1 {
            top.lists[top.tab]?.table = list.laidOut(max(0, desk.list.width - 1))
        }
        var effects: [Effect] = []
        if let row = top.row, desk.hasDetail {
            let subject = subjectInSight(row.subject)
            let key = DetailLines.Key(
                subject: row.subject, width: desk.inside.width - 2, height: desk.inside.height,
                ticket: detailVersion(subject),
                minute: now.seconds / 60, glyphs: self.desk.glyphs, isRevealed: top.isRevealed(row.subject),
                ownLines: row.lines.count)
            if top.detail.key != key {
                let room = Size(columns: max(10, desk.inside.width - 2), rows: desk.inside.height)
                let lines = detail(row, top, room)
                let scroll = top.detail.key?.subject == key.subject ? top.detail.scroll : 0
                top.detail = DetailLines(lines: lines, key: key, scroll: min(scroll, max(0, lines.count - room.rows)))
            }
            effects = askDetail(subject, top)
        } else if top.detail.key != nil {
            top.detail = DetailLines()
        }
        workplaces.top = top
        return effects + askFurther()
    }

    /// What is told beside the list: of an alert the case it is about.
    func subjectInSight(_ subject: Subject) -> Subject {
        guard case .record(let id) = subject, id.kind == RecordKind.alert.code else { return subject }
        return caseOfAlert(id).map { .item($0) } ?? subject
    }

    /// Which answer the lines about a row follow from.
    private func detailVersion(_ subject: Subject) -> Int {
        switch subject {
        case .account, .contact: desk.customers.version
        case .item(let id): (desk.files[id]?.item.version ?? 0) &* 100_000 &+ desk.covers.version
        default: 0
        }
    }

    /// Asks for what the lines about a row need and is not at hand.
    private mutating func askDetail(_ subject: Subject, _ top: Workplace) -> [Effect] {
        // What a form needs is asked for in the same place, and comes first.
        if case .form? = overlays.last { return [] }
        switch subject {
        case .account(let id): return askAside(id)
        case .contact(let id): return account(of: id, top).map { askAside($0) } ?? []
        case .item(let id):
            let version = top.version(of: id)
            guard desk.files[id].map({ $0.item.version < version ?? 0 }) ?? true else { return [] }
            // Once for each version, as in the queue.
            let wanted = [Targets.Target(id: id, base: version)]
            guard queue.asked.files != wanted else { return [] }
            queue.asked.files = wanted
            return [.loadFiles([id], ask())]
        default: return []
        }
    }

    private mutating func askAside(_ id: AccountID) -> [Effect] {
        if case .customer(id)? = workplaces.top?.place { return [] }
        guard desk.customers.isWanted(id), desk.customers.asked != id else { return [] }
        let ticket = ask()
        desk.customers.ask(id, ticket)
        return [.loadAside(.customer(id, context), ticket)]
    }

    /// The lines about a row.
    private func detail(_ row: ListingRow, _ top: Workplace, _ room: Size) -> [StyledLine] {
        guard let look = ListingLook(self) else { return [] }
        let width = room.columns
        // A line with a label goes on under its value.
        let own = row.lines.flatMap { line in
            let isLabelled = line.spans.count > 2 && line.spans.first?.role == .dim
            let isListed = line.spans.first?.text.text.hasPrefix("  ") ?? false
            return line.wrapped(to: min(width, 90), indent: isLabelled ? ListingLook.labels : isListed ? 4 : 0)
        }
        switch subjectInSight(row.subject) {
        case .account(let id):
            guard let sheet = desk.customers[id] else { return coming(id) }
            return look.short(sheet, room)
        case .contact(let id):
            guard let sheet = sheet(of: id, top), let contact = sheet.facts.contacts.first(where: { $0.id == id })
            else { return own }
            // Why the person stands in the row comes before what holds of the person everywhere.
            let lines = look.about(contact, sheet, isRevealed: top.revealed.contains(id), room)
            return lines.prefix(1) + own + lines.dropFirst()
        case .record(let id):
            var sheet: CustomerSheet?
            if case .customer(let found)? = top.answers[top.tab] { sheet = found }
            guard let (record, names) = record(id, top) else { return own }
            // What the row tells stands under the number, as everywhere, where it does not begin with a name of its own.
            let lines = look.about(record, names, sheet, width: width)
            let head = own.first?.spans.first?.role == .title ? 0 : look.numbered(record, width: width).count
            return lines.prefix(head) + own + lines.dropFirst(head)
        case .item(let id):
            guard let file = caseInFull(id) else { return [StyledLine("loading…", .dim)] }
            if case .item = row.subject { return lines(about: file, own, look, room) }
            // Of an alert the case comes first, then whom it calls.
            return lines(about: file, [], under: own, look, room)
        case .line, .heading: return own
        }
    }

    /// What stands in place of a customer that did not come yet, or could not.
    private func coming(_ id: AccountID) -> [StyledLine] {
        guard desk.customers.asked == id, let problem = desk.customers.problem else {
            return [StyledLine("loading…", .dim)]
        }
        let again = keyboard.notations(for: .refresh, in: .desk).prefix(1)
        return [StyledLine(Shown(problem.description, upTo: 400), .bad)]
            + again.map { StyledLine(Shown("\($0) tries again."), .dim) }
    }

    /// A case as the preview of the queue tells it; what its room says stands in front, what else is told under the title.
    private func lines(
        about file: CaseFile, _ own: [StyledLine], under more: [StyledLine] = [], _ look: ListingLook, _ room: Size
    ) -> [StyledLine] {
        let timeline = TimelineLook(
            width: room.columns, now: now, zone: look.zone, glyphs: look.glyphs, isShort: room.rows < 10,
            isPreview: true)
        var title = [StyledLine(Shown("\(file.item.id.description)  \(file.item.subject)", upTo: 300), .title)]
        if room.rows >= 24 { title = title[0].wrapped(to: room.columns, indent: 12) }
        let facts = file.item.account.flatMap { desk.covers[$0] }
        var cover = CoverLine(file, facts, look.policies)
        // Under the lines of a room the same facts stand in the same column as theirs.
        if !own.isEmpty { cover.labelWidth = ListingLook.labels }
        let limit = room.rows < 10 ? 2 : room.rows < 24 ? 3 : CoverLine.most
        return (own.isEmpty ? title + more : own) + cover.lines(timeline, upTo: limit)
            + ClockFacts(file.item).lines(
                timeline, label: cover.labelWidth, isAnyHour: cover.isAnyHour, wasAnyHour: cover.wasAnyHour)
            + [previewFacts(CaseSummary(file.item, names: file.names), timeline)]
            + Timeline.lines(file, timeline, upTo: 1000)
    }

    private func sheet(of id: ContactID, _ top: Workplace) -> CustomerSheet? {
        if case .customer(let sheet)? = top.answers[top.tab] { return sheet }
        return account(of: id, top).flatMap { desk.customers[$0] }
    }

    /// A record of the rows at hand.
    func record(_ id: RecordID, _ top: Workplace) -> (record: Record, names: Names)? {
        if let alert = desk.alerts.standing.first(where: { $0.record.id == id }) { return (alert.record, desk.names) }
        switch top.answers[top.tab] {
        case .customer(let sheet)?:
            let all = sheet.records[id.kind] ?? []
            return (all.first { $0.id == id } ?? sheet.facts.records.first { $0.id == id }).map { ($0, sheet.names) }
        case .records(let lists)?:
            for list in lists {
                if let found = list.records.first(where: { $0.id == id }) { return (found, list.names) }
            }
            return nil
        case .home(let answers)?:
            for answer in answers {
                if let found = answer.records.records.first(where: { $0.id == id }) {
                    return (found, answer.records.names)
                }
            }
            return nil
        case .record(let file)?: return file.record.id == id ? (file.record, file.names) : nil
        default: return nil
        }
    }
}
