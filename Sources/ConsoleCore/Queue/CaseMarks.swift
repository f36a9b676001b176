import CaseModel

/// The marked cases, as stretches of the queue's order: a million of them cost a key press no more than one.
struct CaseMarks: Equatable, Sendable {
    /// The order that the places are of.
    private(set) var order: [CaseID] = []
    /// The places of marked cases.
    private var places = RangeSet<Int>()
    /// Marked cases whose places are still to come with the rest of an order.
    private var elsewhere: Set<CaseID> = []

    /// How many cases are marked.
    var count: Int { places.ranges.reduce(elsewhere.count) { $0 + $1.count } }

    /// Whether none is.
    var isEmpty: Bool { places.isEmpty && elsewhere.isEmpty }

    /// Whether the case at a place is.
    func contains(_ place: Int) -> Bool { places.contains(place) }

    /// The first marked case.
    var first: CaseID? { places.ranges.first.map { order[$0.lowerBound] } ?? elsewhere.min() }

    /// All of them, in the order of the queue; for sending an act alone, as it goes through all of them.
    var ids: [CaseID] { Array(order[places]) + elsewhere.sorted() }

    /// Puts a mark on a place, or takes it off.
    mutating func toggle(_ place: Int) {
        guard order.indices.contains(place) else { return }
        if places.contains(place) {
            places.remove(contentsOf: place..<(place + 1))
        } else {
            places.insert(contentsOf: place..<(place + 1))
        }
    }

    /// Marks all places of a range.
    mutating func insert(_ range: Range<Int>) {
        places.insert(contentsOf: range.clamped(to: order.indices))
    }

    /// Marks what is not marked, and nothing else.
    mutating func invert() {
        var others = RangeSet(order.indices)
        others.subtract(places)
        places = others
        elsewhere = []
    }

    /// Takes the marks off these cases; looks through the marked ones, so it is for the store's answers only.
    mutating func remove(_ ids: Set<CaseID>) {
        var done = RangeSet<Int>()
        for range in places.ranges {
            for place in range where ids.contains(order[place]) { done.insert(contentsOf: place..<(place + 1)) }
        }
        places.subtract(done)
        elsewhere.subtract(ids)
    }

    /// Takes all marks off.
    mutating func removeAll() {
        places = RangeSet()
        elsewhere = []
    }

    /// Another order came: marks go on with their cases, and go with those that left it once all of it is known.
    mutating func follow(_ new: CaseOrder) {
        defer { order = new.ids }
        guard !isEmpty else { return }
        // The first rows of an order are followed by the rest of it: every place stays what it was.
        if elsewhere.isEmpty, new.ids.starts(with: order) { return }
        var ids = elsewhere.union(order[places])
        places = RangeSet()
        for (place, id) in new.ids.enumerated() where ids.remove(id) != nil {
            places.insert(contentsOf: place..<(place + 1))
        }
        elsewhere = new.isComplete ? [] : ids
    }
}
