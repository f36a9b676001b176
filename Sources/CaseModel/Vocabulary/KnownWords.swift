/// The words of several editions by their codes: histories are told in words of their time.
struct KnownWords: Sendable {
    let statuses: [String: Status]
    let severities: [String: Severity]
    let types: [String: CaseType]
    let channels: [String: Channel]
    let closures: [String: ClosureReason]
    /// The names of the centres.
    let centers: [String: String]
    /// The short words of the plans.
    let plans: [String: String]
    /// The names of the plans, the regions and the languages, by the field that has their codes.
    let names: [CaseField: [String: String]]
    /// What customers are asked for.
    let items: [String: String]
    /// What conditions say, their sources, and what would satisfy them.
    let remarks: [String: String]
    /// What conditions say alone.
    let conditions: [String: String]

    /// The words of editions; of several meanings of a code the first edition's counts.
    init(_ editions: [Policy]) {
        func known<Word>(_ words: (Policy) -> [Word], _ code: (Word) -> String) -> [String: Word] {
            Dictionary(editions.flatMap(words).map { (code($0), $0) }) { first, _ in first }
        }
        // Statuses of earlier editions stand after those that are offered.
        let offered = Set(editions.first?.lifeCycle.statuses.map(\.code) ?? [])
        statuses = known(\.statusWords, \.code).mapValues { word in
            offered.contains(word.code) ? word : Status(kind: word.kind, place: offered.count)
        }
        severities = known(\.severityWords, \.code)
        types = known(\.typeWords, \.code)
        channels = known(\.channelWords, \.code)
        closures = known(\.closureWords, \.code)
        centers = known(\.places.centers, \.code).mapValues(\.name)
        plans = known(\.cover.plans, \.code).mapValues(\.short)
        names = [
            .plan: known(\.cover.plans, \.code).mapValues(\.name),
            .region: known(\.places.regions, \.code).mapValues(\.name),
            .language: known(\.people.languages, \.code).mapValues(\.name),
        ]
        items = known(\.duties.items, \.code).mapValues(\.name)
        conditions = known(\.lifeCycle.conditions, \.code).mapValues(\.says)
        remarks = known({ $0.remarkWords }, { $0.code }).mapValues { $0.words }
    }
}

extension Policy {
    var statusWords: [Status] { lifeCycle.statuses.enumerated().map { Status(kind: $1, place: $0) } }
    var typeWords: [CaseType] { intake.requestTypes.map { CaseType(code: $0.code, words: $0.name, also: []) } }
    var channelWords: [CaseModel.Channel] {
        intake.channels.map { CaseModel.Channel(code: $0.code, words: $0.name, also: $0.also) }
    }
    var closureWords: [ClosureReason] {
        lifeCycle.closures.map { ClosureReason(code: $0.code, words: $0.name, also: $0.also) }
    }

    var remarkWords: [(code: String, words: String)] {
        lifeCycle.conditions.map { ($0.code, "\($0.says) \(credit(tags(asking: $0))). \($0.mend)") }
    }

    /// Where it comes from that a condition is asked: a remark is the row's, as a refusal is, not the condition's own.
    private func tags(asking condition: Condition) -> [String] {
        let rows = lifeCycle.transitions.filter { $0.requirements.contains { $0.condition == condition.code } }
        guard !rows.isEmpty else { return condition.origin.tags }
        return rows.flatMap { $0.origin.tags(of: "require.\(condition.code)") }.unique
    }

    var severityWords: [Severity] {
        let levels = lifeCycle.severities
        return levels.enumerated().map { place, level in
            // The first has the sign of the worst, the last that of the mildest, those between the nearest between.
            let steps = levels.count - 1
            return Severity(level: level, tone: steps < 1 ? 1 : 1 + (place * 3 + steps / 2) / steps)
        }
    }
}
