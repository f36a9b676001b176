/// Fills the words in braces of a sentence, the same way throughout a case.
struct Phrases: Sendable {
    let product: String
    let version: String
    /// What it shows.
    let code: String
    private let place: String
    /// The machine that it is about.
    let host: String
    private let count: Int
    private let minutes: Int

    init(_ product: Company.Product, _ land: Land, _ dice: inout Dice) {
        self.product = product.name
        version = product.release
        code = Phrases.code(&dice)
        place = dice.pick(land.towns)
        let kinds = ["gw", "app", "lic", "prn", "ts", "web"]
        host = "\(dice.pick(kinds))\(dice.number(1...48)).\(land.code.lowercased())"
        count = dice.number(3...96)
        minutes = dice.number(2...25)
    }

    private static func code(_ dice: inout Dice) -> String {
        switch dice.number(0...3) {
        case 0: "E\(dice.number(1000...9899))"
        case 1: "0x\(String(dice.number(0x8000_0000...0x8FFF_FFFF), radix: 16, uppercase: true))"
        case 2: "HTTP \(dice.pick(["401", "403", "502", "503", "504"]))"
        default: "ERR-\(dice.pick(["AUTH", "CONN", "QUEUE", "STATE", "TIME"]))-\(dice.number(10...99))"
        }
    }

    /// A sentence with its words filled in.
    func fill(_ sentence: String) -> String {
        var result = ""
        for (index, part) in sentence.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: "}") else {
                result += part
                continue
            }
            result += word(part[..<end]) + part[part.index(after: end)...]
        }
        return result
    }

    private func word(_ name: Substring) -> String {
        switch name {
        case "product": product
        case "version": version
        case "code": code
        case "place": place
        case "host": host
        case "count": String(count)
        default: String(minutes)
        }
    }
}
