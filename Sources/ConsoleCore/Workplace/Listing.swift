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
    /// How far the rows go where there are more than these, or nothing where that is not known; nil when these are all.
    var more: String?
    /// What is said before the number of rows where there are more than these.
    var counted = "at least "
    /// The column that gives its room away where most rows have nothing in it; nil for none.
    var yielding: ListingColumn?
    /// The columns laid out for a width.
    var table: Table<Int>?
    /// The head over what is left of a day where the day itself has no room, so that one knows what ends; nil for the
    /// same head.
    var leftAlone: Shown?
    /// The row that the cursor was on when the tab was left, and its place.
    var left: (subject: Subject?, cursor: Int)?

    /// Whether there is nothing to tell of any row, so that nothing need stand beside the list.
    let isBare: Bool
    /// How wide what stands in the columns is.
    private(set) var widths: ListingWidths

    /// Rows in columns.
    ///
    /// - Parameters:
    ///   - reserved: the cells that a column has at the least where anything stands in it.
    ///   - capped: the cells that a column has at the most, whatever stands in it.
    init(
        _ columns: [TableColumn<Int>], _ rows: [ListingRow], empty: String, help: String = "",
        reserved: [ListingColumn: Int] = [:], capped: [ListingColumn: Int] = [:]
    ) {
        self.rows = rows
        self.empty = (empty, help)
        self.columns = columns
        shown = Array(rows.indices)
        isBare = rows.allSatisfy(\.isBare)
        let widths = ListingWidths(rows, reserved: reserved, capped: capped)
        self.widths = widths
        self.columns = columns.compactMap { column in
            let widest = widths.need(column)
            // A column in which nothing stands is none.
            guard rows.isEmpty || column.grows || widest > 0 else { return nil }
            var column = column
            let wanted = max(widest, column.title.width)
            // No column takes more room than what stands in it needs, so that subjects have the rest.
            column.minimum = min(column.minimum, column.grows ? max(12, wanted) : wanted)
            // What it is called by is never cut, nor are numbers and times.
            if column.id == ListingColumn.id.rawValue { column.minimum = max(column.minimum, min(wanted, 14)) }
            if [.due, .amount, .day, .left].contains(ListingColumn(rawValue: column.id)) {
                column.minimum = max(column.minimum, min(widths.least(column), 16))
            }
            let cap = column.grows ? ListingColumn.enough : ListingColumn.widest
            column.ideal = min(max(column.minimum, wanted), cap)
            return column
        }
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
            if row.isContinuation {
                if kept.last == index - 1 { kept.append(index) }
            } else if row.subject.isHeading {
                head = index
            } else if wanted.allSatisfy({ row.text.contains($0) }) {
                if let head { kept.append(head) }
                head = nil
                kept.append(index)
            }
        }
        // A whole number means that one thing, not those whose numbers begin with it.
        let meant = Subject(text: words)
        let exact = meant == nil ? [] : rows.indices.filter { rows[$0].subject == meant }
        shown = exact.isEmpty ? kept : exact
    }

    /// How many of the first so many that are shown are no heads.
    func count(before place: Int) -> Int {
        widths.hasHeads ? shown.prefix(place).count { !rows[$0].subject.isHeading } : min(place, shown.count)
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
    /// The tab that a line without a thing of its own leads to; nil for none.
    var leadsTo: TabContent?
    /// The row of that tab on which one lands; nil for the first.
    var landsOn: Subject?
    /// The queue that it leads to; nil for none.
    var visits: NamedQueue?
    /// What Enter opens where that is another thing than the row tells of; nil where it is that.
    var opens: String?
    /// Whether it goes on with the words of the row above, which it is seen and left out with.
    var isContinuation = false

    init(_ subject: Subject, _ cells: [TableCell], lines: [StyledLine] = []) {
        self.subject = subject
        self.cells = cells
        self.lines = lines
        guard !subject.isHeading else { return }
        let told = cells.enumerated().filter { $0.offset != ListingColumn.left.rawValue }.map(\.element.text.text)
        text = Words.fold(told.joined(separator: "  "))
    }

    /// What it is, as it stands in its column; nil for a row without columns.
    var what: String? {
        cells.indices.contains(ListingColumn.what.rawValue) ? cells[ListingColumn.what.rawValue].text.text : nil
    }

    /// Whether nothing is told of it but what stands in it.
    var isBare: Bool {
        switch subject {
        case .line, .heading: lines.isEmpty
        default: false
        }
    }

    /// A head over the rows that follow.
    init(heading: String, _ number: Int) {
        self.init(.heading(number), [TableCell(Shown(heading, upTo: 200), .header, [.bold])])
    }

    /// What is said under a head in place of rows: as little as a head is it one to choose or to count.
    init(words: String, _ number: Int) {
        self.init(.heading(number), [])
        whole = StyledLine(Shown(words, upTo: 200), .dim)
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
    /// A head over other rows, or words in place of them, by its place.
    case heading(Int)

    /// What a whole number means, however it is written; nil for other words.
    init?(text: String) {
        let text = text.trimmedBlanks
        // Digits alone may be anything.
        guard text.utf8.contains(UInt8(ascii: "-")) else { return nil }
        if let id = CaseID(text: text) {
            self = .item(id)
        } else if let id = AccountID(text: text) {
            self = .account(id)
        } else if let id = ContactID(text: text) {
            self = .contact(id)
        } else if let id = RecordID(text: text) {
            self = .record(id)
        } else {
            return nil
        }
    }

    /// Whether it is a head, or words alone.
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
        var height: Int
        var ticket: Int
        var minute: Int64
        var glyphs: GlyphSet
        var isRevealed: Bool
        /// How many lines the row brings itself: two rows about one person may tell different things.
        var ownLines: Int
    }
}
