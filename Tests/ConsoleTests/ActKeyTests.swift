import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Every act on a case has a key, and is asked for what it needs")
struct ActKeyTests {
    private let id = CaseID(1_000_002)

    private func opened(_ store: MemoryCaseStore) async throws -> Seat {
        var seat = try await Seat.open(store)
        await seat.type(":")
        await seat.write("open CS-1000002")
        await seat.type("<CR>")
        return seat
    }

    @Test("an hour by which something is wanted is the next one from when it was typed")
    func dueOver() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type(":")
        await seat.write("ask --item network-trace --due 14:10")
        await seat.type("<CR>")
        #expect(seat.picture().contains("Network trace, due 14:10"), "\(seat.picture())")
        await seat.write("Please.")
        seat.hear(.tick(SampleStore.now + 600))
        await seat.type("<C-d>")
        // Not that hour of the next day; a store whose clock is as late refuses it.
        #expect(try await store.caseFile(id).items.first?.dueAt == SampleStore.now + 300)
    }

    @Test("asks for anything else in words of one's own, as for a kind of the policy, and one undo takes it back")
    func somethingElse() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("I")
        // Whatever is looked for, the line for one's own words stays.
        await seat.write("photo of a rack")
        #expect(seat.picture().contains(" in your own words"), "\(seat.picture())")
        await seat.type("<CR>")
        #expect(seat.notice.contains("Wanted by (2h"), "\(seat.notice)")
        await seat.type("<CR>")
        let asked = "Ask M. Okafor – public; recorded, not sent: Something else"
        #expect(seat.picture().contains(asked), "\(seat.picture())")
        // What was typed to find the line is where it is asked for.
        await seat.write(", please.")
        // What the customer is asked is seen before it is saved.
        #expect(seat.picture().contains("photo of a rack, please."), "\(seat.picture())")
        #expect(try await store.caseFile(id).items == [])
        let before = try await store.caseFile(id).item
        await seat.type("<C-d>")
        var file = try await store.caseFile(id)
        #expect(file.items.map(\.kind) == ["other"] && file.items.map(\.text) == ["photo of a rack, please."])
        #expect(file.item.status == before.status && file.item.given == before.given)
        await seat.type("u")
        file = try await store.caseFile(id)
        #expect(file.items == [] && file.item.status == before.status)
    }

    @Test("asks the customer for something, and settles it from the tab of action items")
    func request() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("I")
        #expect(seat.picture().contains("Ask the customer of CS-1000002 for"))
        await seat.write("network")
        await seat.type("<CR>")
        #expect(seat.notice.contains("Wanted by (2h"))
        await seat.write("soonish")
        await seat.type("<CR>")
        #expect(seat.picture().contains("Write a time like 2h, tomorrow"))
        await seat.type("<C-u>")
        await seat.write("tomorrow")
        await seat.type("<CR>")
        let asked = "Ask M. Okafor – public; recorded, not sent: Network trace, due Tue 10 Mar 09:00"
        #expect(seat.picture().contains(asked), "\(seat.picture())")
        await seat.write("Of both hosts, please.")
        await seat.type("<Esc>")
        #expect(seat.asked.last == .saveDraft(DraftKey(.request, id, about: "network-trace"), "Of both hosts, please."))
        await seat.type("I")
        await seat.write("network")
        await seat.type("<CR><CR>")
        #expect(seat.picture().contains("Of both hosts, please."))
        #expect(try await store.caseFile(id).items == [])
        // Of something else it is asked in words of its own.
        await seat.type("<Esc>I")
        await seat.write("configuration i")
        await seat.type("<CR><CR>")
        #expect(!seat.picture().contains("Of both hosts, please."))
        #expect(seat.picture().contains("draft of a request, network trace (I opens it)"), "\(seat.picture())")
        await seat.type("<Esc>I")
        await seat.write("network")
        await seat.type("<CR>")
        await seat.write("2h")
        await seat.type("<CR><C-d>")
        #expect(seat.notice.contains("u undoes it."))
        let item = try #require(try await store.caseFile(id).items.first)
        #expect(item.kind == "network-trace" && item.text == "Of both hosts, please.")
        #expect(item.dueAt == SampleStore.now + 7200)
        await seat.type("]<CR>")
        #expect(seat.picture().contains("Network trace, AI-1000002-1"))
        #expect(!seat.picture().contains("Accepted: this is the solution"))
        await seat.type("d")
        #expect(seat.notice.contains("AI-1000002-1 done. What came of it, or Enter:"))
        await seat.write("gateway.pcap")
        await seat.type("<CR>")
        let file = try await store.caseFile(id)
        #expect(file.items.first?.state == .done)
        #expect(file.events.last?.text == "gateway.pcap")
    }

    @Test("accepts the solution that it was")
    func solution() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("I")
        await seat.write("workaround")
        await seat.type("<CR><CR>")
        await seat.write("Restart it.")
        await seat.type("<C-d>")
        await seat.type("]<CR>")
        #expect(seat.picture().contains("Accepted: this is the solution"))
        await seat.type("a")
        await seat.type("<CR>")
        #expect(try await store.caseFile(id).items.first?.state == .accepted)
        // What was settled can be settled otherwise.
        await seat.type("<CR>x")
        await seat.type("<CR>")
        #expect(try await store.caseFile(id).items.first?.state == .declined)
    }

    @Test("puts a case out of sight, for a choice with its time beside it or a time of one's own, and brings it back")
    func snooze() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("z")
        let picture = seat.picture()
        #expect(picture.contains("For an hour") && picture.contains("15:05"))
        #expect(picture.contains("Until Monday") && picture.contains("Mon 16 Mar 09:00"))
        #expect(!picture.contains("Bring it back now"))
        await seat.type("1")
        #expect(try await store.caseFile(id).item.snoozedUntil == SampleStore.now + 3600)
        await seat.type("zo")
        #expect(seat.notice.contains("CS-1000002 comes back at"))
        await seat.write("2026-03-09")
        await seat.type("<CR>")
        #expect(seat.picture().contains("That time is over."))
        await seat.type("<C-u>")
        await seat.write("fri 14:00")
        await seat.type("<CR>")
        #expect(try await store.caseFile(id).item.snoozedUntil == Timestamp(iso: "2026-03-13T14:00:00Z"))
        await seat.type("zb")
        #expect(try await store.caseFile(id).item.snoozedUntil == nil)
    }

    @Test("records what the customer said, and what it was told")
    func words() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("H")
        #expect(seat.picture().contains("What M. Okafor said about CS-1000002"))
        #expect(seat.picture().contains("CUSTOMER"))
        await seat.write("It hangs again.")
        await seat.type("<C-d>")
        await seat.type("M")
        #expect(seat.picture().contains("Notice to M. Okafor of CS-1000002 – public; recorded, not sent"))
        await seat.write("We close it on Friday.")
        await seat.type("<C-d>")
        let events = try await store.caseFile(id).events.suffix(2)
        #expect(events.map(\.action) == [.heard, .reminded])
        #expect(events.map(\.text) == ["It hangs again.", "We close it on Friday."])
    }

    @Test("hands a case over to a centre, of which the list says when it is open")
    func handOver() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("<gt>")
        #expect(seat.picture().contains("Hand CS-1000002 over to"))
        #expect(seat.picture().contains("open until") && seat.picture().contains("closed until"))
        let next = seat.picture().split(separator: "\n").filter { $0.contains("opens next, closed until") }
        #expect(next.count == 1, "\(seat.picture())")
        await seat.write("dublin")
        await seat.type("<CR>")
        #expect(seat.picture().contains("over to Dublin, Ireland – a note that only colleagues read"))
        await seat.write("The log is with us.")
        await seat.type("<C-d>")
        let file = try await store.caseFile(id)
        #expect(file.item.center == "dublin")
        #expect(file.events.last?.action == .handedOver && file.events.last?.text == "The log is with us.")
    }

    @Test("escalates with a summary")
    func escalation() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("E")
        await seat.write("Two hosts fail.")
        await seat.type("<C-d>")
        #expect(try await store.caseFile(id).item.status == .esc)
    }

    @Test("denies support on a ground, by its key and from the list of statuses, and lifts that when it is mended")
    func denial() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("sy")
        #expect(seat.picture().contains("Deny support for CS-1000002 because"))
        await seat.type("<Esc>D2")
        #expect(seat.picture().contains("Deny support for CS-1000002: the licence audit was refused"))
        await seat.type("<C-d>")
        #expect(seat.picture().contains("There is no text yet."))
        await seat.write("They refused on Monday.")
        await seat.type("<C-d>")
        var item = try await store.caseFile(id).item
        #expect(item.status == .denied && item.given == ["ground": "audit", "person": "ada"])
        await seat.type("s")
        #expect(seat.picture().contains("The case stands there already; X opens it again"))
        await seat.type("i")
        #expect(seat.notice.contains("In Progress of CS-1000002, what was put right:"))
        await seat.write("The audit took place.")
        await seat.type("<CR>")
        item = try await store.caseFile(id).item
        #expect(item.status == .wip && item.given == [:])
        #expect(try await store.caseFile(id).events.last?.text == "The audit took place.")
    }

    @Test("goes from the list of statuses to the reasons for closing")
    func closing() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store)
        await seat.type("sx")
        #expect(seat.picture().contains("Close CS-1000002 because"))
        await seat.type("1<CR>")
        #expect(try await store.caseFile(id).item.status == .closed)
    }

    static let times: [(String, String?)] = [
        ("2h", "2026-03-09T16:05:00Z"), ("90m", "2026-03-09T15:35:00Z"), ("tomorrow", "2026-03-10T09:00:00Z"),
        ("Monday", "2026-03-16T09:00:00Z"), ("tue", "2026-03-10T09:00:00Z"), ("sun 7:30", "2026-03-15T07:30:00Z"),
        ("17:00", "2026-03-09T17:00:00Z"), ("9:00", "2026-03-10T09:00:00Z"), ("today 8:00", "2026-03-09T08:00:00Z"),
        ("2026-03-12", "2026-03-12T00:00:00Z"), ("2026-03-12T10:00", "2026-03-12T10:00:00Z"),
        ("2026-03-12T10:00:00+02:00", "2026-03-12T08:00:00Z"), ("today", nil), ("mo", nil), ("25:00", nil),
        ("+2h", "2026-03-09T16:05:00Z"), ("yesterday 16:00", "2026-03-08T16:00:00Z"),
        ("10 mar 7:30", "2026-03-10T07:30:00Z"), ("2026-03-12 14:30", "2026-03-12T14:30:00Z"),
        ("now", "2026-03-09T14:05:00Z"), ("yesterday 24:00", nil), ("soon 9:00", nil),
        ("soon", nil), ("", nil), ("tomorrow at nine", nil), ("99999999999w", nil), ("2h ago", "2026-03-09T12:05:00Z"),
        ("+2h ago", nil), ("ago", nil), ("in 30 minutes", "2026-03-09T14:35:00Z"), ("in 30m", "2026-03-09T14:35:00Z"),
        ("in an hour", "2026-03-09T15:05:00Z"), ("2 hours", "2026-03-09T16:05:00Z"), ("in 2 hours ago", nil),
        ("20 minutes ago", "2026-03-09T13:45:00Z"), ("next monday 14:00", "2026-03-16T14:00:00Z"),
        ("next week", "2026-03-16T09:00:00Z"), ("Tue 10 Mar 2026 8:00", "2026-03-10T08:00:00Z"), ("an", nil),
    ]

    static let pastTimes: [(String, String?)] = [
        ("2h", "2026-03-09T12:05:00Z"), ("2h ago", "2026-03-09T12:05:00Z"), ("+2h", "2026-03-09T16:05:00Z"),
        ("17:00", "2026-03-08T17:00:00Z"), ("9:00", "2026-03-09T09:00:00Z"), ("mon 9:00", "2026-03-09T09:00:00Z"),
        ("mon, 9:00", "2026-03-09T09:00:00Z"), ("2 days", "2026-03-07T09:00:00Z"),
        ("1 day ago", "2026-03-08T09:00:00Z"),
        ("in 2 days", "2026-03-11T09:00:00Z"), ("2 weeks 14:00", "2026-02-23T14:00:00Z"),
        ("17 nov 14:00", "2025-11-17T14:00:00Z"), ("1 mar", "2026-03-01T09:00:00Z"),
        ("mon 16:00", "2026-03-02T16:00:00Z"), ("Tuesday", "2026-03-03T09:00:00Z"),
        ("20 minutes", "2026-03-09T13:45:00Z"), ("in 20 minutes", "2026-03-09T14:25:00Z"),
        ("tomorrow 8:00", "2026-03-10T08:00:00Z"), ("yesterday 16:00", "2026-03-08T16:00:00Z"), ("mo", nil),
    ]

    @Test("reads times at which something happened: they lie back", arguments: pastTimes)
    func past(words: String, instant: String?) {
        let found = Timestamp(words: words, at: SampleStore.now, in: SampleStore.zone, isPast: true)
        #expect(found == instant.flatMap { Timestamp(iso: $0) })
    }

    @Test("reads times as people say them", arguments: times)
    func time(words: String, instant: String?) {
        let found = Timestamp(words: words, at: SampleStore.now, in: SampleStore.zone)
        #expect(found == instant.flatMap { Timestamp(iso: $0) })
    }
}

@Suite("Before a change is chosen, its list says what the clock would do")
struct WhatIfTests {
    @Test("the sums of a case tell what the other severities would bring, and a line of one's own asks for more")
    func sums() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 120, rows: 60)
        await seat.type(":")
        await seat.write("set CS-1000001 plan=priority region=emea")
        await seat.type("<CR>4W<End>")
        let picture = seat.picture()
        for code in ["2", "3", "4"] { #expect(picture.contains("With severity \(code), from now on:"), "\(picture)") }
        #expect(!picture.contains("With severity 1,") && picture.contains("running, due Mon 9 Mar 14:32"), "\(picture)")
        await seat.type("<Esc>:")
        await seat.write("why --plan core")
        await seat.type("<CR>")
        let ran = seat.asked.compactMap { effect -> CommandCall? in
            if case .run(let call, _, _) = effect { call } else { nil }
        }
        #expect(ran.last == CommandCall(.why, ["CS-1000001"], options: [.plan: "core"]))
    }

    @Test("what a severity means is told of the one under the cursor, with where that is from")
    func meanings() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 120, rows: 40)
        await seat.type("4")
        await seat.type("p")
        for severity in Guide.policy.lifeCycle.severities {
            let meaning = try #require(severity.meaning).split(separator: " ").prefix(6).joined(separator: " ")
            let credit = Guide.policy.credit(severity.origin.tags(of: "meaning"))
            #expect(seat.picture().contains(meaning), "\(seat.picture())")
            #expect(seat.picture().contains(credit.prefix(6)), "\(credit) \(seat.picture())")
            await seat.type("j")
        }
    }

    @Test("statuses to which nothing leads say so in the row, and the whole of it below")
    func statuses() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("4")
        await seat.type("s<End>")
        #expect(seat.picture().contains("not from “New” "), "\(seat.picture())")
        #expect(seat.picture().contains("It is “New”, and nothing leads from there to “"), "\(seat.picture())")
        seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type("sc")
        await seat.write("the trace")
        await seat.type("<CR>")
        await seat.type("s")
        let picture = seat.picture()
        #expect(picture.contains("Waiting on Customer          as it is, asks what is awaited"), "\(picture)")
    }

    @Test("for a severity and for a status, beside the time that is due now")
    func outlook() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type(":")
        await seat.write("set CS-1000001 plan=priority region=emea")
        await seat.type("<CR>")
        await seat.type("4")
        await seat.type("p")
        #expect(seat.picture().contains("Critical outage                        as it is"))
        #expect(seat.picture().contains("due 14:32, 27m left; now due 14:17"))
        try expectPicture(view(seat.state, theme: .terminal), "overlay-severity")
        await seat.type("<Esc>t")
        await seat.type("s")
        #expect(seat.picture().contains("asks what is awaited, clock as now: due 14:17, 12m left"))
        await seat.type("<Esc>p2")
        await seat.write("half of them work")
        await seat.type("<CR>")
        #expect(try await store.caseFile(CaseID(1_000_001)).item.response.due == SampleStore.now - 180 + 1800)
    }

    @Test("what a person promised counts once the first response was given")
    func promised() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type(":")
        await seat.write("set CS-1000001 plan=priority region=emea next-update=+50m")
        await seat.type("<CR>4")
        await seat.type("s")
        #expect(seat.picture().contains("clock as now: due 14:17, 12m left"))
        await seat.type("<Esc>:")
        await seat.write("reply CS-1000001 -m Looking")
        await seat.type("<CR>:")
        await seat.write("set CS-1000001 next-update=+50m")
        await seat.type("<CR>")
        await seat.type("s")
        #expect(seat.picture().contains("clock as now: due 14:55, 50m left"))
    }

    @Test("and says nothing of a clock for several cases, or for one without a plan")
    func silence() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("1")
        await seat.type("p")
        #expect(!seat.picture().contains("left; now") && !seat.picture().contains("; now"))
        await seat.type("<Esc>Vp")
        #expect(seat.picture().contains("Severity of 2 cases"))
        #expect(!seat.picture().contains("left; now"))
    }
}
