import CaseModel
import TerminalUI

extension PageBody {
    /// What is attached to the case and its action items.
    static func files(_ facts: PageFacts) -> ([StyledLine], [Int]) {
        let asked = facts.aside.files
        if let problem = asked.problem { return (told(problem, facts), []) }
        guard let files = asked.value else { return ([StyledLine("Loading the files…", .dim)], []) }
        guard !files.isEmpty else {
            return ([StyledLine(Shown("Nothing is attached. \(facts.key(.add)) attaches a file."), .dim)], [])
        }
        var lines: [StyledLine] = []
        var entries: [Int] = []
        let last = files.map { whence($0, facts.look).width }.max() ?? 0
        let longest = files.map { Shown($0.record["name"] ?? "", upTo: 400).width }.max() ?? 0
        let number = files.map { $0.record.id.description.utf8.count }.max() ?? 0
        let size = files.compactMap { Attachment($0.record).map { words(ofBytes: $0.size).utf8.count } }.max() ?? 0
        for file in files {
            guard let attachment = Attachment(file.record) else { continue }
            entries.append(lines.count)
            var head = facts.entry(file.record.id.description, to: number + 2)
            head.add(Shown(words(ofBytes: attachment.size)).padded(to: size, .right) + "  ")
            // A name has what those behind it leave.
            let room = max(16, min(longest, facts.look.width - head.width - 2 - last))
            head.add(Shown(attachment.name, upTo: 400).fitted(to: room) + "  ")
            head.add(whence(file, facts.look), .dim)
            lines.append(head)
            if let text = file.events.first?.text { lines += facts.text(text, upTo: 3) }
        }
        lines.append(StyledLine(Shown("\(facts.key(.open)) saves a file, \(facts.key(.add)) attaches one."), .dim))
        return (lines, entries)
    }

    /// When a file came, from whom, and for which action item.
    private static func whence(_ file: RecordFile, _ look: TimelineLook) -> Shown {
        let first = file.events.first.map { "\(look.shortWords($0.at)) \($0.actor.name)" } ?? ""
        guard case .asked(let item)? = Attachment(file.record)?.holder else { return Shown(first, upTo: 80) }
        return Shown(first, upTo: 80) + Shown(", for \(item.description)")
    }

    /// Why something could not be read, and what helps.
    private static func told(_ problem: StoreError, _ facts: PageFacts) -> [StyledLine] {
        [
            StyledLine(Shown(problem.description, upTo: 400), .bad),
            StyledLine(Shown("\(facts.key(.refresh)) tries again."), .dim),
        ]
    }

    /// A number of bytes as people read it: `412 B`, `3.4 kB`, `12 MB`.
    static func words(ofBytes count: Int) -> String {
        var amount = count
        var rest = 0
        for unit in ["B", "kB", "MB"] {
            if amount < 1000 {
                return amount < 10 && unit != "B" ? "\(amount).\(rest / 100) \(unit)" : "\(amount) \(unit)"
            }
            (amount, rest) = (amount / 1000, amount % 1000)
        }
        return "\(grouped(amount)) GB"
    }

    /// Other cases that have to do with the case.
    static func related(_ file: CaseFile, _ facts: PageFacts) -> ([StyledLine], [Int]) {
        let asked = facts.aside.related
        if let problem = asked.problem { return (told(problem, facts), []) }
        guard let related = asked.value else { return ([StyledLine("Looking for related cases…", .dim)], []) }
        let groups: [(String, [CaseSummary])] = [
            ("It repeats", related.original), ("Repeated by", related.duplicates),
            ("With the number \(file.item.externalID ?? "")", related.sameNumber),
            ("Open at \(file.account?.name ?? "")", related.sameAccount),
            ("Open about \(file.item.product ?? "")", related.sameProduct),
        ]
        guard groups.contains(where: { !$0.1.isEmpty }) else {
            return ([StyledLine("No other case has to do with it.", .dim)], [])
        }
        func whose(_ row: CaseSummary) -> Shown {
            let age = Span.short(facts.look.now - row.openedAt)
            return Shown("\(row.ownerName ?? "no owner"), \(age)", upTo: 40)
        }
        let last = groups.flatMap(\.1).map { whose($0).width }.max() ?? 0
        var lines: [StyledLine] = []
        var entries: [Int] = []
        for (title, rows) in groups where !rows.isEmpty {
            let more = rows.count >= RelatedCases.most ? "  the first \(rows.count)" : ""
            let name = Shown(title, upTo: 200)
                .truncated(to: facts.look.width - more.utf8.count, ellipsis: facts.look.glyphs[.ellipsis])
            lines.append(StyledLine(name + Shown(more), .header, [.bold]))
            for row in rows {
                entries.append(lines.count)
                // In the order of a queue's columns.
                var line = StyledLine("  ")
                line.add(ConsoleCore.words(for: row.severity, facts.look.glyphs) + "  ", row.severity.role)
                line.add(Shown(row.id.description).padded(to: 12))
                let room = max(12, facts.look.width - line.width - 14 - last - 2)
                line.add(Shown(row.subject, upTo: room + 1).fitted(to: room) + "  ")
                let status = ConsoleCore.words(for: row.status, facts.look.glyphs, isShort: true)
                line.add(status.fitted(to: 12) + "  ", row.status.isOpen ? .text : .dim)
                line.add(whose(row), .dim)
                lines.append(line)
            }
        }
        return (lines, entries)
    }
}
