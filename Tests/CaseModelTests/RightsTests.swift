import CaseModel
import Testing

@Suite struct RightsTests {
    /// Which duty gives which right; what is not here is refused.
    private static let rights: [Duty: Set<Act>] = [
        .engineer: [
            .createCase, .note, .reply, .assign, .work, .tag, .changeSeverity, .close, .deny, .keepAccounts,
            .keepContacts, .keepSite, .keepEnvironments, .commandSituation, .raiseAlerts, .acknowledgeAlerts,
        ],
        .accountManager: [
            .createCase, .note, .reply, .tag, .keepPartners, .keepAccounts, .keepContacts, .keepSite,
            .keepEnvironments, .raiseAlerts,
        ],
        .licensingAdministrator: [.note, .keepRecords, .moveLicenses, .raiseAlerts],
        .criticalSituationManager: [
            .createCase, .note, .reply, .assign, .tag, .changeSeverity, .commandSituation, .close, .keepSite,
            .raiseAlerts, .acknowledgeAlerts,
        ],
        .storeKeeper: [
            .manageAgents, .keepPolicy, .importData, .exportStore, .erasePersonalData, .restore, .keepRecords,
            .raiseAlerts,
        ],
    ]

    @Test func everyDutyHasItsRightsAndNoMore() {
        for duty in Duty.allCases {
            for act in Act.allCases {
                let agent = Agent(id: AgentID(1), name: "A", duties: [duty])
                let may = (try? authorise(agent, act, .store)) != nil
                #expect(may == (RightsTests.rights[duty]?.contains(act) ?? false), "\(duty) \(act)")
                let gone = Agent(id: AgentID(1), name: "A", duties: [duty], active: false)
                #expect(throws: Refusal.self) { try authorise(gone, act, .store) }
            }
        }
    }

    @Test func nobodyWithoutADutyMayAnything() {
        let agent = Agent(id: AgentID(1), name: "A")
        for act in Act.allCases { #expect(throws: Refusal.self) { try authorise(agent, act, .item(CaseID(1))) } }
    }

    @Test func aLoginIsTheAgentThatItNames() throws {
        let one = Agent(id: AgentID(1), name: "Zoë", logins: ["desk"])
        let other = Agent(id: AgentID(2), name: "Kai", logins: ["desk"])
        func acts(_ name: String?, _ agents: [Agent]) throws -> AgentID {
            try whoActs(Claim(login: "desk", userNumber: 1, name: name), among: agents).id
        }
        #expect(try acts(nil, [one]) == one.id)
        #expect(try acts("zoe", [one, other]) == one.id)
        #expect(try acts("Zoe\u{308}", [one, other]) == one.id)
        func rule(_ name: String?, _ agents: [Agent]) -> String? {
            do { return try acts(name, agents).description } catch { return (error as? Refusal)?.rule }
        }
        #expect(rule(nil, []) == "read-only-login")
        #expect(rule(nil, [one, other]) == "name-yourself")
        #expect(rule("Ann", [one, other]) == "not-your-name")
        #expect(rule("Kai", [one]) == "not-your-name")
    }
}
