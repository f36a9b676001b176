import CaseModel

extension PolicyRule {
    /// What was put together, part by part, as sentences with their sources.
    func sentences(_ policy: Policy) -> [String] {
        facts.flatMap { fact -> [String] in
            let told = "\(sentence(fact)). \(policy.credit(fact.tags))"
            guard fact.what == "coverage", rule.coverage == .always, rule.target.isInBusinessTime else { return [told] }
            // No text says what such a promise means; the rule of this program does (domain 2.3).
            let plain = rule.target.description.inPlainHours
            return [
                told,
                "So the promise runs day and night, as \(plain): no opening hours have a say. \(policy.credit(["INF"]))",
            ]
        }
    }

    /// What a part of the rule says, as a sentence without its stop.
    private func sentence(_ fact: Fact) -> String {
        switch fact.what {
        case "kind": return "The kind of case is \(fact.value)"
        case "target": return "The promise is \(fact.value)"
        case "coverage":
            let word = fact.value.prefix { $0 != "," }
            let hours = word == Coverage.business.rawValue ? "in business hours only" : "at any hour (\(word))"
            return "Time counts \(hours)\(fact.value.dropFirst(word.count))"
        case "hours": return "Business hours are \(fact.value)"
        case "zone": return "Days and hours are those of \(fact.value)"
        default: return "\(fact.what.sentence.withoutStop): \(fact.value)"
        }
    }
}

extension ClockTarget {
    /// Whether it is one of business hours or days, whichever hours count in the end.
    var isInBusinessTime: Bool { [.businessHours, .businessDays].contains(unit) }
}

extension String {
    /// A target of business hours as what its hours are around the clock (domain 2.3): `2 hours` for `2 business hours`.
    var inPlainHours: String { replacing("business ", with: "") }

    /// The same with a word for that: `2 hours, at any hour`.
    var atAnyHour: String { inPlainHours + ", at any hour" }
}
