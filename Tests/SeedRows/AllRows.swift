extension SeedRow {
    /// Every row of the domain reference, section 11, that has a proof, in order.
    public static let all: [SeedRow] = groups.flatMap { $0 }.sorted { $0.place < $1.place }

    /// The topics; each stands in a file of its own.
    private static let groups: [[SeedRow]] = [
        SeedRow.cases, SeedRow.duties, SeedRow.licenses, SeedRow.site, SeedRow.people, SeedRow.places, SeedRow.premium,
        SeedRow.references,
    ]

    private var place: (Int, String) {
        let digits = row.prefix { $0.isNumber }
        return (Int(digits) ?? 0, String(row.dropFirst(digits.count)))
    }

    /// The rows that the reference has.
    public static let expected: [String] = (1...83).flatMap { number -> [String] in
        switch number {
        case 17, 36, 44: ["a", "b", "c"].map { "\(number)\($0)" }
        case 39, 46, 56: ["a", "b"].map { "\(number)\($0)" }
        case 61: ["61", "61a", "61b", "61c", "61d"]
        case 62: ["62", "62a", "62b", "62c"]
        case 67, 71: ["a", "b", "c"].map { "\(number)\($0)" }
        default: ["\(number)"]
        }
    }
}
