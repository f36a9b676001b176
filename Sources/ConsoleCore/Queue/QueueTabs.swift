import CaseModel

/// The named queues of the tab line, the one in use, and how many cases each has.
struct QueueTabs: Equatable, Sendable {
    /// The queues.
    var queues: [NamedQueue]
    /// How many cases each has; nil until known, and for those that are not counted.
    var counts: [Int?]
    /// The one in use.
    var current = 0
    /// A queue opened by name from the store's list; it stands behind the others.
    var visiting: NamedQueue?
    /// The queue the console was to begin with, until it is known whether the store has it.
    var hopedFor: NamedQueue?
    /// The fields by which queues are grouped, by their names.
    var groups: [String: SortKey.Field] = [:]
    /// When the first of the open cases that are put off comes back; nil when none does.
    var wake: Timestamp?
    /// The minute in which a queue was last looked at for what time alone changes.
    var minute: Int64 = 0
    /// The queue that was in use before.
    var last: Place?

    /// One of the named queues, or a queue of the store.
    enum Place: Equatable, Sendable {
        /// One of the named queues.
        case tab(Int)
        /// A queue of the store.
        case visit(NamedQueue)
    }

    init(queues: [NamedQueue], start: String?) {
        self.queues = queues
        counts = Array(repeating: nil, count: queues.count)
        if let start {
            let folded = Words.fold(start)
            if let index = queues.firstIndex(where: { Words.fold($0.name) == folded }) {
                current = index
            } else {
                visiting = NamedQueue.ofStore(start)
                hopedFor = visiting
            }
        }
    }

    /// The tab of all open cases, as long as it has a key.
    var allOpen: Int? { queues.prefix(9).firstIndex { $0.query == "is:open" } }

    /// Takes the counts of the queues that are counted, in their order; false when they are of other queues.
    mutating func take(counts new: [Int]) -> Bool {
        let counted = queues.indices.filter { queues[$0].isCounted }
        guard counted.count == new.count else { return false }
        for (index, count) in zip(counted, new) { counts[index] = count }
        return true
    }

    /// The queue in use.
    var queue: NamedQueue {
        visiting ?? (queues.indices.contains(current) ? queues[current] : NamedQueue("Everything", query: ""))
    }

    /// Where we are.
    var place: Place { visiting.map { .visit($0) } ?? .tab(current) }

    /// Goes somewhere; false when that is where we are, or nowhere.
    mutating func go(to place: Place) -> Bool {
        guard place != self.place else { return false }
        if case .tab(let index) = place, !queues.indices.contains(index) { return false }
        last = self.place
        switch place {
        case .tab(let index):
            current = index
            visiting = nil
        case .visit(let queue): visiting = queue
        }
        return true
    }
}

extension NamedQueue {
    /// The open cases of one of the store's queues.
    public static func ofStore(_ name: String) -> NamedQueue {
        NamedQueue(name, query: "queue:\(CaseQuery.quoted(name)) is:open", sort: SortKey.work)
    }
}
