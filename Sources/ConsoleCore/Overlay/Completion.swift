import CaseModel
import TerminalUI

extension ConsoleState {
    /// The next candidate that Tab puts into a line; nil when nothing fits.
    ///
    /// Where nothing is typed yet of what there are several of, they are listed first: the next Tab goes through them.
    func nextOffers(_ line: LineEntry, forward: Bool) -> Offers? {
        if var offers = line.offers, !offers.candidates.isEmpty {
            let count = offers.candidates.count
            offers.chosen =
                offers.chosen.map { ($0 + (forward ? 1 : count - 1)) % count } ?? (forward ? 0 : count - 1)
            return offers
        }
        guard var offers = offers(for: line), !offers.candidates.isEmpty else { return nil }
        if offers.range.isEmpty, offers.candidates.count > 1 { return offers }
        offers.chosen = forward ? 0 : offers.candidates.count - 1
        return offers
    }

    /// What could stand at the cursor of a line.
    func offers(for line: LineEntry) -> Offers? {
        switch line.purpose {
        case .filter where !queue.filter.inOtherFields.isEmpty && queue.filter.text == line.text:
            return Offers(
                range: 0..<line.text.unicodeScalars.count,
                candidates: queue.filter.inOtherFields.map(\.term) + withAccounts(line))
        case .filter, .query: return queryOffers(line.text, from: 0, cursor: line.field.cursor)
        case .command: return commandOffers(line.text, cursor: line.field.cursor)
        default: return nil
        }
    }

    private func queryOffers(_ text: String, from start: Int, cursor: Int) -> Offers? {
        let query = String(text.unicodeScalars.dropFirst(start))
        if let meant = fieldMeant(in: query) {
            return Offers(range: start..<text.unicodeScalars.count, candidates: [meant])
        }
        let completion = CaseQuery.completions(for: query, cursor: max(0, cursor - start), desk.directory.words)
        let range = (completion.range.lowerBound + start)..<(completion.range.upperBound + start)
        let names = completion.field == "account" ? accounts(named: query.scalars(completion.range)) : []
        return Offers(range: range, candidates: names + completion.candidates)
    }

    /// The customers the store found for what is typed, those whose names begin so in front.
    private func accounts(named typed: String) -> [String] {
        guard desk.customers.found.words == typed else { return [] }
        let folded = Words.fold(typed)
        let names = desk.customers.found.accounts.map(\.name).uniqueInOrder
        let begun = names.filter { Words.fold($0).hasPrefix(folded) }
        return (begun + names.filter { !begun.contains($0) }).map(CaseQuery.quoted)
    }

    /// The line with each customer that what is typed there is in the name of.
    private func withAccounts(_ line: LineEntry) -> [String] {
        guard let typed = accountTyped(line) else { return [] }
        let end = line.field.cursor
        let before = line.text.scalars(0..<(end - typed.unicodeScalars.count))
        let behind = String(line.text.unicodeScalars.dropFirst(end))
        return accounts(named: typed).map { before + $0 + behind }
    }

    /// The part of a customer's name that is being typed in a line of queries; nil for anything else.
    func accountTyped(_ line: LineEntry) -> String? {
        guard line.purpose.isQuery, line.text.utf8.contains(UInt8(ascii: ":")) else { return nil }
        let completion = CaseQuery.completions(for: line.text, cursor: line.field.cursor, desk.directory.words)
        return completion.field == "account" ? line.text.scalars(completion.range) : nil
    }

    /// A query with the field that was meant in the place of one that there is not; nil where none is near, or missing.
    private func fieldMeant(in query: String) -> String? {
        do throws(QueryProblem) {
            _ = try CaseQuery(query, desk.directory.words)
            return nil
        } catch {
            guard case .fields(let near?)? = error.help else { return nil }
            let scalars = query.unicodeScalars
            let before = scalars.prefix(error.column - 1)
            let behind = scalars.dropFirst(error.column - 1).drop { !":<>".unicodeScalars.contains($0) }
            return String(before) + near + String(behind)
        }
    }

    /// The command's name first, then what it takes.
    private func commandOffers(_ text: String, cursor: Int) -> Offers? {
        let scalars = Array(text.unicodeScalars)
        let before = scalars[..<min(cursor, scalars.count)]
        guard let blank = before.firstIndex(of: " ") else {
            let typed = String(String.UnicodeScalarView(before))
            // What takes more words gets the blank before them.
            let names = CommandEntry.all.filter { !$0.contexts.isEmpty }
                .map { (name: $0.command.nameOnScreen, takesMore: !$0.usage.isEmpty) }
                .filter { $0.name.hasPrefix(typed) }.map { $0.name + ($0.takesMore ? " " : "") }
            return Offers(range: 0..<before.count, candidates: names.sorted())
        }
        guard let command = Command(name: String(String.UnicodeScalarView(before[..<blank]))) else { return nil }
        if command == .filter || command == .query { return queryOffers(text, from: blank + 1, cursor: cursor) }
        let start = command == .queue || command == .move ? blank : before.lastIndex(of: " ") ?? blank
        let typed = String(String.UnicodeScalarView(before[(start + 1)...]))
        let folded = Words.fold(typed)
        let fitting = values(of: command, typed).filter { Words.fold($0).hasPrefix(folded) }
        return Offers(range: (start + 1)..<before.count, candidates: fitting)
    }

    private func values(of command: Command, _ typed: String) -> [String] {
        if typed.hasPrefix("--") { return command.entry.options.map { "--" + $0.rawValue } }
        switch command {
        case .status:
            return CodeField.status.codes(desk.directory.words) + CodeField.status.typedTitles(desk.directory.words)
        case .severity: return desk.directory.words.severities.map(\.code)
        case .queue: return queue.tabs.queues.map(\.name) + desk.directory.queues.map(\.name)
        case .move: return desk.directory.queues.map(\.name) + ["none"]
        case .assign: return desk.directory.agents.filter(\.active).map(\.name)
        case .close: return desk.directory.words.closures.map(\.code)
        case .go: return Place.words
        case .sort: return SortKey.Field.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }
        case .group: return SortKey.Field.grouping.map(\.rawValue) + ["none"]
        case .set: return settableFields.map { $0 == "x.NAME" ? "x." : $0 + "=" }
        default: return []
        }
    }
}

extension String {
    /// Some of its scalars.
    fileprivate func scalars(_ range: Range<Int>) -> String {
        String(unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
    }
}

extension LineEntry.Purpose {
    /// Whether it is a query alone.
    fileprivate var isQuery: Bool {
        switch self {
        case .filter, .query: true
        default: false
        }
    }
}

extension QueryProblem {
    /// The problem with what helps in the line where it is mended.
    var inLine: String {
        switch help {
        case .fields(near: _?): "\(message) Tab writes it."
        case .fields(near: nil): "\(message) Tab after a blank lists all fields."
        case nil: message
        }
    }
}
