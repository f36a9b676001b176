import CaseModel
import TerminalUI

/// The numbers of a queue's cases in order: at first those of the first page, then all of them.
///
/// The array may hold a million numbers: it is replaced as a whole and never copied or searched at a key press.
struct CaseOrder: Equatable, Sendable {
    /// The numbers in order.
    let ids: [CaseID]
    /// Whether these are all.
    let isComplete: Bool
    /// How many there are, as it stands after the number of a row: ` of 1,195 `; `…` until all are known.
    let total: Shown

    init(ids: [CaseID] = [], isComplete: Bool = false) {
        self.ids = ids
        self.isComplete = isComplete
        total = Shown(" of \(isComplete ? grouped(ids.count) : "…") ")
    }

    /// How many are known.
    var count: Int { ids.count }

    /// The number at a position; nil outside.
    subscript(position: Int) -> CaseID? { ids.indices.contains(position) ? ids[position] : nil }

    /// Where a case stands; looks through all of them, so it is for new orders only.
    func position(of id: CaseID) -> Int? { ids.firstIndex(of: id) }
}
