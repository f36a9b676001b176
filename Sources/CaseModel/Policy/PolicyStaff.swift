extension Policy {
    /// What an engineer knows: a group of products (domain 11, rows 33, 34; the guide's own list is lost).
    public struct Expertise: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// The products it covers, by any words of their names.
        public let products: [String]
        /// Where this comes from.
        public let origin: Origin

        /// Whether it covers a product, as people write it.
        public func covers(_ product: String) -> Bool { products.contains { namesProduct($0, product) } }
    }

    /// Hours in which somebody works, on the clocks of the centre (domain 11, row 33).
    public struct Shift: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// The hours of a week.
        public let hours: WeekHours
        /// Where this comes from.
        public let origin: Origin
    }

    /// A language that somebody speaks: its tag, and the name by which regions offer it (domain 3).
    public struct Language: Equatable, Sendable {
        /// Its tag, as in `de`.
        public let code: String
        /// Its name.
        public let name: String
        /// Where this comes from.
        public let origin: Origin
    }

    /// A rule that the program knows how to follow, and the order in which the policy wants it to look at things.
    public struct Rule: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// What it does, in words.
        public let meaning: String
        /// What is looked at first, then, last; which words there are is the rule's business.
        public let order: [String]
        /// Where this comes from.
        public let origin: Origin

        /// The rules that the program knows, each with the words that its order may have.
        static let orders: [String: [String]] = [
            Router.rule: Router.aspects, FollowTheSun.rule: [],
            AutomaticContact.rule: AutomaticContact.Reason.allCases.map(\.rawValue),
        ]
    }

    /// The rule of a code; nil when the policy has none, and then nothing is done by it.
    public func rule(_ code: String) -> Rule? { duties.rules.first { $0.code == code } }

    /// The name of a class of availability; the policy's word for it where it names none.
    public func name(of availability: Availability?) -> String {
        guard let availability else { return "not said" }
        return people.availabilities.first { $0.code == availability.rawValue }?.name ?? availability.rawValue
    }

    /// The language that a tag (`de`, `de-CH`) or a name means; nil for one that the policy does not name.
    public func language(_ text: String) -> Language? {
        let folded = Words.fold(text)
        let tag = folded.prefix { $0 != "-" }
        return people.languages.first { Words.fold($0.name) == folded || $0.code == tag }
    }

    /// The hours that the shift of an agent means: a shift of the policy, `24x7`, or hours of a week, with semicolons
    /// between lines.
    ///
    /// - Throws: a refusal for what is none of them.
    public func hours(ofShift text: String) throws(Refusal) -> WeekHours {
        if let shift = people.shifts.first(where: { $0.code == text }) { return shift.hours }
        if text == Coverage.always.rawValue { return .always }
        guard text.unicodeScalars.contains(":") else {
            throw .unknownWord("shift", text, people.shifts.map(\.code) + [Coverage.always.rawValue])
        }
        var week: [Int: [WeekHours.Shift]] = [:]
        do throws(HoursProblem) {
            for line in separated(text, by: ";") {
                for (day, shifts) in try HoursText.read(line) { week[day, default: []] += shifts }
            }
        } catch {
            throw Refusal(
                rule: "agent-shift", message: error.description, remedy: "Give hours, or a shift of the policy.")
        }
        return WeekHours(week)
    }
}

/// Whether a product as people write it has the words of a name in it, in their order.
func namesProduct(_ name: String, _ product: String) -> Bool {
    let wanted = Words.split(name)
    let words = Words.split(product)
    guard !wanted.isEmpty, wanted.count <= words.count else { return false }
    return (0...(words.count - wanted.count)).contains { words[$0..<($0 + wanted.count)].elementsEqual(wanted) }
}

extension Refusal {
    /// A word that the policy does not know, with the nearest it does.
    static func unknownWord(_ what: String, _ word: String, _ known: [String]) -> Refusal {
        let near = hint(word, known)
        let all = known.isEmpty ? "Add it to the policy." : "Known: \(known.joined(separator: ", "))."
        return Refusal(
            rule: "\(what)-unknown", message: "The policy has no \(what) \(word.prefix(80)).",
            remedy: near.isEmpty ? all : String(near.dropFirst()))
    }
}
