import CaseModel
import Testing

// The tables of domain 2.1, 2.2 and 2.3, typed anew: nothing here is read from the policy.

@Suite("The built-in policy says what the guide says")
struct GuideTableTests {
    /// Targets: plan, severity, words, strict.
    static let targets: [(String, String, [(String, Bool)])] = [
        (
            "core", "software",
            [
                ("30 minutes", false), ("2 business hours", false), ("8 business hours", false),
                ("8 business hours", false),
            ]
        ),
        (
            "advanced", "software",
            [
                ("<30 minutes", true), ("2 business hours", false), ("6 business hours", false),
                ("8 business hours", false),
            ]
        ),
        (
            "priority", "software",
            [("<15 minutes", true), ("30 minutes", false), ("4 business hours", false), ("4 business hours", false)]
        ),
        (
            "priority-plus", "software",
            [("<10 minutes", true), ("<30 minutes", true), ("4 business hours", false), ("4 business hours", false)]
        ),
        (
            "select", "software",
            [
                ("<30 minutes", true), ("2 business hours", false), ("8 business hours", false),
                ("8 business hours", false),
            ]
        ),
        (
            "bronze", "appliance",
            [("1 hour", false), ("4 hours", false), ("24 hours", false), ("5 business days", false)]
        ),
        (
            "silver", "appliance",
            [("1 hour", false), ("4 hours", false), ("24 hours", false), ("5 business days", false)]
        ),
        (
            "gold", "appliance",
            [("1 hour", false), ("4 hours", false), ("24 hours", false), ("5 business days", false)]
        ),
        (
            "gold-plus", "appliance",
            [("1 hour", false), ("4 hours", false), ("24 hours", false), ("5 business days", false)]
        ),
        (
            "standard", "appliance",
            [("1 hour", false), ("4 hours", false), ("24 hours", false), ("5 business days", false)]
        ),
        (
            "expedited", "appliance",
            [("1 hour", false), ("4 hours", false), ("24 hours", false), ("5 business days", false)]
        ),
    ]

    @Test("targets", arguments: targets)
    func target(plan: String, kind: String, row: [(String, Bool)]) throws {
        let policy = try Policies.builtIn.policy()
        for (index, (words, strict)) in row.enumerated() {
            for region in ["americas", "emea", "apac", "japan"] {
                let answer = try policy.rule(
                    plan: [plan], severity: "\(index + 1)", region: region, zones: TestZones.zone)
                #expect(answer.kind == kind)
                #expect(answer.rule.target.description == words)
                #expect(answer.rule.target.isStrict == strict)
            }
        }
    }

    /// Coverage of severities 1 to 4; A is around the clock, b the business hours.
    static let coverage: [(String, String, String)] = [
        ("core", "software", "Abbb"), ("select", "software", "Abbb"), ("advanced", "software", "Abbb"),
        ("priority", "software", "AAbb"), ("priority-plus", "software", "AAbb"),
        ("core+trm", "software", "AAbb"), ("select+trm", "software", "AAbb"), ("advanced+trm", "software", "AAbb"),
        ("priority+trm", "software", "AAbb"), ("trm+select", "software", "AAbb"),
        ("bronze", "appliance", "bbbb"), ("silver", "appliance", "bbbb"),
        ("gold", "appliance", "Abbb"), ("gold-plus", "appliance", "Abbb"),
        ("standard", "appliance", "Abbb"), ("expedited", "appliance", "Abbb"),
        ("priority+gold", "appliance", "AAbb"), ("priority+gold-plus", "appliance", "AAbb"),
        ("priority-plus+gold", "appliance", "AAbb"), ("priority-plus+gold-plus", "appliance", "AAbb"),
        ("gold+trm", "appliance", "AAbb"), ("select+gold+trm", "appliance", "AAbb"),
        ("gold-plus+trm", "appliance", "AAbb"), ("core+trm+gold-plus", "appliance", "AAbb"),
        // Nothing in the text lifts these.
        ("select+gold", "appliance", "Abbb"), ("select+bronze", "appliance", "bbbb"),
        ("bronze+trm", "appliance", "bbbb"), ("priority+silver", "appliance", "bbbb"),
        ("select+gold", "software", "Abbb"), ("select+gold+trm", "software", "AAbb"),
        ("priority+gold", "software", "AAbb"), ("core+bronze", "software", "Abbb"),
    ]

    @Test("coverage", arguments: coverage)
    func cover(plans: String, kind: String, letters: String) throws {
        let policy = try Policies.builtIn.policy()
        for (index, letter) in letters.enumerated() {
            let answer = try policy.rule(
                plan: plans.split(separator: "+").map(String.init), severity: "\(index + 1)", region: "emea",
                kind: kind, zones: TestZones.zone)
            #expect(answer.rule.coverage == (letter == "A" ? .always : .business), "\(plans) severity \(index + 1)")
        }
    }

    /// Worked examples of domain 2.3: region, plans, severity, opened, holidays, due, in local time.
    static let vectors: [(String, String, String, String, [String], String)] = [
        ("americas", "select", "2", "2026-03-06T20:30", [], "2026-03-09T09:30"),
        ("emea", "select", "3", "2026-03-04T16:00", [], "2026-03-05T15:00"),
        ("emea", "core", "2", "2026-03-07T11:00", [], "2026-03-09T10:00"),
        ("emea", "core", "2", "2026-04-02T16:30", ["2026-04-03", "2026-04-06"], "2026-04-07T09:30"),
        ("apac", "advanced", "3", "2026-03-06T15:30", [], "2026-03-09T12:00"),
        ("japan", "core", "4", "2026-03-03T16:30", [], "2026-03-04T16:30"),
        ("americas", "priority", "3", "2026-03-04T21:00", [], "2026-03-05T12:00"),
        ("japan", "priority", "2", "2026-03-07T03:00", [], "2026-03-07T03:30"),
        ("apac", "priority-plus", "1", "2026-03-08T23:55", [], "2026-03-09T00:05"),
        ("emea", "core", "3", "2026-03-04T09:00", [], "2026-03-04T17:00"),
        ("emea", "bronze", "4", "2026-03-07T11:00", [], "2026-03-16T08:00"),
    ]

    @Test("worked examples", arguments: vectors)
    func vector(
        region: String, plan: String, severity: String, opened: String, holidays: [String], due: String
    ) throws {
        let policy = try Policies.builtIn.policy()
        var days: [CivilDay: String] = [:]
        for text in holidays { days[try #require(LocalTime(iso: text)).day] = "" }
        let answer = try policy.rule(
            plan: [plan], severity: severity, region: region, holidays: days, zones: TestZones.zone)
        let zone = answer.rule.calendar.zone
        let start = zone.instant(try #require(LocalTime(iso: opened)))
        #expect(answer.rule.sum(from: start).due == zone.instant(try #require(LocalTime(iso: due))))
    }

    @Test func namesAndHoursOfPlaces() throws {
        let policy = try Policies.builtIn.policy()
        let zones = [
            "americas": "America/New_York", "emea": "Europe/Dublin", "apac": "Australia/Sydney", "japan": "Asia/Tokyo",
        ]
        #expect(Dictionary(uniqueKeysWithValues: policy.places.regions.map { ($0.code, $0.zone) }) == zones)
        let hours = ["americas": (8 * 60, 21 * 60), "emea": (480, 1020), "apac": (480, 1050), "japan": (570, 1050)]
        for (code, (from, to)) in hours {
            let calendar = try #require(policy.places.calendars.first { $0.code == code })
            for day in 1...7 {
                let shifts = calendar.hours.shifts(on: day)
                #expect(shifts == (day > 5 ? [] : [WeekHours.Shift(from: from * 60, to: to * 60)]))
            }
        }
        #expect(policy.places.centers.count == 7)
        let named = ["fort-lauderdale", "dublin", "sydney"]
        for center in policy.places.centers {
            #expect((policy.mark(center.origin.tags(of: "name")) == nil) == named.contains(center.code))
        }
        #expect(policy.edition.name == "legacy guide (compiled)" && policy.edition.isLegacy)
    }

    @Test func statusesAndTransitions() throws {
        let policy = try Policies.builtIn.policy()
        let statuses = policy.lifeCycle.statuses
        let codes = [
            "new", "held", "open", "wip", "cust", "vendor", "hold", "review", "esc", "eng", "solved", "denied",
            "closed",
        ]
        #expect(statuses.map(\.code) == codes)
        func all(_ test: (Policy.StatusKind) -> Bool) -> [String] { statuses.filter(test).map(\.code) }
        #expect(all { !$0.groups.contains(.open) } == ["denied", "closed"])
        #expect(
            all { $0.groups.contains(.working) } == ["open", "wip", "cust", "vendor", "hold", "review", "esc", "eng"])
        #expect(all { $0.groups.contains(.free) }.count == 9)
        #expect(all { $0.followUp == .pauses } == ["cust", "vendor", "hold", "solved"])
        #expect(all { $0.firstResponse == .stops } == ["denied", "closed"])
        #expect(all { $0.firstResponse == .pauses } == [])
        func from(_ event: String) -> [Policy.Transition] { policy.lifeCycle.transitions.filter { $0.event == event } }
        let offer = try #require(from("offer").first)
        #expect(policy.allows(offer, from: "cust") && !policy.allows(offer, from: "closed"))
        #expect(offer.requirements.map(\.strength) == [.refuse])
        let log = try #require(from("log").first)
        #expect(policy.allows(log, from: nil) && log.requirements.map(\.strength) == [.refuse, .hold, .warn, .warn])
        #expect(log.ceilings == ["caller-may-open": .hold])
    }
}
