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

    /// Everybody but me, as records.
    var colleagues: [LoadRecord] {
        Staff.queues.flatMap { queue in
            (Staff.teams[queue] ?? []).filter { $0 != me }.map { name in
                let duties: Set<Duty> = queue == "Escalation" ? [.engineer, .criticalSituationManager] : [.engineer]
                return .agent(posts.agent(name, duties, of: queue))
            }
        }
    }

    /// Somebody of a queue.
    func member(of queue: String, _ dice: inout Dice) -> String {
        let team = Staff.teams[queue] ?? []
        return team.isEmpty ? me : dice.pick(team)
    }
}
