import CaseModel
import Testing

/// A case told in words: `9:00` on a day of March 2026 in Dublin, where the clocks show UTC until the 29th.
private struct Story {
    var clock: ResponseClock
    private var seq = 0

    init(_ kind: ResponseClock.Kind = .firstResponse) { clock = ResponseClock(kind) }

    mutating func add(_ time: String, _ kind: ClockEvent.Kind) throws {
        seq += 1
        clock.add(ClockEvent(at: try march(time), seq: seq, kind))
    }

    func state(_ time: String) throws -> ClockState { clock.state(at: try march(time)) }
}

/// `04 16:00` is 2026-03-04T16:00:00Z.
private func march(_ time: String) throws -> Timestamp {
    try at("2026-03-\(time.replacing(" ", with: "T")):00Z")
}

private func rule(_ target: String, _ coverage: Coverage = .business) throws -> ClockRule {
    ClockRule(
        target: try ClockTarget(words: target), coverage: coverage,
        calendar: try Regions.emea([try day("2026-03-17"): "Saint Patrick's Day"]))
}

@Suite("The first response")
struct FirstResponseTests {
    @Test func runsAndIsMetOrBreached() throws {
        var story = Story()
        #expect(try story.state("04 09:00").phase == .none)
        try story.add("04 16:00", .opened(try rule("8 business hours")))
        let running = try story.state("04 16:30")
        #expect(try running.phase == .running && running.due == march("05 15:00"))
        #expect(running.elapsed == 1800 && running.remaining == 27_000)
        #expect(try story.state("04 15:00").elapsed == 0)
        #expect(try story.state("05 15:00").phase == .running)
        let late = try story.state("06 09:00")
        #expect(late.phase == .breached && late.remaining == -10_800)
        // Neither a note, nor an automatic acknowledgement is a response.
        try story.add("04 16:01", .answered(outward: true, human: false))
        try story.add("04 16:02", .answered(outward: false, human: true))
        #expect(try story.state("04 16:30").phase == .running)
        try story.add("05 15:00", .answered(outward: true, human: true))
        let met = try story.state("20 09:00")
        #expect(met.phase == .met && met.elapsed == 28_800 && met.remaining == 0)
        // What happens after it touches nothing.
        try story.add("05 16:00", .ruleChanged(try rule("<15 minutes", .always)))
        try story.add("05 16:10", .paused)
        try story.add("06 16:10", .stopped)
        try story.add("09 16:10", .reopened)
        #expect(try story.state("20 09:00") == met)
    }

    @Test(arguments: [("<10 minutes", "07 03:10", ClockState.Phase.breached), ("10 minutes", "07 03:10", .met)])
    func lessThanIsNotAtMost(_ target: String, _ answer: String, _ phase: ClockState.Phase) throws {
        var story = Story()
        try story.add("07 03:00", .opened(try rule(target, .always)))
        #expect(try story.state(answer).phase == (phase == .met ? .running : .breached))
        try story.add(answer, .answered(outward: true, human: true))
        #expect(try story.state("10 00:00").phase == phase)
    }

    /// Due from the original opening; the old promise stays beside the new.
    @Test func aNewSeverityKeepsTheOldPromise() throws {
        var story = Story()
        try story.add("04 09:00", .opened(try rule("8 business hours")))
        try story.add("04 11:00", .ruleChanged(try rule("2 business hours")))
        try story.add("04 12:00", .ruleChanged(try rule("4 hours", .always)))
        let state = try story.state("04 12:30")
        #expect(try state.due == march("04 13:00") && state.phase == .running)
        #expect(try state.promises.map(\.due) == [march("04 17:00"), march("04 11:00"), march("04 13:00")])
        #expect(state.promises.map(\.madeBy) == [1, 2, 3])
        #expect(state.promises.map(\.replacedBy) == [2, 3, nil])
        #expect(state.promises.map(\.isInForce) == [false, false, true])
        #expect(state.promises.map(\.wasMissed) == [false, true, false])
        #expect(state.promises.map(\.rule.target.description) == ["8 business hours", "2 business hours", "4 hours"])
        // Cover that ends leaves no clock, but its promises.
        try story.add("04 12:40", .ruleChanged(nil))
        #expect(try story.state("04 13:00").phase == .none)
        #expect(try story.state("04 13:00").promises.map(\.replacedBy) == [2, 3, 4])
    }

    @Test func anEndWithoutAnAnswerStopsIt() throws {
        var story = Story()
        try story.add("04 16:00", .opened(try rule("2 business hours")))
        try story.add("04 16:30", .stopped)
        let stopped = try story.state("20 09:00")
        #expect(try stopped.phase == .stopped && stopped.due == march("05 09:00") && stopped.elapsed == 1800)
        // Opened again it goes on with what was left; the time between does not count.
        try story.add("09 10:00", .reopened)
        let again = try story.state("09 10:30")
        #expect(try again.phase == .running && again.due == march("09 11:30") && again.remaining == 3600)
        #expect(again.promises.count == 2)
        try story.add("09 12:00", .stopped)
        #expect(try story.state("09 12:00").phase == .breached)
    }

    @Test func anAnswerBeforeACoverWasFoundCounts() throws {
        var story = Story()
        try story.add("04 09:00", .opened(nil))
        try story.add("04 09:05", .answered(outward: true, human: true))
        try story.add("05 09:05", .ruleChanged(try rule("30 minutes", .always)))
        #expect(try story.state("06 09:00").phase == .none)
    }

    @Test func aCalendarThatNeverOpens() throws {
        let never = ClockRule(
            target: ClockTarget(2, .hours), coverage: .business,
            calendar: try Regions.emea().with(hours: WeekHours([:])))
        var story = Story()
        try story.add("04 09:00", .opened(never))
        let state = try story.state("09 09:00")
        #expect(state.phase == .running && state.due == nil && state.never == .noHours && state.remaining == nil)
        let sum = try #require(story.clock.sum(at: try march("09 09:00")))
        #expect(sum.steps.map(\.reason) == [.noHours] && sum.never == .noHours)
        try story.add("30 09:00", .answered(outward: true, human: true))
        #expect(try story.state("31 09:00").phase == .met)
    }
}

@Suite("Pauses and follow-ups")
struct PauseTests {
    @Test func aPauseMovesTheDueTime() throws {
        var story = Story()
        try story.add("04 09:00", .opened(try rule("8 business hours")))
        try story.add("04 11:00", .paused)
        let paused = try story.state("05 16:00")
        #expect(paused.phase == .paused && paused.due == nil && paused.elapsed == 7200 && paused.remaining == 21_600)
        try story.add("05 12:00", .paused)
        try story.add("06 10:00", .resumed)
        try story.add("06 11:00", .resumed)
        let state = try story.state("06 12:00")
        #expect(try state.due == march("06 16:00") && state.phase == .running)
        #expect(state.promises.map(\.madeBy) == [1, 4])
        // A new rule does not lose the pause.
        try story.add("06 12:00", .ruleChanged(try rule("9 business hours")))
        #expect(try story.state("06 12:00").due == march("06 17:00"))
    }

    @Test func aPauseInClosedHoursMovesNothing() throws {
        for target in ["10 business hours", "1 business day"] {
            var story = Story()
            try story.add("04 16:00", .opened(try rule(target)))
            let before = try story.state("04 16:30").due
            try story.add("04 17:30", .paused)
            try story.add("05 07:30", .resumed)
            let state = try story.state("05 09:00")
            #expect(state.due == before && state.promises.count == 1 && state.promises[0].isInForce)
        }
    }

    @Test func businessDaysMoveByTheTimeThatAPauseTook() throws {
        var story = Story()
        try story.add("04 10:00", .opened(try rule("2 business days")))
        #expect(try story.state("04 10:00").due == march("06 10:00"))
        try story.add("04 12:00", .paused)
        try story.add("05 09:00", .resumed)
        #expect(try story.state("05 10:00").due == march("06 16:00"))
    }

    @Test func anAnswerWhileItStandsStillIsInTime() throws {
        var story = Story()
        try story.add("04 09:00", .opened(try rule("2 business hours")))
        try story.add("04 10:00", .paused)
        try story.add("20 10:00", .answered(outward: true, human: true))
        let state = try story.state("30 10:00")
        #expect(try state.phase == .met && state.due == march("20 11:00") && state.elapsed == 3600)
        #expect(state.promises.count == 2 && state.promises[1].due == state.due)
    }

    @Test func theNextAnswerAfterTheLastWord() throws {
        var story = Story(.followUp)
        try story.add("04 09:00", .opened(try rule("4 hours")))
        // Until the first response the other clock runs.
        try story.add("04 09:10", .asked)
        #expect(try story.state("04 09:20").phase == .none)
        try story.add("04 09:30", .answered(outward: true, human: true))
        #expect(try story.state("04 09:40").phase == .none)
        try story.add("04 10:00", .asked)
        try story.add("04 11:00", .asked)
        let state = try story.state("04 12:00")
        #expect(try state.due == march("04 15:00") && state.phase == .running)
        #expect(state.promises.map(\.started) == [try march("04 10:00"), try march("04 11:00")])
        // Waiting on somebody, it stands still; so it does when the customer speaks meanwhile.
        try story.add("04 12:00", .paused)
        #expect(try story.state("04 16:00").phase == .paused)
        try story.add("04 13:00", .asked)
        #expect(try story.state("04 16:00").elapsed == 0)
        try story.add("05 09:00", .resumed)
        #expect(try story.state("05 10:00").due == march("05 13:00"))
        try story.add("05 12:00", .answered(outward: true, human: true))
        #expect(try story.state("05 14:00").phase == .met)
        try story.add("06 09:00", .asked)
        #expect(try story.state("06 14:00").phase == .breached)
        try story.add("06 14:30", .stopped)
        #expect(try story.state("09 14:00").phase == .breached)
    }

    /// Clocks of hosts step back, and imported histories hold anything.
    @Test func eventsOutOfOrderDoNoHarm() throws {
        let instants =
            try ["04 09:00", "05 09:00", "03 09:00"].map { try march($0) }
            + [Timestamp(seconds: .min), Timestamp(seconds: .max)]
        let kinds: [ClockEvent.Kind] = [
            .paused, .resumed, .asked, .answered(outward: true, human: true), .stopped, .reopened,
            .ruleChanged(try rule("1 business day")), .ruleChanged(nil), .opened(try rule("<3 hours")),
        ]
        for kind in [ResponseClock.Kind.firstResponse, .followUp] {
            for first in kinds {
                for second in kinds {
                    for instant in instants {
                        var clock = ResponseClock(kind)
                        clock.add(ClockEvent(at: try march("04 10:00"), seq: 1, .opened(try rule("2 hours"))))
                        clock.add(ClockEvent(at: instants[0], seq: 2, first))
                        clock.add(ClockEvent(at: instant, seq: 3, second))
                        clock.add(ClockEvent(at: try march("04 12:00"), seq: 4, .asked))
                        let state = clock.state(at: try march("06 09:00"))
                        #expect(state.elapsed >= 0)
                        _ = clock.sum(at: try march("06 09:00"))
                    }
                }
            }
        }
    }
}

@Suite("The worked sum")
struct ClockSumTests {
    /// Two pauses, a new severity, a holiday and a night: every stretch of it, in the order of time.
    @Test func readsAsASumACustomerWouldAccept() throws {
        var story = Story()
        try story.add("13 15:00", .opened(try rule("2 business hours")))
        try story.add("13 16:00", .paused)
        try story.add("16 09:00", .resumed)
        try story.add("16 09:30", .ruleChanged(try rule("8 business hours")))
        try story.add("16 16:30", .paused)
        try story.add("18 08:30", .resumed)
        let sum = try #require(story.clock.sum(at: try march("18 09:00")))
        let written = sum.steps.map { step in
            "\(step.from.description.dropFirst(8).dropLast(4)) \(step.to.description.dropFirst(8).dropLast(4)) "
                + "\(step.counted / 60) \(step.words)"
        }
        #expect(
            written == [
                "13T15:00 13T16:00 60 counted", "13T16:00 16T09:00 0 paused from event 2 to event 3",
                "16T09:00 16T16:00 420 counted",
            ])
        #expect(try sum.due == march("16 16:00"))
        #expect(
            try story.state("18 09:00").promises.map(\.due) == [
                march("13 17:00"), march("16 10:00"), march("16 16:00"),
            ])
    }

    @Test func namesWhatIsClosed() throws {
        let steps = try rule("10 hours").sum(from: march("13 16:00")).steps
        #expect(
            steps.map { "\($0.words) \($0.counted)" } == [
                "counted 3600", "outside business hours 0", "not a working day 0", "outside business hours 0",
                "counted 32400",
            ])
        let holiday = try rule("1 hour").sum(from: march("16 17:00")).steps
        #expect(
            holiday.map(\.words) == [
                "outside business hours", "holiday: Saint Patrick's Day", "outside business hours", "counted",
            ])
        #expect(ClockSum.Reason.paused(by: 3, until: nil).description == "paused since event 3")
        #expect(ClockSum.Reason.holiday("").description == "holiday")
    }

    @Test func showsWhenClocksChange() throws {
        let closed = try rule("1 hour").sum(from: march("27 17:00")).steps
        #expect(closed.map(\.clockChange) == [0, 3600, 0, 0])
        #expect(closed[1].words == "not a working day, clocks go forward 1h")
        let counted = try rule("24 hours", .always).sum(from: at("2026-10-24T12:00:00Z")).steps
        #expect(counted.map(\.words) == ["counted, clocks go back 1h"])
        // One that changes at the very beginning is over.
        #expect(try rule("24 hours", .always).sum(from: at("2026-10-25T01:00:00Z")).steps.map(\.clockChange) == [0])
    }

    @Test func saysHowFarHolidaysAreKnown() throws {
        let emea = try Regions.emea()
        func sum(_ known: String?, _ coverage: Coverage) throws -> ClockSum {
            let calendar = WorkCalendar(
                name: "", zone: emea.zone, hours: emea.hours, knownThrough: try known.map { try day($0) })
            return ClockRule(target: ClockTarget(8, .hours), coverage: coverage, calendar: calendar)
                .sum(from: try march("04 16:00"))
        }
        #expect(try !sum("2026-03-05", .business).isUncertain)
        #expect(try sum("2026-03-04", .business).isUncertain)
        #expect(try sum(nil, .business).isUncertain)
        #expect(try !sum(nil, .always).isUncertain)
    }
}
