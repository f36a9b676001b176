import GuidePolicy
import Testing

@testable import CaseModel

@Suite("Cover: what covers, who may call, and every reason why not")
struct CoverTests {
    /// One situation: how it differs from a customer for whom all is well, what is asked, and what must come of it.
    struct Situation: CustomTestStringConvertible, Sendable {
        let name: String
        var change: @Sendable (inout CoverFixture) -> Void = { _ in }
        var ask: @Sendable (inout CoverQuestion, CoverFixture) -> Void = { _, _ in }
        /// The rules that stand against it, in order; none when it is covered.
        var rules: [String] = []
        var isEntitled = true
        var testDescription: String { name }
    }

    static let situations: [Situation] = [
        Situation(name: "all is well"),
        Situation(name: "the first day") { $0.day = "2026-01-01" },
        Situation(name: "the last day") { $0.day = "2026-12-31" },
        Situation(name: "the day before", change: { $0.day = "2025-12-31" }, rules: ["not-started"], isEntitled: false),
        Situation(name: "the day after", change: { $0.day = "2027-01-01" }, rules: ["expired"], isEntitled: false),
        Situation(
            name: "nothing was bought", change: { $0.records = [:] }, rules: ["no-contract"], isEntitled: false),
        Situation(
            name: "a contract of nothing", change: { $0.records["EN-1"] = nil }, rules: ["nothing-entitled"],
            isEntitled: false),
        Situation(name: "a contract with plans alone") {
            $0.records["EN-1"] = nil
            $0.records["CN-1"]?["plans"] = "zeta"
        },
        Situation(
            name: "an entitlement to come", change: { $0.records["EN-1"]?["start"] = "2026-07-01" },
            rules: ["not-started"], isEntitled: false),
        Situation(
            name: "an entitlement that ended", change: { $0.records["EN-1"]?["end"] = "2026-05-31" },
            rules: ["expired"], isEntitled: false),
        Situation(
            name: "an entitlement that outlives its contract",
            change: {
                $0.records["CN-1"]?["end"] = "2026-05-31"
                $0.records["EN-1"]?["end"] = "2028-01-01"
            }, rules: ["expired"], isEntitled: false),
        Situation(
            name: "another product", ask: { question, _ in question.product = "Printer" },
            rules: ["product-not-covered"], isEntitled: false),
        Situation(name: "the product in other letters", ask: { question, _ in question.product = "GATEWAY" }),
        Situation(
            name: "every product", change: { $0.records["EN-1"]?["product"] = nil },
            ask: { question, _ in question.product = "Printer" }),
        Situation(name: "no product asked for", ask: { question, _ in question.product = nil }),
        Situation(name: "telemetry that is compliant") { $0.records["EN-1"]?["telemetry"] = "yes" },
        Situation(
            name: "telemetry that is not", change: { $0.records["EN-1"]?["telemetry"] = "no" }, rules: ["telemetry"],
            isEntitled: false),
        Situation(
            name: "end of life today", change: { $0.records["EN-1"]?["endOfLife"] = "2026-06-15" },
            rules: ["end-of-life"], isEntitled: false),
        Situation(name: "end of life tomorrow") { $0.records["EN-1"]?["endOfLife"] = "2026-06-16" },
        Situation(name: "all licences covered") {
            $0.records["EN-1"]?["quantity"] = "50"
            $0.buy("PU-1", 50)
        },
        Situation(
            name: "one licence less than bought",
            change: {
                $0.records["EN-1"]?["quantity"] = "50"
                $0.buy("PU-1", 30)
                $0.buy("PU-2", 21)
            }, rules: ["all-in"], isEntitled: false),
        Situation(name: "bought in two, covered in two") {
            $0.records["EN-1"]?["quantity"] = "30"
            $0.records["EN-2"] = $0.records["EN-1"]
            $0.buy("PU-1", 60)
        },
        Situation(
            name: "covered in two of which one ended",
            change: {
                $0.records["EN-1"]?["quantity"] = "30"
                $0.records["EN-2"] = $0.records["EN-1"]
                $0.records["EN-2"]?["end"] = "2026-05-31"
                $0.buy("PU-1", 60)
            }, rules: ["all-in", "expired"], isEntitled: false),
        Situation(name: "a purchase of another product") {
            $0.records["EN-1"]?["quantity"] = "1"
            $0.buy("PU-1", 60, of: "Printer")
        },
        Situation(
            name: "everything at once",
            change: {
                $0.records["EN-1"]?["telemetry"] = "no"
                $0.records["EN-1"]?["endOfLife"] = "2026-01-01"
                $0.records["EN-1"]?["end"] = "2026-02-01"
                $0.berg.active = false
                $0.berg.roles = []
            },
            rules: ["expired", "telemetry", "end-of-life", "caller-inactive", "caller-role"], isEntitled: false),
        Situation(name: "one of two holds") {
            $0.records["EN-2"] = $0.records["EN-1"]
            $0.records["EN-1"]?["telemetry"] = "no"
        },
        Situation(name: "the contract of the account above") { $0.records["CN-1"]?["account"] = "AC-2" },
        Situation(
            name: "a plan that the policy does not know", change: { $0.records["EN-1"]?["plan"] = "omega" },
            rules: ["plan-unknown"], isEntitled: false),
        Situation(name: "any plan where there is no policy") {
            $0.records["EN-1"]?["plan"] = "omega"
            $0.terms.plans = nil
        },
        Situation(
            name: "a plan that is over",
            change: { $0.terms.plans?["zeta"]?.validity = .init(to: CivilDay(iso: "2026-06-14")) },
            rules: ["plan-ended"], isEntitled: false),
        Situation(
            name: "a plan to come",
            change: { $0.terms.plans?["zeta"]?.validity = .init(from: CivilDay(iso: "2026-06-16")) },
            rules: ["plan-not-started"], isEntitled: false),
        Situation(name: "a plan on its only day") {
            let day = CivilDay(iso: "2026-06-15")
            $0.terms.plans?["zeta"]?.validity = .init(from: day, to: day)
        },
        Situation(
            name: "a severity that the plan does not answer", change: { $0.terms.plans?["zeta"]?.severities = [.one] },
            ask: { question, _ in question.severity = .three }, rules: ["severity-not-covered"], isEntitled: false),
        Situation(
            name: "one that it does", change: { $0.terms.plans?["zeta"]?.severities = [.one] },
            ask: { question, _ in question.severity = .one }),
        Situation(name: "a machine under maintenance") {
            $0.records = [
                "HW-1": [
                    "account": "AC-1", "product": "Gateway", "serial": "1", "plan": "zeta", "start": "2026-01-01",
                    "end": "2026-12-31",
                ]
            ]
        },
        Situation(
            name: "a machine whose maintenance ended",
            change: {
                $0.records = [
                    "HW-1": [
                        "account": "AC-1", "product": "Gateway", "serial": "1", "plan": "zeta", "start": "2025-01-01",
                        "end": "2025-12-31",
                    ]
                ]
            }, rules: ["expired"], isEntitled: false),
        // Callers.
        Situation(name: "nobody calls", ask: { question, _ in question.caller = nil }),
        Situation(
            name: "a stranger", ask: { question, _ in question.caller = .stranger("A. Nobody") },
            rules: ["caller-unknown"]),
        Situation(
            name: "a contact of somebody else", change: { $0.berg.account = AccountID(9) }, rules: ["caller-unknown"]),
        Situation(name: "a contact of the account above") { $0.berg.account = AccountID(2) },
        Situation(name: "somebody who left", change: { $0.berg.active = false }, rules: ["caller-inactive"]),
        Situation(name: "no role at all", change: { $0.berg.roles = [] }, rules: ["caller-role"]),
        Situation(name: "a role that does not call", change: { $0.berg.roles = ["renewal"] }, rules: ["caller-role"]),
        Situation(name: "portal access that calls") {
            $0.berg.roles = ["renewal"]
            $0.berg.portalType = "admin"
        },
        Situation(
            name: "portal access that excludes it", change: { $0.berg.portalType = "sales" }, rules: ["caller-portal"]),
        Situation(name: "a partner's person") { $0.appoint() },
        Situation(name: "anybody at the partner") { $0.appoint(["person": nil]) },
        Situation(
            name: "another person of the partner", change: { $0.appoint(["person": "CT-8"]) },
            rules: ["partner-person"]),
        Situation(
            name: "a partner for renewals alone", change: { $0.appoint(["scope": "renewals"]) },
            rules: ["partner-scope"]),
        Situation(
            name: "a partner to come", change: { $0.appoint(["from": "2026-06-16"]) }, rules: ["partner-not-started"]),
        Situation(
            name: "a partner whose time ended", change: { $0.appoint(["to": "2026-06-14"]) }, rules: ["partner-ended"]),
        Situation(name: "a partner on the last day") { $0.appoint(["to": "2026-06-15"]) },
        Situation(
            name: "a partner removed today", change: { $0.appoint(["removedOn": "2026-06-15"]) },
            rules: ["partner-removed"]),
        Situation(
            name: "a partner of another customer", change: { $0.appoint(["account": "AC-9"]) },
            rules: ["caller-unknown"]),
        Situation(name: "a second appointment that holds") {
            $0.appoint(["to": "2026-06-14"])
            $0.records["PA-2"] = $0.records["PA-1"]
            $0.records["PA-2"]?["to"] = nil
        },
        Situation(
            name: "a partner with two things in the way",
            change: { $0.appoint(["scope": "renewals", "to": "2026-06-14"]) },
            rules: ["partner-scope", "partner-ended"]),
    ]

    @Test(arguments: situations)
    func situation(_ situation: Situation) throws {
        var fixture = CoverFixture()
        situation.change(&fixture)
        var question = CoverQuestion(
            day: try #require(CivilDay(iso: fixture.day)), product: "Gateway", caller: .contact(fixture.berg))
        situation.ask(&question, fixture)
        let answer = cover(question, try fixture.facts(), fixture.terms)
        #expect(answer.reasons.map(\.rule) == situation.rules)
        #expect(answer.isEntitled == situation.isEntitled)
        #expect(answer.mayCall == situation.rules.isEmpty)
        for reason in answer.reasons + answer.failing.flatMap(\.reasons) {
            #expect(!reason.message.isEmpty && !reason.remedy.isEmpty)
        }
        let mayCall = answer.callers.contains { $0.contact == fixture.berg.id }
        if case .contact? = question.caller {
            #expect(mayCall == (answer.caller?.reasons.isEmpty == true))
            #expect(answer.caller?.severities.isEmpty == !(mayCall && answer.isEntitled))
        }
    }

    @Test func eachReasonIsToldOnceAndOfTheProduct() throws {
        var fixture = CoverFixture()
        fixture.records["CN-1"]?["end"] = "2026-01-31"
        fixture.records["EN-2"] = ["account": "AC-1", "contract": "CN-1", "product": "Printer", "plan": "zeta"]
        fixture.records["EN-3"] = ["account": "AC-1", "contract": "CN-1", "product": "Gateway", "plan": "gamma"]
        let day = try #require(CivilDay(iso: fixture.day))
        func reasons(_ product: String) throws -> [CoverReason] {
            cover(CoverQuestion(day: day, product: product), try fixture.facts(), fixture.terms).reasons
        }
        // The contract ended, for whichever of its entitlements; the printer is beside the point.
        #expect(try reasons("Gateway").map(\.rule) == ["expired"])
        let other = try reasons("Gatewai")
        #expect(other.map(\.rule) == ["product-not-covered"])
        #expect(other.first?.message.hasSuffix("Did you mean Gateway?") == true)
    }

    @Test func reasonsRestOnThePolicysOwnWords() throws {
        let terms = CoverTerms(Guide.policy)
        var fixture = CoverFixture()
        fixture.berg.roles = ["renewal"]
        fixture.records["EN-1"]?["telemetry"] = "no"
        fixture.records["EN-1"]?["plan"] = "omega"
        func sources(_ product: String) throws -> [String: [String]] {
            let day = try #require(CivilDay(iso: "2027-01-01"))
            let question = CoverQuestion(day: day, product: product, caller: .contact(fixture.berg))
            let reasons = cover(question, try fixture.facts(), terms).reasons
            return Dictionary(reasons.map { ($0.rule, $0.source) }, uniquingKeysWith: { first, _ in first })
        }
        #expect(
            try sources("Printer") == [
                "expired": ["CTX126197"], "telemetry": ["CTX126197"], "product-not-covered": ["426101", "CTX126197"],
                "plan-unknown": [], "caller-role": ["S", "CTX120355"],
            ])
    }

    @Test func whatEndsFirstIsNotWhatTheSamePlanCoversForLonger() throws {
        var fixture = CoverFixture()
        fixture.records["CN-2"] = ["account": "AC-1", "number": "N-2", "start": "2026-01-01", "end": "2026-07-03"]
        fixture.records["EN-2"] = ["account": "AC-1", "contract": "CN-2", "plan": "gamma"]
        fixture.records["EN-3"] = ["account": "AC-1", "contract": "CN-2", "product": "Gateway", "plan": "zeta"]
        let question = CoverQuestion(day: try #require(CivilDay(iso: fixture.day)))
        func endings() throws -> [String] {
            cover(question, try fixture.facts(), fixture.terms).endings.map {
                "\($0.record) \($0.until.map(\.description) ?? "never")"
            }
        }
        #expect(try endings() == ["EN-2 2026-07-03", "EN-1 2026-12-31"])
        fixture.records["EN-3"]?["product"] = "Desktop"
        #expect(try endings() == ["EN-2 2026-07-03", "EN-3 2026-07-03", "EN-1 2026-12-31"])
        fixture.records["CN-1"]?["end"] = nil
        #expect(try endings().last == "EN-1 never")
    }

    @Test(.timeLimit(.minutes(1))) func whatEndsFirstIsFoundAmongVeryMany() {
        // Compared two by two these would take hours.
        var answer = CoverAnswer()
        for number in 1...50_000 {
            answer.covering.append(
                CoverAnswer.Item(
                    record: RecordID(.entitlement, Int64(number)), product: "Product \(number % 20_000)", plan: "zeta",
                    until: CivilDay(daysSince1970: 20_000 + Int64(number % 7)), severities: [.one, .two], reasons: []))
        }
        let endings = answer.endings
        #expect(endings.allSatisfy { $0.until.map { $0.daysSince1970 > 20_000 } ?? false })
        #expect(Set(endings.compactMap(\.product)).count == 20_000)
    }

    @Test func theAnswerNamesWhatUntilWhenAndForWhat() throws {
        var fixture = CoverFixture()
        fixture.terms.plans?["zeta"]?.severities = [.one, .two]
        fixture.records["EN-1"]?["end"] = "2026-11-30"
        fixture.records["EN-2"] = ["account": "AC-1", "contract": "CN-1", "plan": "gamma"]
        let day = try #require(CivilDay(iso: fixture.day))
        let answer = cover(
            CoverQuestion(day: day, product: "Gateway", caller: .contact(fixture.berg)), try fixture.facts(),
            fixture.terms)
        #expect(answer.covering.map(\.record.description) == ["EN-1", "EN-2"])
        #expect(answer.covering.map(\.until) == [CivilDay(iso: "2026-11-30"), CivilDay(iso: "2026-12-31")])
        #expect(answer.covering[0].severities == [.one, .two] && answer.covering[1].severities == [.three])
        #expect(answer.until == CivilDay(iso: "2026-12-31"))
        #expect(answer.caller?.severities == [.one, .two, .three] && answer.caller?.appointment == nil)
        fixture.appoint()
        let acted = cover(
            CoverQuestion(day: day, caller: .contact(fixture.berg)), try fixture.facts(), fixture.terms)
        #expect(acted.caller?.appointment?.description == "PA-1")
    }
}

/// A customer for whom all is well, and whose people and records a test can change.
struct CoverFixture {
    var day = "2026-06-15"
    var berg = Contact(id: ContactID(7), account: AccountID(1), name: "J. Berg", roles: ["technical"])
    /// Values by the name of the record.
    var records: [String: [String: String]] = [
        "CN-1": ["account": "AC-1", "number": "N-1", "start": "2026-01-01", "end": "2026-12-31"],
        "EN-1": ["account": "AC-1", "contract": "CN-1", "product": "Gateway", "plan": "zeta"],
    ]
    var terms = CoverTerms(
        severities: Severity.allCases,
        plans: [
            "zeta": CoverTerms.Plan(severities: Set(Severity.allCases)), "gamma": CoverTerms.Plan(severities: [.three]),
        ],
        callingRoles: ["technical"], callingPortalTypes: ["admin"], silentPortalTypes: ["sales"])

    mutating func buy(_ name: String, _ quantity: Int, of product: String = "gateway") {
        records[name] = [
            "account": "AC-1", "order": name, "day": "2026-01-01", "product": product, "quantity": "\(quantity)",
        ]
    }

    /// Makes the person one of a partner that is appointed.
    mutating func appoint(_ changes: [String: String?] = [:]) {
        berg.account = AccountID(5)
        berg.roles = []
        var values = [
            "account": "AC-1", "company": "AC-5", "person": "CT-7", "scope": "both", "from": "2026-01-01",
        ]
        for (field, value) in changes { values[field] = value }
        records["PA-1"] = values
    }

    func facts() throws -> CoverFacts {
        var all: [Record] = []
        for (name, values) in records {
            let id = try #require(RecordID(text: name))
            let kind = try #require(RecordKind(code: id.kind))
            let record = Record(id, kind: kind, version: 1, values: values)
            // As a store answers it: the records of the customer and of those above it.
            if [AccountID(1), AccountID(2)].contains(record.account) { all.append(record) }
        }
        return CoverFacts(
            accounts: [
                Account(id: AccountID(1), name: "Nord", parent: AccountID(2)), Account(id: AccountID(2), name: "Group"),
            ], contacts: [berg], records: all)
    }
}
