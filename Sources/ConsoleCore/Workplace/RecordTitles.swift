import CaseModel
import TerminalUI

/// The heads over records of a kind.
struct RecordTitles {
    private let kind: RecordKind

    init(_ kind: RecordKind) {
        self.kind = kind
    }

    /// The columns of a list of one kind, with whose the records are.
    var columns: [TableColumn<Int>] {
        var titles = titles
        titles[.account] = "Customer"
        // When a notice is to go out decides; whom it reached is told at the cursor. A step says little without its time.
        let hasSteps = kind.field("step") != nil
        return ListingColumn.columns(
            titles, whole: kind == .access ? [.state] : [],
            kept: kind == .notice ? [.day] : hasSteps ? [.state, .day] : kind == .access ? [.state] : []
        ).map { column in
            var column = column
            if hasSteps, column.id == ListingColumn.what.rawValue { column.minimum = 16 }
            return column
        }
    }

    /// The columns of a list of several kinds under heads of their own: what two of them say stands in one title, and of
    /// more than two what they have in common.
    static func columns(of kinds: [RecordKind]) -> [TableColumn<Int>] {
        let all = kinds.map { RecordTitles($0).titles }
        var titles: [ListingColumn: Shown] = [:]
        // What the first kind has no column for gets none: it would take the room of what most of them have.
        for column in ListingColumn.allCases where all.first?[column] != nil {
            var own: [String] = []
            for title in all.compactMap({ $0[column]?.text }) where !own.contains(title) { own.append(title) }
            guard let first = own.first else { continue }
            switch own.count {
            case 1: titles[column] = Shown(first)
            case 2 where column != .id:
                titles[column] = Shown("\(first), \(own[1].lowercased())")
            default: titles[column] = common[column] ?? Shown(first)
            }
        }
        let isUnder = kinds.contains { underContract.contains($0) }
        if isUnder { titles[.account] = "Under" }
        let isBought = kinds == [.purchase]
        return ListingColumn.columns(titles, kept: isBought ? [.state, .amount, .day] : []).map { column in
            var column = column
            // What it is under is told at the cursor, too; it leaves right after the day.
            if isUnder, column.id == ListingColumn.account.rawValue { column.leaves = 1 }
            // A product is told from others by its whole name.
            if isBought, column.id == ListingColumn.state.rawValue { column.minimum = 20 }
            return column
        }
    }

    /// The kinds of which a customer's own lists say what they are under.
    static let underContract: [RecordKind] = [.entitlement, .membership, .license]

    private static let common: [ListingColumn: Shown] = [
        .id: "Record", .what: "What", .state: "State, kind", .who: "With", .amount: "Quantity", .day: "Day",
    ]

    private var titles: [ListingColumn: Shown] {
        var titles: [ListingColumn: Shown] = [
            .id: Shown(kind.name.sentence.withoutStop), .what: Shown(what), .state: Shown(state),
        ]
        let people = kind.fields.filter { $0.name != RecordKind.account && $0.name != kind.title && $0.type.isPerson }
        // Of several people the first that is named stands there, whichever that is.
        if let first = people.first { titles[.who] = people.count > 1 ? "With" : Shown(first.name.words) }
        if kind == .alert { titles[.who] = "Whose" }
        let amount = kind.fields.first { ["quantity", "minutes"].contains($0.name) }
        if let amount { titles[.amount] = Shown(amount.name.words) }
        // What is left of hours says so itself, above the quantities of what the contract has.
        if kind == .contract { titles[.amount] = "Quantity" }
        if kind.end != nil {
            titles[.day] = "Ends"
            titles[.left] = "Left"
        } else if let day = kind.fields.first(where: { $0.type == .day || $0.type == .instant }) {
            titles[.day] = Shown(day.name.words)
        }
        return titles
    }

    /// A product is no product of a product.
    private var what: String { kind.title.words == kind.name.sentence.withoutStop ? "Name" : kind.title.words }

    private var state: String {
        if kind == .membership { return "Assigned" }
        if kind.field("plan") != nil || kind == .contract { return "Plan" }
        if kind == .partner { return "Scope" }
        if kind == .purchase { return "Product" }
        // A kind that has no state says what it is, or by which way.
        if kind.field("way") != nil { return "Way" }
        return ["state", "step"].contains { kind.field($0) != nil } || kind.field("what") == nil ? "State" : "Kind"
    }
}
