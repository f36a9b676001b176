internal import CaseModel

/// Where a made-up case shall stand in the end.
enum Goal: Sendable {
    case logged, doubted, queued, worked, asked, vendor, rest, review, escalated, analysed, offered, denied, closed
}

/// The words of a policy by the part they play in a story; a policy that has no such status has another for it.
struct Script: Sendable {
    let words: Vocabulary
    private let policy: Policy

    init(_ policies: PolicyBook) {
        words = policies.words
        policy = policies.inForce
    }

    /// What is asked of a customer to find the cause: the policy's activities in turn, or what the topic would have.
    func request(_ topic: Topic) -> String {
        let kinds = policy.duties.items.filter { $0.activity == .determination }
        return kinds.isEmpty ? topic.request : kinds[topic.rawValue % kinds.count].code
    }

    /// What is offered as a solution; nil where the policy has no such thing.
    func proposal(_ place: Int) -> String? {
        let kinds = policy.duties.items.filter(\.isProposal)
        return kinds.isEmpty ? nil : kinds[place % kinds.count].code
    }

    /// A ground on which support is denied for one issue.
    var ground: String? { policy.duties.grounds.first { $0.effect == .deny }?.code }

    /// What stays open where cover could not be verified.
    var unverified: String? {
        let code = "cover-active"
        return policy.lifeCycle.conditions.contains { $0.code == code } ? code : nil
    }

    /// Whether somebody commands the critical situations of who has a plan.
    func hasCommander(_ plan: Policy.Plan?) -> Bool {
        guard let plan else { return false }
        return policy.people.roles.contains { $0.isCritical && plan.roles.contains($0.code) }
    }

    /// The code of the status with which a goal is reached.
    func status(_ goal: Goal) -> String {
        let worked = all(.worked)
        let waiting = all(.waiting)
        let found: Status? =
            switch goal {
            case .logged: words.start
            case .doubted: all(.doubtful).first
            case .queued: all(.queued).first ?? words.start
            case .worked: worked.first
            case .asked: waiting.first
            case .vendor: waiting.dropFirst().first ?? waiting.first
            case .rest: waiting.first(where: \.isOnHold) ?? waiting.last
            case .review: worked.dropFirst().first
            case .escalated: all(.escalated).first
            case .analysed: worked.dropFirst(2).first
            case .offered: all(.offered).first
            case .denied: all(.refused).first
            case .closed: all(.final).first
            }
        return (found ?? worked.first ?? words.start).code
    }

    /// What a status needs, said in a story.
    ///
    /// - Parameter known: what it needs, in its order; behind that the text stands for each.
    func given(_ goal: Goal, _ text: String, until: Timestamp, known: [String] = []) -> [CaseField: String?] {
        guard let status = words.status(status(goal)) else { return [:] }
        var given: [CaseField: String?] = [:]
        for (place, need) in status.needs.enumerated() {
            let usual = need.contains("date") ? until.day.description : text
            given[.given(need)] = .some(known.indices.contains(place) ? known[place] : usual)
        }
        return given
    }

    private func all(_ role: Policy.StatusRole) -> [Status] { words.statuses.filter { $0.role == role } }

    /// The type of a code, or what cases are usually about.
    func type(_ code: String) -> String { (words.type(code) ?? words.usualType).code }

    /// The channel of a code, or the first there is.
    func channel(_ code: String) -> String? { (words.channel(code) ?? words.channels.first)?.code }

    /// The closure reason of a code, or the first there is.
    func closure(_ code: String) -> String? { (words.closure(code) ?? words.closures.first)?.code }

    /// A severity: the place among four told over however many there are.
    func severity(_ place: Int) -> Severity {
        words.severities.first { $0.tone == place } ?? words.mildest
    }
}
