import CaseModel
import Testing

@Suite("The words of a target")
struct TargetTextTests {
    @Test(arguments: [
        ("<15 minutes", ClockTarget(15, .minutes, isStrict: true), "<15 minutes"),
        ("30 minutes", ClockTarget(30, .minutes), "30 minutes"),
        ("1 hour", ClockTarget(1, .hours), "1 hour"),
        ("2 business hours", ClockTarget(2, .businessHours), "2 business hours"),
        ("5 business days", ClockTarget(5, .businessDays), "5 business days"),
        (" <  1 Business\tDay ", ClockTarget(1, .businessDays, isStrict: true), "<1 business day"),
        ("1 minutes", ClockTarget(1, .minutes), "1 minute"),
        ("15minutes", ClockTarget(15, .minutes), "15 minutes"),
        ("0001000000 hours", ClockTarget(1_000_000, .hours), "1000000 hours"),
    ])
    func read(_ text: String, _ target: ClockTarget, _ written: String) throws {
        #expect(try ClockTarget(words: text) == target)
        #expect(target.description == written)
        #expect(try ClockTarget(words: written) == target)
    }

    @Test(
        arguments: [
            ("", .empty), (" < ", .empty), ("minutes", .noAmount("minutes")), ("-5 minutes", .noAmount("-5 minutes")),
            ("٣ hours", .noAmount("٣ hours")), ("<<5 minutes", .noAmount("<5 minutes")), ("0 hours", .nothing),
            ("1000001 hours", .tooMuch("1000001")), ("99999999999999999999 hours", .tooMuch("99999999999999999999")),
            ("15", .noUnit(15)), ("5 days", .unknownUnit("days")), ("2 business", .unknownUnit("business")),
            ("1.5 hours", .unknownUnit(".5 hours")), ("5 minutes or so", .unknownUnit("minutes or so")),
            ("5 minute\u{301}s", .unknownUnit("minute\u{301}s")),
        ] as [(String, ClockTargetProblem)])
    func refused(_ text: String, _ problem: ClockTargetProblem) {
        #expect(throws: problem) { try ClockTarget(words: text) }
        #expect(!problem.description.isEmpty)
    }

    /// A damaged file may hold any number.
    @Test func hugeAmountsDoNotTrap() throws {
        for unit in ClockTarget.Unit.allCases {
            for coverage in Coverage.allCases {
                for amount in [Int.min, -1, 0, .max] {
                    let rule = ClockRule(
                        target: ClockTarget(amount, unit), coverage: coverage, calendar: try Regions.emea())
                    for opened in [Int64.min, -62_135_596_801, 0, 253_402_300_799, .max] {
                        let due = rule.due(from: Timestamp(seconds: opened))
                        #expect(amount > 0 ? due.never == .tooFar : due.instant == Timestamp(seconds: opened))
                    }
                }
            }
        }
    }
}
