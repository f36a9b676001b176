// The centre that works on a request, and the languages in which it is answered.

extension Router {
    /// The region's centre; around the clock the centre that is open, for cases pass from one to the next.
    func chooseCenter(_ region: Policy.Region?, _ answer: inout RouteAnswer) {
        let question = answer.question
        let states = policy.centers(at: question.at, zones: zones)
        let own = states.first { $0.center.code == question.center }
        let home = states.filter { $0.center.region == region?.code }
        let first = own ?? home.first { $0.isOpen } ?? home.first
        guard answer.coverage == .always else {
            answer.center = first
            return tell(first, own == nil ? "of the region" : "holds the case", &answer)
        }
        if let first, first.isOpen {
            answer.center = first
            return tell(first, own == nil ? "of the region" : "holds the case", &answer)
        }
        guard let rule = policy.rule(FollowTheSun.rule) else {
            answer.center = first
            tell(first, own == nil ? "of the region" : "holds the case", &answer)
            return answer.warn(
                "route-sun", "The policy does not pass cases from centre to centre, and this one is closed.",
                "Add a [rule \"\(FollowTheSun.rule)\"] to the policy, or find somebody there.", [])
        }
        let from = first?.center.name ?? "no centre"
        if let open = following(states, region) {
            answer.center = open
            return tell(open, "\(from) is closed; this one is open", &answer, rule.origin.tags)
        }
        answer.center = FollowTheSun(states).next
        tell(answer.center, "no centre is open; this one opens next", &answer, rule.origin.tags)
        answer.warn(
            "route-closed", "No centre is open now, and this case is worked on around the clock.",
            "Give it to somebody who is reachable.", [])
    }

    /// The centre to which a case passes: one of the same region, of the same geo, then the one that closes last.
    private func following(_ states: [CenterState], _ region: Policy.Region?) -> CenterState? {
        func distance(_ state: CenterState) -> Int {
            if state.center.region == region?.code { return 0 }
            return state.region?.geo != nil && state.region?.geo == region?.geo ? 1 : 2
        }
        return states.filter(\.isOpen).min { a, b in
            let (first, second) = (distance(a), distance(b))
            return first == second ? (a.closes ?? .farthest) > (b.closes ?? .farthest) : first < second
        }
    }

    private func tell(
        _ state: CenterState?, _ because: String, _ answer: inout RouteAnswer, _ tags: [String]? = nil
    ) {
        guard let state else {
            return answer.warn(
                "route-center", "There is no centre for it.", "Add a [center] for the region to the policy.", [])
        }
        let hours: String
        if state.isOpen {
            hours = state.closes.map { "open until \($0)" } ?? "open"
        } else {
            hours = state.opens.map { "closed until \($0)" } ?? "closed"
        }
        answer.decide(
            "center", state.center.name, "\(because), \(hours)", tags ?? state.center.origin.tags(of: "region"))
    }

    /// The languages that are wanted: the one asked for in the region's hours, outside them those that are left.
    func chooseLanguage(_ region: Policy.Region?, _ answer: inout RouteAnswer) -> [String] {
        let question = answer.question
        let asked = question.language.map { policy.language($0)?.name ?? $0 }
        guard let region else { return asked.map { [$0] } ?? [] }
        let isOpen = policy.calendar(of: region, zones: zones)?.stretch(at: question.at)?.contains(question.at) ?? false
        guard isOpen else {
            let left = region.languagesOutside
            guard !left.isEmpty else { return asked.map { [$0] } ?? [] }
            let words = left.joined(separator: ", ")
            answer.decide(
                "language", words, "outside the hours of \(region.name)", region.origin.tags(of: "languages-outside"))
            if let asked, !left.contains(where: { same($0, asked) }) {
                answer.warn(
                    "route-language", "\(asked) was asked for; outside the hours of \(region.name) it is \(words).",
                    "Say so to the customer, or wait for the hours.", region.origin.tags(of: "languages-outside"))
            }
            return left
        }
        guard let asked else { return [] }
        let tags = region.origin.tags(of: "languages")
        answer.decide("language", asked, "asked for; never guaranteed", tags)
        if !region.languages.contains(where: { same($0, asked) }) {
            answer.warn(
                "route-language",
                "\(region.name) does not offer \(asked), only \(region.languages.joined(separator: ", ")).",
                "Agree another language with the customer.", tags)
        }
        return [asked]
    }

    /// Whether two names or tags mean one language.
    func same(_ a: String, _ b: String) -> Bool {
        if let first = policy.language(a), let second = policy.language(b) { return first.code == second.code }
        return Words.fold(a) == Words.fold(b)
    }
}
