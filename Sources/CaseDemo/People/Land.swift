/// A country with its towns, companies and names; all of them made up or so common that they are nobody's.
struct Land: Sendable {
    /// The ISO 3166 code.
    let code: String
    /// Where it lies, the narrowest word first, as policies say what a region includes.
    let areas: [String]
    /// The language its people write in.
    let tongue: String
    /// Hours east of UTC in winter, which is near enough for office hours.
    let hours: Int
    /// How many cases come from there, beside the others.
    let weight: Int
    let towns: [String]
    let companies: [String]
    let given: [String]
    let families: [String]

    /// The name of a person: the family's first where that is the custom.
    func person(_ given: String, _ family: String) -> String {
        switch tongue {
        case "ja": "\(family) \(given)"
        case "zh", "ko": family + given
        default: "\(given) \(family)"
        }
    }
}
