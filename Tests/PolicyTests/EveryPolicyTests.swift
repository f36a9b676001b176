import CaseModel
import SettingsText
import Testing

@Suite("Whatever a policy says, it answers by it")
struct EveryPolicyTests {
    @Test(arguments: Policies.allCases)
    func isRead(_ which: Policies) throws {
        let policy = try which.policy()
        #expect(!policy.cover.plans.isEmpty && !policy.lifeCycle.statuses.isEmpty && !policy.places.regions.isEmpty)
        #expect(policy.lifeCycle.severities.map(\.rank) == Array(1...policy.lifeCycle.severities.count))
        #expect(policy.lifeCycle.statuses.filter { $0.role == .start }.count == 1)
    }

    /// A text that was checked before is read without that, and means the same; what can be read all the same is read.
    @Test(arguments: Policies.allCases)
    func isReadTheSameUnchecked(_ which: Policies) throws {
        let policy = try which.policy()
        #expect(Policy.readChecked(bytes: policy.text, named: policy.file.name) == policy)
        #expect(Policy.read(bytes: policy.text, named: policy.file.name).problems == [])
        let broken = Array("[edition \"x\"]\neffective = tomorrow\n".utf8)
        #expect(Policy.readChecked(bytes: broken, named: "broken") == nil)
    }

    /// Every plan with every severity and region: the target and coverage are the words of the file.
    @Test(arguments: Policies.allCases)
    func everyCell(_ which: Policies) throws {
        let policy = try which.policy()
        var cells = 0
        for line in policy.cover.targets {
            for set in line.plans {
                for severity in policy.lifeCycle.severities.map(\.code) {
                    let written = policy.file.sections("targets").first { $0.name == line.name }?[
                        "severity.\(severity)"]
                    for region in policy.places.regions {
                        cells += 1
                        guard written != "none" else {
                            #expect(throws: PolicyQuestionProblem.noTarget(line: line.name, severity: severity)) {
                                try policy.rule(
                                    plan: set.sorted(), severity: severity, region: region.code, zones: TestZones.zone)
                            }
                            continue
                        }
                        let answer = try policy.rule(
                            plan: set.sorted(), severity: severity, region: region.code, kind: line.kind,
                            zones: TestZones.zone)
                        #expect(answer.rule.target.description == written)
                        #expect(answer.rule.calendar.zone.name == region.zone)
                        let opened = Timestamp(seconds: 1_772_000_000)
                        let sum = answer.rule.sum(from: opened)
                        let due = try #require(sum.due)
                        #expect(due > opened && sum.steps.first?.from == opened && sum.steps.last?.to == due)
                        #expect(zip(sum.steps, sum.steps.dropFirst()).allSatisfy { $0.to == $1.from })
                    }
                }
            }
        }
        #expect(cells >= 30)
    }

    @Test(arguments: Policies.allCases)
    func followUps(_ which: Policies) throws {
        let policy = try which.policy()
        let plan = try #require(policy.cover.plans.first { $0.hasTargets })
        let severity = try #require(policy.lifeCycle.severities.first)
        let answer = try policy.rule(
            plan: [plan.code], severity: severity.code, region: policy.places.regions[0].code, clock: .followUp,
            zones: TestZones.zone)
        #expect(answer.rule.target == policy.cover.followUps[0].values[severity.code])
    }

    /// From the start some way of transitions leads to an end, and no status is out of reach.
    @Test(arguments: Policies.allCases)
    func everyStatusCanBeReached(_ which: Policies) throws {
        let policy = try which.policy()
        let statuses = policy.lifeCycle.statuses.map(\.code)
        var reached: Set<String> = []
        for transition in policy.lifeCycle.transitions where policy.allows(transition, from: nil) {
            reached.formUnion(statuses.filter { policy.contains(transition.to, $0) })
        }
        var before = 0
        while reached.count > before {
            before = reached.count
            for transition in policy.lifeCycle.transitions
            where reached.contains(where: { policy.allows(transition, from: $0) }) {
                reached.formUnion(statuses.filter { policy.contains(transition.to, $0) || transition.otherwise == $0 })
            }
        }
        #expect(reached == Set(statuses))
    }

    /// No value stands without a source, and one that is marked is never given without its mark.
    @Test(arguments: Policies.allCases)
    func everyValueHasASource(_ which: Policies) throws {
        let policy = try which.policy()
        let marked = policy.sources.filter { $0.mark != nil }
        #expect(!marked.isEmpty)
        for section in policy.file.sections where section.kind != "source" {
            let origin = policy.origin(of: section)
            for entry in section.entries where !entry.key.hasPrefix("source") && entry.key != "default-source" {
                let tags = origin.tags(of: entry.key)
                #expect(!tags.isEmpty, "\(section.kind) \(section.name ?? "") \(entry.key)")
                for source in marked where tags.contains(source.tag) {
                    #expect(policy.credit(tags).contains(source.mark ?? "?"))
                }
            }
        }
    }

    @Test(arguments: Policies.allCases)
    func whatIsUnknownIsSaidWithTheNearest(_ which: Policies) throws {
        let policy = try which.policy()
        let plan = policy.cover.plans[0].code
        let region = policy.places.regions[0].code
        let severity = policy.lifeCycle.severities[0].code
        func ask(_ plan: String, _ severity: String, _ region: String, _ kind: String? = nil) -> String {
            do throws(PolicyQuestionProblem) {
                let zones = { @Sendable (name: String) in TestZones.zone(name) }
                return try policy.rule(plan: [plan], severity: severity, region: region, kind: kind, zones: zones)
                    .rule.target.description
            } catch {
                return error.description
            }
        }
        #expect(ask(plan + "e", severity, region).contains("Did you mean \(plan)?"))
        #expect(ask(plan, severity, region + "x").contains("Did you mean \(region)?"))
        #expect(ask(plan, "no such severity", region).contains(severity))
        let addOn = try #require(policy.cover.plans.first { $0.kind == .addOn })
        #expect(ask(addOn.code, severity, region).contains("needs a plan beside it"))
        let other = try #require(
            policy.cover.targets.first { !$0.plans.contains([plan]) && $0.kind != policy.cover.targets[0].kind })
        #expect(ask(plan, severity, region, other.kind).contains("no targets"))
    }

    @Test func aNightShiftIsCountedOnItsWeek() throws {
        let policy = try Policies.harbour.policy()
        // Thursday's shift ends on Friday at 04:00; the next begins on Sunday evening.
        let answer = try policy.rule(plan: ["berth"], severity: "leak", region: "north-quay", zones: TestZones.zone)
        let zone = answer.rule.calendar.zone
        let opened = zone.instant(try #require(LocalTime(iso: "2026-03-06T02:00")))
        #expect(answer.rule.sum(from: opened).due == zone.instant(try #require(LocalTime(iso: "2026-03-08T21:00"))))
        // The feast takes three shifts away, but not the end of the one before it.
        let feast = zone.instant(try #require(LocalTime(iso: "2026-03-30T03:00")))
        #expect(answer.rule.sum(from: feast).due == zone.instant(try #require(LocalTime(iso: "2026-04-02T22:00"))))
    }

    @Test func whatNearlyMatchedIsNamed() throws {
        let harbour = try Policies.harbour.policy()
        let alone = try harbour.rule(plan: ["berth"], severity: "fire", region: "south-quay", zones: TestZones.zone)
        #expect(alone.rule.coverage == .business)
        #expect(alone.nearly.contains { $0.because == "needs pilot as well" && $0.value == "24x7" })
        let both = try harbour.rule(
            plan: ["pilot", "berth"], severity: "fire", region: "south-quay", zones: TestZones.zone)
        #expect(both.rule.coverage == .always)
        #expect(both.nearly.contains { $0.because == "names fewer of the plans" && $0.value == "business" })
        #expect(throws: PolicyQuestionProblem.self) {
            try harbour.rule(plan: ["berth", "quay"], severity: "fire", region: "south-quay", zones: TestZones.zone)
        }
    }
}
