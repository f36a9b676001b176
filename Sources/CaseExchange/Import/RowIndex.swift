/// Where the rows of each case stand in a file: 24 bytes for a row and about 50 for a case, however long they are.
struct RowIndex {
    /// Where a row stands.
    struct Place {
        let offset: Int64
        let line: UInt32
        fileprivate(set) var next: UInt32
        /// Seconds of its time, for sorting.
        let at: Int64
    }

    /// Two numbers that stand for a key; a process mixes them its own way, so that nobody can make two keys meet.
    private struct Print: Hashable {
        let one: Int
        let two: Int

        init(_ key: ArraySlice<UInt8>) {
            one = Print.mix(1, key)
            two = Print.mix(2, key)
        }

        private static func mix(_ number: Int, _ key: ArraySlice<UInt8>) -> Int {
            var hasher = Hasher()
            hasher.combine(number)
            key.withUnsafeBytes { hasher.combine(bytes: $0) }
            return hasher.finalize()
        }
    }

    private var places: [Place] = []
    private var cases: [(first: UInt32, last: UInt32)] = []
    private var known: [Print: UInt32] = [:]
    private static let none = UInt32.max

    /// How many cases there are.
    var count: Int { cases.count }

    /// The number of the case with a key; nil when no row had it.
    func number(of key: ArraySlice<UInt8>) -> Int? { known[Print(key)].map { Int($0) } }

    /// Where the row that begins on a line stands.
    func place(ofLine line: Int) -> Place? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].line == line ? places[low] : nil
    }

    /// Adds a row to the case of its key; cases stand in the order of their first rows.
    mutating func add(key: ArraySlice<UInt8>, offset: Int64, line: Int, at seconds: Int64) {
        let number = UInt32(truncatingIfNeeded: places.count)
        places.append(
            Place(offset: offset, line: UInt32(truncatingIfNeeded: line), next: RowIndex.none, at: seconds))
        let print = Print(key)
        if let index = known[print] {
            places[Int(cases[Int(index)].last)].next = number
            cases[Int(index)].last = number
        } else {
            known[print] = UInt32(truncatingIfNeeded: cases.count)
            cases.append((number, number))
        }
    }

    /// The rows of a case: in the order of the file, or by time, equal times as in the file.
    func rows(ofCase index: Int, sorted: Bool) -> [Place] {
        var rows: [Place] = []
        var next = cases[index].first
        while next != RowIndex.none {
            rows.append(places[Int(next)])
            next = places[Int(next)].next
        }
        guard sorted else { return rows }
        return rows.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}
