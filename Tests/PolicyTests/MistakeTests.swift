import CaseModel
import SeededRandom
import SettingsText
import Testing

@Suite("A policy with a mistake is no policy")
struct MistakeTests {
    /// What is changed in the harbour's policy, and what must be said of it, with line and column.
    static let mistakes: [(String, String, String)] = [
        ("[plan \"quay\"]", "[plan \"berth\"]", "p:28:1: [plan \"berth\"] stands in line 24 already."),
        (
            "kind = premium", "kind = premum",
            "“premum” is none of software, premium, hardware, add-on. Did you mean premium?"
        ),
        ("severity.leak = 3 business hours\n", "", "“Gate on a berth” has no line severity.leak."),
        ("severity.leak = 3 business hours", "severity.leak = soon", "p:46:17: Here the target “soon” does not begin"),
        (
            "severity.leak = 3 business hours", "severity.leek = 3 business hours",
            "There is no [severity \"leek\"]. Did you mean leak?"
        ),
        ("roles = dockmaster", "roles = dockmater", "There is no [role \"dockmater\"]. Did you mean dockmaster?"),
        (
            "plans = lifting\nkind = crane\nseverity.flood = 2 hours",
            "plans = quay\nkind = crane\nseverity.flood = 2 hours", "The plan lifting has no targets."
        ),
        ("targets = none", "targets = many", "A plan says targets = none, or nothing"),
        ("calendar = night", "calendar = nigth", "There is no [calendar \"nigth\"]. Did you mean night?"),
        ("calendar = night\n", "", "[region \"north-quay\"] needs a line calendar = …."),
        ("hours = Sun-Thu 20:00-04:00", "hours = Son-Thu 20:00-04:00", "“Son” is none of Mon, Tue"),
        ("hours = Sun-Thu 20:00-04:00", "hours = Sun-Thu 20:00", "“20:00” is no stretch of a day"),
        ("2026-03-30..2026-04-01", "2026-04-30..2026-04-01", "A holiday is a day and its name"),
        ("holidays = 2027-01-03", "holidays = 2027-02-30", "A holiday is a day and its name"),
        ("role = start", "role = worked", "Exactly one status has role = start, not 0."),
        ("role = worked", "role = start", "Exactly one status has role = start, not 2."),
        ("rank = 2", "rank = 1", "have the same rank"),
        ("to = moored", "to = moord", "There is no [status \"moord\"]. Did you mean moored?"),
        (
            "from = is:free", "from = is:fre",
            "“fre” is none of open, working, waiting, on-hold, free. Did you mean free?"
        ),
        ("to = arrived", "to = moored", "“arrive” begins a case elsewhere than at the start."),
        (
            "require.captain-aboard = hold", "require.captain-abord = hold",
            "There is no [condition \"captain-abord\"]. Did you mean captain-aboard?"
        ),
        ("require.captain-aboard = hold", "require.captain-aboard = stop", "“stop” is none of refuse, hold, warn"),
        ("team.south-quay", "team.south-quai", "There is no [region \"south-quai\"]. Did you mean south-quay?"),
        (
            "source.severity.paint = GUESS", "source.severity.paint = GUES",
            "There is no [source \"GUES\"]. Did you mean GUESS?"
        ),
        ("plans = quay, berth+pilot", "plans = quay, berth", "are for the same plans"),
        ("severity.flood = 24x7", "severity.flood = 247", "“247” is none of 24x7, business."),
        ("effective = 2026-01-01", "effective = soon", "effective is a day, like 2026-03-09, not “soon”."),
        ("critical = yes", "critical = maybe", "critical is yes or no, not “maybe”."),
        ("[team \"watch\"]", "[team \"Watch!\"]", "cannot be a code"),
        (
            "[edition \"Harbour systems 4\"]", "[edition \"a\"]\neffective = 2026-01-01\n[edition \"b\"]",
            "exactly one [edition"
        ),
        ("name = Lighthouse\n", "name = Lighthouse\nname = Mill\n", "name stands twice here."),
        ("value = 3 days", "value = few days", "A threshold is none or a number"),
        (
            "value = 2 business days", "value = 2 fortnights",
            "The threshold silence-period counts hours, days, weeks, years or business days."
        ),
        ("value = 1\n", "value = 1 notice\n", "The threshold silence-notices counts notices, as a number alone."),
        ("is = lapsed", "is = over", "“over” is none of lapsed, telemetry, all-in, end-of-life."),
    ]

    @Test("says what and where", arguments: mistakes)
    func mistake(old: String, new: String, words: String) throws {
        let text = try Policies.harbour.text().exchanging(old, new)
        let reading = Policy.read(bytes: Array(text.utf8), named: "p")
        #expect(reading.policy == nil)
        let said = reading.problems.map(\.description)
        #expect(said.contains { $0.contains(words) }, "\(said)")
        #expect(reading.problems.contains { $0.isFatal })
        #expect(reading.problems.allSatisfy { $0.line > 0 && $0.column > 0 && $0.file == "p" })
    }

    @Test("leaves unknown keys and sections out, and says so")
    func unknownNames() throws {
        let text = try Policies.harbour.text().exchanging("benefit = Somebody", "benfit = Somebody")
            .exchanging("[item \"sounding\"]", "[itme \"x\"]\nname = y\n[item \"sounding\"]")
            .exchanging("source.severity.paint", "source.severety.paint")
        let reading = Policy.read(bytes: Array(text.utf8), named: "p")
        #expect(reading.policy != nil)
        let said = reading.problems.map(\.description)
        #expect(said.count == 3, "\(said)")
        #expect(said.contains { $0.contains("There is no key benfit here; it is left out. Did you mean benefit?") })
        #expect(said.contains { $0.contains("There is no section [itme]; it is left out. Did you mean item?") })
        #expect(said.contains { $0.contains("no key severety.paint here to name a source of. Did you mean severity?") })
    }

    @Test func nothingAtAll() {
        for text in ["", "# only a comment\n", "key = value\n", "[plan", "[plan \"a\"]\n", "\u{0}"] {
            let reading = Policy.read(bytes: Array(text.utf8), named: "p")
            #expect(reading.policy == nil && !reading.problems.isEmpty)
        }
    }

    @Test func tooLarge() throws {
        let text = try Policies.harbour.text()
        let filler = String(repeating: "# a comment that fills the file up to its cap\n", count: 6000)
        let reading = Policy.read(bytes: Array((text + filler).utf8), named: "p")
        #expect(reading.policy == nil)
        #expect(reading.problems.map(\.message) == ["The file is larger than 256 KiB. Split or shorten it."])
    }

    @Test func fiveThousandHolidays() throws {
        var day = try #require(CivilDay(year: 2026, month: 1, day: 1))
        var list: [String] = []
        for _ in 0..<5000 {
            list.append(day.description)
            day = CivilDay(daysSince1970: day.daysSince1970 + 1)
        }
        let text = try Policies.harbour.text()
            .exchanging("holidays = 2027-01-03", "holidays = " + list.joined(separator: ","))
        #expect(text.utf8.count <= SettingsFile.byteLimit)
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        let answer = try policy.rule(plan: ["berth"], severity: "leak", region: "north-quay", zones: TestZones.zone)
        #expect(answer.rule.calendar.holidays.count == 5000)
        let sum = answer.rule.sum(from: Timestamp(seconds: 1_770_000_000))
        #expect(sum.due != nil || sum.never != nil)
    }

    @Test func manyMistakesAreBounded() {
        let refs = String(repeating: "a,", count: 20_000)
        let plans = (0..<500).map { "[plan \"q\($0)\"]\n" }.joined()
        #expect(problems(in: plans + "[targets \"x\"]\nplans = " + refs + "\n").count < 3000)
    }

    @Test("holds the zones against those the host knows")
    func zones() throws {
        let text = try Policies.harbour.text().exchanging("zone = Asia/Dubai", "zone = Asia/Dubay")
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        let found = policy.zoneMistakes(isKnown: { TestZones.zone($0) != nil }, names: ["Asia/Dubai", "Asia/Tokyo"])
        #expect(
            found.map(\.description) == [
                "p:103:8: There is no time zone Asia/Dubay on this host. Did you mean Asia/Dubai?"
            ])
        #expect(throws: PolicyQuestionProblem.noZone("Asia/Dubay")) {
            try policy.rule(plan: ["berth"], severity: "leak", region: "north-quay", zones: TestZones.zone)
        }
    }

    @Test func calendarsWithoutHolidaysAreNamed() throws {
        let today = try #require(CivilDay(year: 2026, month: 6, day: 1))
        let built = try Policies.builtIn.policy().warnings(on: today)
        #expect(built.count == 8 && built.allSatisfy { !$0.isFatal && $0.line > 0 })
        // The harbour asks for its captain, whom the program cannot see.
        let harbour = try Policies.harbour.policy().warnings(on: today).map(\.message)
        #expect(harbour.count == 1 && harbour.allSatisfy { $0.contains("cannot look whether captain-aboard holds") })
        let later = try #require(CivilDay(year: 2027, month: 6, day: 1))
        #expect(try Policies.harbour.policy().warnings(on: later).map(\.message).contains { $0.contains("2028") })
    }

    @Test("names what the program does not know of the life cycle, with what is near")
    func strangeLifeCycle() throws {
        let text = try Policies.builtIn.text().exchanging("event = escalate", "event = esclate")
            .exchanging(
                "[condition \"account-known\"]",
                "[condition \"account-knwon\"]\nsays = it is\nmend = Wait.\n[condition \"account-known\"]")
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        let today = try #require(CivilDay(year: 2026, month: 6, day: 1))
        let said = policy.warnings(on: today)
        #expect(said.allSatisfy { !$0.isFatal })
        #expect(said.contains { $0.message.contains("no event esclate. Did you mean escalate?") })
        #expect(said.contains { $0.message.contains("account-knwon holds") && $0.message.hasSuffix("account-known?") })
        let whole = try Policies.builtIn.policy().warnings(on: today).map(\.message)
        #expect(!whole.contains { $0.contains("The program") })
    }

    @Test func aPolicyInWhichNothingLapsesIsNamed() throws {
        let text = try Policies.builtIn.text().exchanging("is = lapsed\n", "")
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        let today = try #require(CivilDay(year: 2026, month: 6, day: 1))
        let messages = policy.warnings(on: today).map(\.message)
        #expect(messages.contains("No [ground] says is = lapsed: what is over counts as cover."))
    }

    @Test func countsAreHeldAgainstWhatIsStated() throws {
        let text = try Policies.builtIn.text().exchanging(
            "[center \"emea-2\"]\nname = EMEA 2\nregion = emea\nsource = INF\n", "")
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        let today = try #require(CivilDay(year: 2026, month: 6, day: 1))
        #expect(policy.warnings(on: today).map(\.message).contains("7 centres are stated, 6 are listed."))
    }

    /// Lines left out, doubled, swapped and cut: never a crash, and a policy only when nothing is wrong.
    @Test func randomDamage() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for which in Policies.allCases {
            let lines = try which.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for _ in 0..<150 {
                var damaged = lines
                for _ in 0...random.number(0...3) {
                    let at = random.number(0...(damaged.count - 1))
                    switch random.number(0...4) {
                    case 0: damaged.remove(at: at)
                    case 1: damaged.insert(damaged[at], at: random.number(0...(damaged.count - 1)))
                    case 2: damaged.swapAt(at, random.number(0...(damaged.count - 1)))
                    case 3: damaged[at] = String(damaged[at].dropLast(random.number(1...9)))
                    default: damaged[at] = damaged[at] + random.pick(["x", ",", "=", "\"", "]", "\u{202E}", " 1"])
                    }
                }
                let text = damaged.joined(separator: "\n")
                let reading = Policy.read(bytes: Array(text.utf8), named: "p")
                let fatal = reading.problems.contains { $0.isFatal }
                #expect((reading.policy == nil) == fatal, "seed \(seed)")
            }
        }
    }
}
