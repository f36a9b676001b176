// What an agent knows, where and when the agent works: the words are the policy's.

extension Agent {
    /// The most products that are kept of one agent.
    private static var mostProducts: Int { 200 }

    /// The agent with its place in the one form in which it is kept: codes, tags of languages, products sorted.
    ///
    /// What was so before stays, even where the policy has no such word any more.
    ///
    /// - Throws: a refusal for a word that the policy does not know, or hours that are none.
    public func placed(by policy: Policy, unlike known: Agent? = nil) throws(Refusal) -> Agent {
        var agent = self
        func word(_ what: String, _ word: String?, _ before: String?, _ codes: [String]) throws(Refusal) {
            guard let word, word != before, !codes.contains(word) else { return }
            throw .unknownWord(what, word, codes)
        }
        try word("expertise", expertise, known?.expertise, policy.people.expertise.map(\.code))
        try word("center", center, known?.center, policy.places.centers.map(\.code))
        try word("role", role, known?.role, policy.people.roles.map(\.code))
        if let shift, shift != known?.shift { _ = try policy.hours(ofShift: try shift.checked("shift", 200)) }
        if let tier, !(1...9).contains(tier) { throw .tier(tier) }
        if languages != known?.languages {
            var tags: Set<String> = []
            for text in languages {
                guard let language = policy.language(text) else {
                    throw .unknownWord("language", text, policy.people.languages.map(\.name))
                }
                tags.insert(language.code)
            }
            agent.languages = tags.sorted()
        }
        if products != known?.products {
            var seen: Set<String> = []
            guard products.count <= Agent.mostProducts else { throw .tooManyProducts(products.count) }
            for product in products {
                _ = try product.checked("name of a product", 200)
                guard
                    !product.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == "," })
                else {
                    throw .productSign
                }
            }
            agent.products = products.filter { seen.insert(Words.fold($0)).inserted }
                .sorted { Words.fold($0).utf8.lexicographicallyPrecedes(Words.fold($1).utf8) }
        }
        return agent
    }

    /// What differs between an agent and what was known of it, in words for the journal.
    func changes(since known: Agent) -> String {
        func words(_ name: String, _ new: String?, _ old: String?) -> String? {
            new == old ? nil : "\(name) \(new.flatMap(\.orNil) ?? "none")"
        }
        func list(_ name: String, _ new: [String], _ old: [String]) -> String? {
            words(name, new.joined(separator: ", "), old.joined(separator: ", "))
        }
        let duties = { (agent: Agent) in Duty.allCases.filter(agent.duties.contains).map(\.rawValue) }
        return [
            words("name", name, known.name), list("login", logins.sorted(), known.logins.sorted()),
            list("duties", duties(self), duties(known)), words("role", role, known.role),
            words("tier", tier.map { "\($0)" }, known.tier.map { "\($0)" }), words("center", center, known.center),
            words("shift", shift, known.shift), words("expertise", expertise, known.expertise),
            list("products", products, known.products), list("languages", languages, known.languages),
            active == known.active ? nil : active ? "active" : "inactive",
        ]
        .compactMap { $0 }.joined(separator: "; ")
    }
}

extension Refusal {
    static func tier(_ tier: Int) -> Refusal {
        Refusal(rule: "agent-tier", message: "\(tier) is no tier.", remedy: "Give 1 for the first line, up to 9.")
    }

    static func tooManyProducts(_ count: Int) -> Refusal {
        Refusal(
            rule: "agent-products", message: "\(count) products are too many for one agent.",
            remedy: "Give at most 200, or an expertise of the policy that covers them.")
    }

    static let productSign = Refusal(
        rule: "agent-products", message: "The name of a product holds a comma or a control character.",
        remedy: "Take it out, or make two products of it.")
}
