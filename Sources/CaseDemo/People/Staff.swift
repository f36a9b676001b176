internal import CaseModel

/// Who works in the centre.
struct Staff: Sendable {
    /// The agent who looks at it.
    let me: String
    /// Where and when the others work.
    let posts: Posts
    /// The places where cases wait.
    static let queues = [
        "Customer Service", "Network", "Licensing", "Desktop", "Printing", "Appliances", "Identity", "Escalation",
    ]

    /// Colleagues by the queue they work on; nobody is in two.
    private static let teams: [String: [String]] = [
        "Customer Service": ["Nadia Lindqvist", "Patrick Oyelaran", "Rosa Ferreira"],
        "Network": ["Kim Sørlie", "Aaron Delacroix", "Yuki Hanada"],
        "Licensing": ["Lena Brandauer", "Tomás Villar"],
        "Desktop": ["Ada Whitcombe", "Hiro Tanabe", "Femi Adeyemi", "Clara Monnet"],
        "Printing": ["Gregor Maly"],
        "Appliances": ["Sofia Brännström", "Wei Lin"],
        "Identity": ["Jonas Achterberg", "Mina Rahimi"],
        "Escalation": ["Viktor Dragan", "Eun-ji Baek"],
    ]

    /// Those who know single customers; they work on no queue.
    private static let managers = ["Helena Marsh", "Oscar Lindqvist", "Ines Cardoso", "Kenji Mori"]

    /// Where everybody works, by name.
    private let centers: [String: String]

    init(me: String, posts: Posts) {
        self.me = me
        self.posts = posts
        var centers: [String: String] = [:]
        for (queue, team) in Staff.teams {
            for name in team { centers[name] = posts.agent(name, [], of: queue).center }
        }
        self.centers = centers
    }

    /// Everybody but me, as records.
    var colleagues: [LoadRecord] {
        Staff.queues.flatMap { queue in
            (Staff.teams[queue] ?? []).filter { $0 != me }.map { name in
                var duties: Set<Duty> = [.engineer]
                if queue == "Escalation" { duties.insert(.criticalSituationManager) }
                if queue == "Licensing" { duties.insert(.licensingAdministrator) }
                return .agent(posts.agent(name, duties, of: queue))
            }
        } + Staff.managers.compactMap { name in posts.manager(name).map { .agent($0) } }
    }

    /// Who knows the customer of a number; nil where no role of the policy is for that.
    func manager(of number: Int) -> String? {
        posts.hasManagers ? Staff.managers[number % Staff.managers.count] : nil
    }

    /// Who runs the situation of a customer's number.
    func commander(of number: Int) -> String? {
        let team = Staff.teams["Escalation"] ?? []
        return team.isEmpty ? nil : team[number % team.count]
    }

    /// Where somebody works on a customer's case; nil for somebody who works nowhere in particular.
    ///
    /// - Parameter isAway: whether it is worked on where somebody is awake rather than in the customer's region.
    func center(of name: String, for company: Company, isAway: Bool) -> String? {
        guard let own = centers[name] else { return nil }
        let near = posts.centers(of: company.region)
        return isAway || near.isEmpty || near.contains(own) ? own : near[company.number % near.count]
    }

    /// Somebody of a queue for a case of a region: mostly whoever sits there.
    func member(of queue: String, near region: String?, _ dice: inout Dice) -> String {
        let team = Staff.teams[queue] ?? []
        let near = posts.centers(of: region)
        let own = team.filter { name in centers[name].map(near.contains) ?? false }
        return team.isEmpty ? me : dice.pick(team + own + own + own)
    }

    /// Somebody of a queue.
    func member(of queue: String, _ dice: inout Dice) -> String {
        let team = Staff.teams[queue] ?? []
        return team.isEmpty ? me : dice.pick(team)
    }
}
