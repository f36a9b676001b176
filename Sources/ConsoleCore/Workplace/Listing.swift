import CaseModel
import TerminalUI

/// The rows of a tab, with columns that suit them.
struct Listing: Equatable, Sendable {
    /// The columns.
    var columns: [TableColumn<Int>]
    /// All rows.
    var rows: [ListingRow]
    /// The places of the rows that hold the words looked for.
    var shown: [Int]
    /// What is said where there is none, and what helps.
    var empty: (sentence: String, help: String)
    /// How many there are besides those that are listed; nil when these are all.
    var more: String?
    /// The columns laid out for a width.
    var table: Table<Int>?

    init(_ columns: [TableColumn<Int>], _ rows: [ListingRow], empty: String, help: String = "") {
        self.rows = rows
        self.columns = columns.compactMap { column in
            // A column in which nothing stands is none; the others are as wide as what stands in them.
            let cells = rows.lazy.filter { !$0.subject.isHeading && $0.cells.indices.contains(column.id) }
            guard rows.isEmpty || column.grows || cells.contains(where: { $0.cells[column.id].text.width > 0 }) else {
                return nil
            }
            var column = column
            let widest =
                rows.lazy.filter { !$0.subject.isHeading }.compactMap { row in
                    row.cells.indices.contains(column.id) ? row.cells[column.id].text.width : nil
                }.max() ?? 0
            // No column takes more room than what stands in it needs, so that subjects have the rest.
            if !column.grows { column.minimum = min(column.minimum, max(widest, column.title.width)) }
            // What it is called by is never cut, nor is how much is left.
            if column.id == ListingColumn.id.rawValue {
                column.minimum = max(column.minimum, min(max(widest, column.title.width), 14))
            }
            if column.id == ListingColumn.left.rawValue { column.minimum = max(column.minimum, min(widest, 10)) }
            let cap = column.grows ? 28 : ListingColumn.widest
            column.ideal = min(max(column.minimum, widest, column.title.width), cap)
            return column
        }
        self.empty = (empty, help)
        shown = Array(rows.indices)
    }

    /// Keeps the rows with all of some words; heads stay while something under them does.
    mutating func narrow(to words: String) {
        let wanted = Words.fold(words).split(separator: " ")
        guard !wanted.isEmpty else {
            shown = Array(rows.indices)
            return
        }
        var kept: [Int] = []
        var head: Int?
        for (index, row) in rows.enumerated() {
            if row.subject.isHeading {
                head = index
            } else if wanted.allSatisfy({ row.text.contains($0) }) {
                if let head { kept.append(head) }
                head = nil
                kept.append(index)
            }
        }
        shown = kept
    }

    static func == (a: Listing, b: Listing) -> Bool {
        a.columns == b.columns && a.rows == b.rows && a.shown == b.shown && a.empty == b.empty && a.more == b.more
    }
}

/// A row of a workplace.
struct ListingRow: Equatable, Sendable {
    /// What it is about.
    var subject: Subject
    /// What stands in its columns.
    var cells: [TableCell]
    /// The lines about it, where nothing more has to be asked for.
    var lines: [StyledLine] = []
    /// What it is found by, folded: what stands in it but how much time is left.
    var text = ""
    /// The line in place of cells, for a row without columns; nil for one with cells.
    var whole: StyledLine?

    init(_ subject: Subject, _ cells: [TableCell], lines: [StyledLine] = []) {
        self.subject = subject
        self.cells = cells
        self.lines = lines
        guard !subject.isHeading else { return }
        let told = cells.enumerated().filter { $0.offset != ListingColumn.left.rawValue }.map(\.element.text.text)
        text = Words.fold(told.joined(separator: "  "))
    }

    /// A head over the rows that follow.
    init(heading: String, _ number: Int) {
        self.init(.heading(number), [TableCell(Shown(heading, upTo: 200), .header, [.bold])])
    }
}

/// What a row is about.
enum Subject: Hashable, Sendable {
    /// A customer.
    case account(AccountID)
    /// A person at a customer.
    case contact(ContactID)
    /// A record.
    case record(RecordID)
    /// A case.
    case item(CaseID)
    /// A line that leads nowhere, by its place.
    case line(Int)
    /// A head over other rows, by its place.
    case heading(Int)

    /// Whether it is a head.
    var isHeading: Bool { if case .heading = self { true } else { false } }
}

/// The lines about the row under the cursor, and what they were laid out for.
struct DetailLines: Equatable, Sendable {
    /// The lines.
    var lines: [StyledLine] = []
    /// What they were laid out for.
    var key: Key?
    /// The first of them that is seen.
    var scroll = 0

    /// What the lines depend on.
    struct Key: Equatable, Sendable {
        var subject: Subject
        var width: Int
        var ticket: Int
        var minute: Int64
        var glyphs: GlyphSet
        var isRevealed: Bool
    }
}
