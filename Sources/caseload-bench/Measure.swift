/// What is measured of every program, in the order of the table.
enum Measure: CaseIterable {
    case start, inPage, scrolling, page, burst, search, update, memory, idle

    /// Name and unit, as the table's first column says them.
    var title: String {
        switch self {
        case .start: "start → full paint, ms"
        case .inPage: "key → last byte, in page, ms"
        case .scrolling: "key → last byte, scrolling, ms"
        case .page: "key → last byte, page down, ms"
        case .burst: "500 keys at once, ms"
        case .search: "word search, ms"
        case .update: "durable update, ms"
        case .memory: "peak memory, MiB"
        case .idle: "processor while idle, %"
        }
    }

    /// The largest allowed ratio to the yardstick, where there is one.
    var aim: Double? {
        switch self {
        case .start: 3
        case .inPage: 1.5
        case .scrolling: 1.8
        default: nil
        }
    }
}
