import CaseModel
import TerminalUI

extension PageBody {
    /// What is attached to the case and its action items.
    static func files(_ facts: PageFacts) -> ([StyledLine], [Int]) {
        let asked = facts.aside.files
        if let problem = asked.problem { return ([StyledLine(Shown(problem.description, upTo: 400), .bad)], []) }
        guard let files = asked.value else { return ([StyledLine("Loading the files…", .dim)], []) }
        guard !files.isEmpty else { return ([StyledLine("Nothing is attached. + attaches a file.", .dim)], []) }
        var lines: [StyledLine] = []
        var entries: [Int] = []
        for (index, file) in files.enumerated() {
            guard let attachment = Attachment(file.record) else { continue }
            entries.append(lines.count)
            var head = facts.entry(index)
            head.add(Shown(file.record.id.description).padded(to: 10), index == facts.cursor ? .accent : .text)
            head.add(Shown(words(ofBytes: attachment.size)).padded(to: 10, .right) + "  ")
            let room = max(16, min(48, facts.look.width - 60))
            head.add(Shown(attachment.name, upTo: 400).fitted(to: room) + "  ")
            if let first = file.events.first {
                head.add(Shown("\(facts.look.shortWords(first.at)) \(first.actor.name)", upTo: 80), .dim)
            }
            if case .asked(let item)? = attachment.holder { head.add(Shown(", for \(item.description)"), .dim) }
            lines.append(head)
            if let text = file.events.first?.text { lines += facts.text(text, upTo: 3) }
        }
        lines.append(StyledLine("Enter saves a file, + attaches one.", .dim))
        return (lines, entries)
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
        if let problem = asked.problem { return ([StyledLine(Shown(problem.description, upTo: 400), .bad)], []) }
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
            lines.append(facts.heading(title))
            for row in rows {
                let index = entries.count
                entries.append(lines.count)
                var line = facts.entry(index)
                line.add(Shown(row.id.description).padded(to: 12), index == facts.cursor ? .accent : .text)
                line.add(ConsoleCore.words(for: row.severity, facts.look.glyphs) + "  ", row.severity.role)
                let status = ConsoleCore.words(for: row.status, facts.look.glyphs, isShort: true)
                line.add(status.fitted(to: 12) + "  ", row.status.isOpen ? .text : .dim)
                let room = max(12, facts.look.width - line.width - last - 2)
                line.add(Shown(row.subject, upTo: room + 1).fitted(to: room) + "  ")
                line.add(whose(row), .dim)
                lines.append(line)
            }
        }
        return (lines, entries)
    }
}
