import CaseModel

/// The numbers of a queue's cases in order: at first those of the first page, then all of them.
///
/// The array may hold a million numbers: it is replaced as a whole and never copied or searched at a key press.
struct CaseOrder: Equatable, Sendable {
    /// The numbers in order.
    var ids: [CaseID] = []
    /// Whether these are all.
    var isComplete = false

    /// How many are known.
    var count: Int { ids.count }

    /// The number at a position; nil outside.
    subscript(position: Int) -> CaseID? { ids.indices.contains(position) ? ids[position] : nil }

    /// Where a case stands; looks through all of them, so it is for new orders only.
    func position(of id: CaseID) -> Int? { ids.firstIndex(of: id) }
}

/// The rows at hand: those in sight and some around them.
struct RowShelf: Equatable, Sendable {
    /// The rows by number.
    private(set) var rows: [CaseID: CaseSummary] = [:]

    /// The row of a case, when it is at hand.
    subscript(id: CaseID) -> CaseSummary? { rows[id] }

    /// Adds rows; when too many are at hand, only these and the ones to keep stay.
    mutating func put(_ new: [CaseSummary], keeping: some Sequence<CaseID>) {
        if rows.count + new.count > RowShelf.capacity {
            var kept: [CaseID: CaseSummary] = [:]
            for id in keeping { kept[id] = rows[id] }
            rows = kept
        }
        for row in new { rows[row.id] = row }
    }

    /// Cases that were asked for and are gone; they are not asked for again.
    private(set) var absent: Set<CaseID> = []

    /// Whether a row is at hand, or known not to come.
    func isSettled(_ id: CaseID) -> Bool { rows[id] != nil || absent.contains(id) }

    /// An answer came: those of these that it did not bring are gone.
    mutating func settle(_ asked: some Sequence<CaseID>) {
        absent = Set(asked.filter { rows[$0] == nil })
    }

    static let capacity = 1024
}
