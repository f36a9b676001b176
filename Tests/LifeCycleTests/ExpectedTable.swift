import CaseModel
import Testing

/// The table of the domain reference, section 12, typed anew from the document: where each act leads from each status.
///
/// `-` is refused, because no row leads there; everything the rows ask for is given. `in-error` is this program's own.
enum ExpectedTable {
    static let text = """
        act                          new  held open wip  cust vendor hold review esc eng solved denied closed
        status new                   new  -    -    -    -    -      -    -      -   -   -      -      -
        status held                  held held -    -    -    -      -    -      -   -   -      -      -
        status open                  open open open open open open   open open   open open open -      -
        status wip                   -    -    wip  wip  wip  wip    wip  wip    wip wip wip    wip    -
        status cust                  -    -    cust cust cust cust   cust cust   cust cust cust -      -
        status vendor                -    -    vendor vendor vendor vendor vendor vendor vendor vendor vendor - -
        status hold                  -    -    hold hold hold hold   hold hold   hold hold hold -      -
        status review                -    -    review review review review review review review review review - -
        status esc                   -    -    esc  esc  esc  esc    esc  esc    esc esc esc    -      -
        status eng                   -    -    eng  eng  eng  eng    eng  eng    eng eng eng    -      -
        status solved                -    -    solved solved solved solved solved solved solved solved solved - -
        status denied                -    -    -    -    -    -      -    -      -   -   -      -      -
        status closed                -    -    -    -    -    -      -    -      -   -   -      -      -
        take                         new  held wip  wip  cust vendor hold review esc eng solved denied -
        assign                       new  held wip  wip  cust vendor hold review esc eng solved denied -
        escalate                     -    -    esc  esc  esc  esc    esc  esc    esc esc esc    -      -
        close resolved               -    -    closed closed closed closed closed closed closed closed closed - -
        close customer-authorised    -    -    closed closed closed closed closed closed closed closed closed - -
        close exhausted              -    -    closed closed closed closed closed closed closed closed closed - -
        close no-response            -    -    closed closed closed closed closed closed closed closed closed - -
        close failure-to-facilitate  -    -    closed closed closed closed closed closed closed closed closed - -
        close not-entitled           -    closed closed closed closed closed closed closed closed closed closed - -
        close denied                 -    -    -    -    -    -      -    -      -   -   -      closed -
        close duplicate              closed closed closed closed closed closed closed closed closed closed closed closed -
        close withdrawn              closed closed closed closed closed closed closed closed closed closed closed closed -
        close in-error               closed closed closed closed closed closed closed closed closed closed closed closed -
        deny                         denied denied denied denied denied denied denied denied denied denied denied - -
        severity                     new  held open wip  cust vendor hold review esc eng solved denied -
        hand-over                    -    -    open wip  cust vendor hold review esc eng solved -      -
        reopen                       -    -    -    -    -    -      -    -      -   -   -      wip    wip
        """

    /// From, act, to.
    static let cells: [(from: String, act: String, to: String)] = {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let states = lines[0].dropFirst()
        return lines.dropFirst().flatMap { line -> [(from: String, act: String, to: String)] in
            let targets = line.suffix(states.count)
            let act = line.dropLast(states.count).joined(separator: " ")
            return zip(states, targets).map { ($0, act, $1) }
        }
    }()

    /// Where a case can be after one act, by where it was; a case can always stay.
    static let steps: [String: Set<String>] = cells.reduce(into: [:]) { steps, cell in
        steps[cell.from, default: [cell.from]].insert(cell.to == "-" ? cell.from : cell.to)
    }

    /// A row's guard: what is not so, and what the reference says follows.
    struct Guard: Sendable, CustomStringConvertible {
        /// The row's name in the policy.
        let row: String
        let condition: String
        let strength: String
        let from: [String]
        let deed: Deed
        /// Where it leads when it is not refused.
        let to: String?
        var severity = "3"
        /// Makes the condition fail.
        var without: @Sendable (inout Bench) throws -> Void = { _ in }

        var description: String { "\(row): \(condition) \(strength)" }
    }

    static let working = ["open", "wip", "cust", "vendor", "hold", "review", "esc", "eng", "solved"]

    /// Every guard of an edge; those of logging stand in `LoggingTests`.
    static let guards: [Guard] = [
        Guard(
            row: "take at critical severity", condition: "cover-verified", strength: "warn", from: ["new", "held"],
            deed: .take, to: "wip", severity: "1", without: { $0.facts.isCovered = false }),
        Guard(
            row: "verify", condition: "cover-active", strength: "hold", from: ["new"], deed: .whole("status open"),
            to: "held", without: { $0.facts.isCovered = false }),
        Guard(
            row: "verify", condition: "caller-may-open", strength: "hold", from: ["new"], deed: .whole("status open"),
            to: "held", without: { $0.facts.callerMayOpen = false }),
        Guard(
            row: "cover mended", condition: "cover-active", strength: "refuse", from: ["held"],
            deed: .whole("status open"), to: "open", without: { $0.facts.isCovered = false }),
        Guard(
            row: "cover not mendable", condition: "ground-named", strength: "refuse", from: ["held"],
            deed: .close("not-entitled"), to: "closed"),
        Guard(
            row: "take", condition: "expertise-fits", strength: "warn", from: ["open"], deed: .take, to: "wip",
            without: { $0.facts.isExpert = false }),
        Guard(
            row: "take", condition: "on-shift", strength: "warn", from: ["open"], deed: .take, to: "wip",
            without: { $0.facts.isOnShift = false }),
        Guard(
            row: "assign", condition: "expertise-fits", strength: "warn", from: ["open"], deed: .assign, to: "wip",
            without: { $0.facts.isExpert = false }),
        Guard(
            row: "assign", condition: "on-shift", strength: "warn", from: ["open"], deed: .assign, to: "wip",
            without: { $0.facts.isOnShift = false }),
        Guard(
            row: "move", condition: "needs-given", strength: "refuse", from: working.filter { $0 != "cust" },
            deed: .status("cust", [:]), to: "cust"),
        Guard(
            row: "move", condition: "needs-given", strength: "refuse", from: working.filter { $0 != "vendor" },
            deed: .status("vendor", ["vendor": "Acme"]), to: "vendor"),
        Guard(
            row: "move", condition: "needs-given", strength: "refuse", from: working.filter { $0 != "hold" },
            deed: .status("hold", ["resume-date": "soon"]), to: "hold"),
        Guard(
            row: "escalate", condition: "summary-written", strength: "warn", from: working, deed: .escalate(" "),
            to: "esc"),
        Guard(
            row: "escalate", condition: "items-settled", strength: "warn", from: working,
            deed: .whole("escalate"), to: "esc",
            without: { $0.items.append(try $0.item(3, "network-trace", .open)) }),
        Guard(
            row: "offer a solution", condition: "fix-recorded", strength: "refuse",
            from: working.filter { $0 != "solved" }, deed: .whole("status solved"), to: "solved",
            without: { $0.items = [try $0.item(1, "fix", .declined), try $0.item(2, "network-trace", .done)] }),
        Guard(
            row: "close", condition: "items-settled", strength: "warn", from: working, deed: .whole("close resolved"),
            to: "closed", without: { $0.items.append(try $0.item(3, "network-trace", .open)) }),
        Guard(
            row: "silence", condition: "silence-over", strength: "warn", from: ["cust"],
            deed: .whole("close no-response"), to: "closed", without: { $0.facts.silenceEnds = $0.now + 60 }),
        Guard(
            row: "silence", condition: "notices-logged", strength: "warn", from: ["cust"],
            deed: .whole("close no-response"), to: "closed", without: { $0.facts.reminders = 1 }),
        Guard(
            row: "failure to facilitate", condition: "notices-logged", strength: "refuse", from: working,
            deed: .whole("close failure-to-facilitate"), to: "closed", without: { $0.facts.notices = 0 }),
        Guard(
            row: "failure to facilitate", condition: "duty-failed", strength: "warn", from: working,
            deed: .whole("close failure-to-facilitate"), to: "closed", without: { $0.items.removeLast() }),
        Guard(
            row: "ground cured", condition: "ground-cured", strength: "warn", from: ["denied"],
            deed: .status("wip", [:]), to: "wip"),
        Guard(
            row: "ground cured", condition: "ground-cured", strength: "warn", from: ["denied"], deed: .reopen, to: "wip"
        ),
        Guard(
            row: "duplicate", condition: "other-case-named", strength: "refuse",
            from: ["new", "held", "denied"] + working, deed: .close("duplicate"), to: "closed"),
        Guard(
            row: "change the severity", condition: "reason-given", strength: "refuse",
            from: ["new", "held", "denied"] + working, deed: .severity("4", nil), to: nil,
            without: { $0.item.requestedSeverity = try $0.level("4") }),
        Guard(
            row: "critical situation", condition: "manager-named", strength: "warn",
            from: ["new", "held", "denied"] + working, deed: .request("1", "Nobody can work."), to: nil,
            without: { $0.item.plan = "priority" }),
        Guard(
            row: "critical situation", condition: "manager-named", strength: "warn",
            from: ["new", "held", "denied"] + working, deed: .plan("priority-plus"), to: nil, severity: "1"),
        Guard(
            row: "follow the sun", condition: "next-center-open", strength: "warn", from: working, deed: .handOver,
            to: nil, without: { $0.facts.isCenterOpen = false }),
        Guard(
            row: "reopen", condition: "within-reopen-window", strength: "refuse", from: ["closed"], deed: .reopen,
            to: "wip", without: { $0.item.closedAt = $0.now - 15 * 86_400 }),
    ]
}

extension Bench {
    func level(_ code: String) throws -> Severity { try #require(book.words.severity(code)) }
}
