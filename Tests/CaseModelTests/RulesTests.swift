import GuidePolicy
import Testing

@testable import CaseModel

@Suite struct RulesTests {
    @Test(
        arguments: [
            // Texts.
            (.note("Called."), .open, "noted | Called."), (.note(" \u{3000}"), .open, "refused text-needed"),
            (.note("late"), .closed, "noted | late"), (.note("a\0b"), .open, "refused text-zero"),
            (.reply("Hello"), .open, "replied firstResponseAt=2026-03-09T13:30:00Z | Hello"),
            (.reply(""), .open, "refused text-needed"), (.subject("New"), .open, "changed subject=New"),
            (.subject("Licence server"), .open, "nothing"), (.subject("\u{200B}"), .open, "refused text-needed"),
            (.subject("x"), .closed, "refused case-closed"), (.description("d"), .open, "changed description=d"),
            (.description(""), .open, "nothing"), (.product("Gateway"), .open, "changed product=Gateway"),
            (.product(""), .open, "nothing"), (.type(.licensing), .open, "changed type=licensing"),
            (.severity(.one), .open, "changed severity=1 | as agreed"), (.severity(.two), .open, "nothing"),
            (.severity(.one, reason: nil), .open, "refused reason-given"),
            (.severity(.one, reason: " "), .open, "refused reason-given"),
            (.requestSeverity(.one, reason: "asked"), .open, "changed requestedSeverity=1 severity=1 | asked"),
            (.severity(.one), .closed, "refused case-closed"), (.extra("LOCATION", "x"), .open, "changed x.LOCATION=x"),
            (.extra("", "x"), .open, "refused extra-name"), (.extra("LOCATION", nil), .open, "nothing"),
            // Statuses.
            (.status(.cust), .wip, "refused needs-given"),
            (.status(.cust, given: ["awaited": "a trace"]), .wip, "changed given.awaited=a trace status=cust"),
            (.status(.cust, given: ["vendor": "Orb"]), .wip, "refused needs-given"),
            (.status(.cust, given: ["weather": "fair"]), .wip, "refused needs-given"),
            (.status(.vendor, given: ["vendor": "Orb"]), .wip, "refused needs-given"),
            (
                .status(.vendor, given: ["vendor": "Orb", "ticket": "7"]), .wip,
                "changed given.ticket=7 given.vendor=Orb status=vendor"
            ),
            (.status(.hold), .wip, "refused needs-given"), (.status(.wip), .wip, "nothing"),
            (.status(.solved), .wip, "refused fix-recorded"), (.status(.review), .cust, "changed status=review"),
            // Verified, held or taken at once: nothing else leads on from the beginning.
            (.status(.open), .new, "changed status=open"), (.status(.open), .held, "changed status=open"),
            (.status(.wip), .new, "refused no-transition"), (.status(.review), .new, "refused no-transition"),
            (.status(.new), .wip, "refused no-transition"), (.status(.held), .wip, "refused no-transition"),
            (.status(.closed), .wip, "refused close-needs-reason"),
            (.status(.denied), .wip, "refused deny-needs-ground"),
            (.status(.wip), .closed, "refused case-closed"), (.status(.wip), .denied, "changed status=wip"),
            (.escalate(summary: "why"), .wip, "escalated status=esc | why"),
            (.escalate(summary: "again"), .esc, "escalated | again"),
            (.escalate(summary: " "), .wip, "escalated status=esc"),
            // Owners and queues.
            (.take, .new, "taken owner=AG-1"), (.take, .open, "taken owner=AG-1 status=wip"),
            (.take, .held, "taken owner=AG-1"), (.take, .cust, "taken owner=AG-1"),
            (.take, .closed, "refused case-closed"),
            (.assign(AgentID(2)), .open, "assigned owner=AG-2 status=wip"),
            (.assign(AgentID(1)), .open, "taken owner=AG-1 status=wip"),
            (.assign(AgentID(2)), .cust, "assigned owner=AG-2"),
            (.release, .wip, "released status=open"), (.release, .cust, "nothing"),
            (.queue(QueueID(3)), .open, "moved queue=QU-3"),
            (.queue(nil), .open, "nothing"),
            // Marks.
            (.tags(adding: ["b", "a"], removing: []), .open, "changed tags=a b"),
            (.tags(adding: [], removing: ["x"]), .open, "nothing"),
            (.tags(adding: ["a b"], removing: []), .open, "refused tag-one-word"),
            (.tags(adding: [""], removing: []), .open, "refused tag-one-word"),
            (.tags(adding: ["a,b"], removing: []), .open, "refused tag-one-word"),
            (.tags(adding: ["\u{1B}[2J"], removing: []), .open, "refused tag-one-word"),
            (.tags(adding: ["\u{9B}2J"], removing: []), .open, "refused tag-one-word"),
            (.tags(adding: [String(repeating: "a", count: 129)], removing: []), .open, "refused tag-one-word"),
            (.tags(adding: ["漢字"], removing: []), .closed, "changed tags=漢字"),
            (.watch(true), .open, "changed watchers=AG-1"),
            (.watch(false), .open, "nothing"), (.snooze(nil), .open, "nothing"),
            (.snooze(at("2026-03-09T13:30:00Z")), .open, "refused snooze-over"),
            (.snooze(at("2026-03-10T09:00:00Z")), .open, "snoozed snoozedUntil=2026-03-10T09:00:00Z"),
            // Closing and reopening.
            (
                .close(.resolved, duplicateOf: nil, text: "done"), .wip,
                "closed closedAt=2026-03-09T13:30:00Z closureReason=resolved status=closed | done"
            ),
            (.close(.resolved, duplicateOf: nil, text: nil), .closed, "refused case-closed"),
            (.close(.resolved, duplicateOf: nil, text: nil), .new, "refused no-transition"),
            (
                .close(.withdrawn, duplicateOf: nil, text: nil), .new,
                "closed closedAt=2026-03-09T13:30:00Z closureReason=withdrawn status=closed"
            ),
            (.close(.notEntitled, duplicateOf: nil, text: nil), .held, "refused ground-named"),
            (
                .close(.notEntitled, duplicateOf: nil, text: "expired in May"), .held,
                "closed closedAt=2026-03-09T13:30:00Z closureReason=not-entitled status=closed | expired in May"
            ),
            // Denied support, by a person who is named.
            (
                .deny(ground: "audit", person: "Vi", text: nil), .wip,
                "denied given.ground=audit given.person=Vi status=denied"
            ),
            (.deny(ground: "weather", person: nil, text: nil), .wip, "refused ground-named"),
            (.deny(ground: "audit", person: nil, text: nil), .closed, "refused case-closed"),
            (.close(.duplicate, duplicateOf: nil, text: nil), .wip, "refused other-case-named"),
            (.close(.duplicate, duplicateOf: CaseID(1_000_001), text: nil), .wip, "refused duplicate-other-case"),
            (
                .close(.duplicate, duplicateOf: CaseID(1_000_009), text: nil), .wip,
                "closed closedAt=2026-03-09T13:30:00Z closureReason=duplicate duplicateOf=CS-1000009 status=closed"
            ),
            (
                .close(.resolved, duplicateOf: CaseID(1_000_009), text: ""), .wip,
                "closed closedAt=2026-03-09T13:30:00Z closureReason=resolved status=closed"
            ),
            (.reopen, .closed, "reopened closedAt=nil closureReason=nil status=wip"),
            (.reopen, .open, "refused reopen-closed-only"),
            (.reopen, .denied, "reopened status=wip"),
            // Action items.
            (
                .ask(kind: "network-trace", text: "Send it.", due: nil), .wip,
                "asked item AI-1000001-1=open network-trace - | Send it."
            ),
            (
                .ask(kind: "network-trace", text: "Send it.", due: at("2026-03-12T00:00:00Z")), .wip,
                "asked item AI-1000001-1=open network-trace 2026-03-12T00:00:00Z | Send it."
            ),
            (
                .ask(kind: "network-trace", text: "x", due: at("2026-03-09T13:30:00Z")), .wip, "refused due-over"
            ),
            (.ask(kind: "two words", text: "x", due: nil), .wip, "refused kind-one-word"),
            (.ask(kind: "", text: "x", due: nil), .wip, "refused kind-one-word"),
            (.ask(kind: "network-trace", text: "", due: nil), .wip, "refused text-needed"),
            (.settle(ActionItemID(caseID: CaseID(1_000_001), ordinal: 1), .done), .wip, "refused item-unknown"),
        ] as [(CaseChange, Status, String)])
    func decides(_ change: CaseChange, _ status: Status, _ outcome: String) {
        #expect(RulesFixture.outcome(change, on: RulesFixture.item(status)) == outcome)
    }

    @Test func takingFromAnotherIsRefusedAndAssigningToOneselfIsNot() {
        let owned = RulesFixture.item(.wip) { $0.owner = RulesFixture.kai.id }
        #expect(RulesFixture.outcome(.take, on: owned) == "refused take-unowned")
        #expect(RulesFixture.outcome(.assign(AgentID(1)), on: owned) == "taken owner=AG-1")
        #expect(RulesFixture.outcome(.take, on: owned, by: RulesFixture.kai) == "nothing")
        #expect(RulesFixture.outcome(.release, on: owned) == "released owner=nil status=open")
    }

    @Test func aCriticalCaseIsWorkedOnAsSoonAsItIsTaken() {
        let critical = RulesFixture.item(.new) { $0.severity = .one }
        #expect(RulesFixture.outcome(.take, on: critical) == "taken owner=AG-1 status=wip")
        #expect(RulesFixture.outcome(.status(.wip), on: critical) == "changed status=wip")
        let held = RulesFixture.item(.held) { $0.severity = .one }
        #expect(RulesFixture.outcome(.take, on: held) == "taken owner=AG-1 status=wip")
    }

    @Test func aSolutionIsOfferedWhenAFixIsRecorded() {
        let id = ActionItemID(caseID: CaseID(1_000_001), ordinal: 1)
        var fix = ActionItem(id: id, kind: "fix", text: "Install 14.2.", askedAt: RulesFixture.now, dueAt: nil)
        let item = RulesFixture.item(.wip)
        #expect(RulesFixture.outcome(.status(.solved), on: item, items: [fix]) == "changed status=solved")
        #expect(RulesFixture.outcome(.settle(id, .accepted), on: item, items: [fix]).hasPrefix("settled item"))
        fix.state = .declined
        #expect(RulesFixture.outcome(.status(.solved), on: item, items: [fix]) == "refused fix-recorded")
        let trace = ActionItem(id: id, kind: "network-trace", text: "Please.", askedAt: RulesFixture.now, dueAt: nil)
        #expect(RulesFixture.outcome(.settle(id, .accepted), on: item, items: [trace]) == "refused accept-solution")
    }

    @Test func aRefusalNamesWhatIsMissingAndWhereElseTheCaseCanGo() {
        func words(_ change: CaseChange, _ status: Status) -> String {
            do throws(Refusal) {
                let item = RulesFixture.item(status)
                return "\(try decide(change, on: item, items: [], by: RulesFixture.mira, at: RulesFixture.now).action)"
            } catch {
                return error.description
            }
        }
        #expect(words(.status(.vendor), .wip).contains("“Waiting on third party” needs vendor and ticket."))
        let way = words(.status(.cust), .new)
        #expect(
            way.contains(
                "is “New”, and nothing leads from there to “Waiting on Customer”. Make it “Open” first."))
        let end = words(.close(.resolved, duplicateOf: nil, text: nil), .new)
        #expect(way.hasSuffix("It can become: Open, Cover problem, Support denied, Closed."))
        #expect(end.hasSuffix("duplicate of another case, withdrawn by the customer, logged in error."))
    }

    @Test func onlyTheFirstReplyStopsTheClock() {
        let answered = RulesFixture.item { $0.firstResponseAt = RulesFixture.now - 60 }
        #expect(RulesFixture.outcome(.reply("More"), on: answered) == "replied | More")
    }

    @Test func watchersAndTagsAreAddedToWhatIsThere() {
        let item = RulesFixture.item {
            $0.watchers = [AgentID(2)]
            $0.tags = ["b", "spam"]
        }
        #expect(RulesFixture.outcome(.watch(true), on: item) == "changed watchers=AG-1 AG-2")
        #expect(RulesFixture.outcome(.watch(false), on: item, by: RulesFixture.kai) == "changed watchers=nil")
        #expect(RulesFixture.outcome(.tags(adding: ["a"], removing: ["spam"]), on: item) == "changed tags=a b")
        #expect(RulesFixture.outcome(.tags(adding: ["b"], removing: []), on: item) == "nothing")
    }

    @Test func itemsAreNumberedPastTheLastAndSettled() {
        let id = ActionItemID(caseID: CaseID(1_000_001), ordinal: 2)
        let asked = ActionItem(id: id, kind: "network-trace", text: "Send it.", askedAt: RulesFixture.now, dueAt: nil)
        let item = RulesFixture.item(.cust)
        let next = RulesFixture.outcome(
            .ask(kind: "error-messages", text: "And this.", due: nil), on: item, items: [asked])
        #expect(next == "asked item AI-1000001-3=open error-messages - | And this.")
        #expect(
            RulesFixture.outcome(.settle(id, .done), on: item, items: [asked])
                == "settled item AI-1000001-2=done network-trace -")
        #expect(RulesFixture.outcome(.settle(id, .open), on: item, items: [asked]) == "nothing")
    }

    @Test func textsAreBounded() {
        let item = RulesFixture.item()
        let long = String(repeating: "a", count: CaseLimits.subject)
        let huge = String(repeating: "a", count: CaseLimits.text)
        #expect(RulesFixture.outcome(.subject(long), on: item).hasPrefix("changed"))
        #expect(RulesFixture.outcome(.note(huge), on: item).hasPrefix("noted"))
        for change in [
            CaseChange.subject(long + "a"), .product(long + "a"), .extra("x", long + "a"), .note(huge + "a"),
        ] {
            #expect(RulesFixture.outcome(change, on: item) == "refused text-too-long")
        }
    }

    @Test func loggingTellsEveryFieldThatIsGiven() throws {
        var new = NewCase(
            subject: "Down", severity: .one, type: .technical, channel: .phone, account: AccountID(1),
            contact: ContactID(2))
        let decision = try decideLog(new, at: RulesFixture.now)
        let text = decision.changes.map { "\($0.field.name)=\($0.new ?? "nil")" }.joined(separator: " ")
        #expect(
            text == "subject=Down type=technical status=new severity=1 requestedSeverity=1 account=AC-1 contact=CT-2 "
                + "channel=phone openedAt=2026-03-09T13:30:00Z policy=\(Guide.policy.mark)")
        new.subject = "\u{A0}"
        #expect(throws: Refusal.self) { try decideLog(new, at: RulesFixture.now) }
        new.subject = "Down"
        new.product = String(repeating: "p", count: 1025)
        #expect(throws: Refusal.self) { try decideLog(new, at: RulesFixture.now) }
    }

    /// A refusal names the rule, what is in the way, and a way out, each as a whole sentence.
    @Test func refusalsAreWholeSentences() {
        let refusals: [Refusal] = [
            .empty("note"), .tooLong("note", bytes: 2, limit: 1), .controlZero("note"),
            .closed(RulesFixture.item(.closed)), .notClosed(CaseID(1)), .owned(CaseID(1)), .closeNeedsReason,
            .denyNeedsGround, .duplicateNeedsCase,
            .duplicateOfItself(CaseID(1)), .oneWord("tag", "a b"), .extraName(""),
            .noItem(ActionItemID(caseID: CaseID(1), ordinal: 1)), .noRight(.note, "Mira"), .noAgent("x"),
            .severalAgents("x"), .notYourName("Mira", login: "x"),
            .noSuchActor("Mia", near: "Mira"), .noCenter("x", ["y"]), .noGround("x", ["y"]), .noNeed("x", .cust),
            .noEscalation("x"), .acceptsSolutions(ActionItemID(caseID: CaseID(1), ordinal: 1), ["fix"]),
            .acceptedAlready(ActionItemID(caseID: CaseID(1), ordinal: 1)),
        ]
        for refusal in refusals {
            #expect(refusal.message.hasSuffix("."), "\(refusal)")
            #expect(refusal.remedy.hasSuffix(".") || refusal.remedy.hasSuffix("?"), "\(refusal)")
            #expect(refusal.rule.utf8.allSatisfy { $0.isWordByte || $0 == 0x2D }, "\(refusal)")
        }
        #expect(Set(refusals.map(\.rule)).count == refusals.count)
    }
}
