import CaseModel
import GuidePolicy
import Testing

/// What each part of the language finds among five cases.
@Suite struct QueryMatchTests {
    let fixture = QueryFixture()

    @Test(arguments: [
        ("", "ABCDE"), ("   ", "ABCDE"),
        // Codes and numbers.
        ("status:open", "A"), ("status:wip,hold", "BD"), ("status:Closed", "C"), (#"status:"in progress""#, "B"),
        (#"status:"Waiting on Customer""#, ""), ("type:technical", "ABCD"), ("type:licensing", "E"),
        ("channel:phone,web", "AB"), ("channel:none", "CDE"), ("channel:any", "AB"), ("closureReason:duplicate", "C"),
        ("closurereason:none", "ABDE"), ("severity:1", "AD"), ("severity:1,2", "ABD"), ("severity<2", "AD"),
        ("severity<=2", "ABD"), ("severity>2", "CE"), ("severity>=3", "CE"), ("severity:2..3", "BC"),
        ("severity:..2", "ABD"), ("severity:3..", "CE"), ("requestedSeverity:1", "ACD"), ("version>3", "BC"),
        ("version:1..2,9", "CDE"), ("version:0", ""),
        // Numbers of cases.
        ("id:CS-1000001", "A"), ("id:1000001,cs-1000005", "AE"), ("id:CS-99", ""), ("duplicateOf:CS-1000001", "C"),
        ("duplicateOf:none", "ABDE"), ("duplicateOf:any", "C"),
        // Parts of numbers: their end, or their beginning but for a few figures.
        ("0001", "A"), ("00003", "C"), ("cs-0005", "E"), ("1000", ""), ("10000", "ABCDE"), ("001", ""),
        ("10010", ""), ("0001*", ""),
        // Part of one hides nothing.
        ("-0001", "ABCDE"), ("-(0001 or 00003)", "ABCDE"), ("-1000001", "BCDE"),
        // Names and values.
        (#"account:"Nord Energy""#, "A"), (#"account:"nord energy""#, "A"), ("account:nord*", "AB"),
        ("account:nord", ""),
        ("account:none", "CE"), ("account:any", "ABD"), ("account:*", "ABD"), (#"account:"nord "*"#, "A"),
        ("account:東京ガス", "D"), ("account:東*", "D"), (#"account:"Nord Energy","Nordsee AG""#, "AB"),
        (#"partner:"nord energy""#, "E"), ("contact:Zoe*", "A"), (#"contact:"zoë quinn""#, "A"),
        (#"contact:"Zoe\#u{308} Quinn""#, "A"), (#"contact:"lukasz zak""#, "B"), ("owner:none", "AE"),
        ("owner:any", "BCD"),
        ("owner:me", "BD"), ("owner:mira", "BD"), ("owner:odegard", "C"), ("owner:ØDEGÅRD", "C"),
        ("owner:me,none", "ABDE"),
        (#"owner:"me""#, ""), ("queue:network", "A"), ("queue:Licens*", "B"), ("queue:none", "CDE"),
        (#"product:"gateway 13""#, "A"), ("product:gateway", "B"), ("product:GATEWAY*", "AB"),
        ("externalID:inc0001", "A"),
        ("externalid:INC*", "A"), ("externalID:none", "BCDE"),
        // Several values.
        ("tag:spam", "BE"), ("tag:vip", "AE"), ("tag:spam,vip", "ABE"), ("tag:spam tag:vip", "E"), ("tags:none", "CD"),
        ("tag:sp*", "BE"), ("watcher:me", "C"), ("watchers:mira", "C"), ("watcher:none", "ABDE"), ("watcher:any", "C"),
        // Columns of a source.
        (#"x.LOCATION:"aisle 4""#, "B"), ("x.location:aisle*", "B"), ("x.location:lodz", "D"), ("x.location:any", "BD"),
        ("X.LOCATION:none", "ACE"), (#"x."made sla":true"#, "B"), ("x.nothing:any", ""), ("extra:location", "BD"),
        ("extra:none", "ACE"), ("extra:made*", "B"),
        // What the model cannot fill yet.
        ("plan:core", ""), ("plan:none", "ABCDE"), ("region:emea", ""), ("entitlement:any", ""),
        ("center:none", "ABCDE"),
        ("criticalSituationManager:me", ""), ("responseTarget:none", "ABCDE"), ("responseState:breached", ""),
        ("response:breached", ""), ("responseState:none", "ABCDE"), ("due<2h", ""), ("due:none", "ABCDE"),
        ("responseDueAt:today", ""), ("is:breached", ""), ("is:overdue", ""),
    ])
    func fields(_ query: String, _ letters: String) throws {
        #expect(try fixture.found(query) == letters)
    }

    @Test(arguments: [
        ("opened:today", "A"), ("opened:yesterday", "B"), ("opened:tomorrow", ""), ("opened:now", ""),
        ("opened:2026-03-08", "B"), ("openedAt:2026-03-01", "C"), ("opened<2026-03-01", "DE"),
        ("opened<=2026-03-01", "CDE"),
        ("opened>2026-03-01", "AB"), ("opened>=2026-03-01", "ABC"), ("opened:2026-03-01..2026-03-08", "BC"),
        ("opened:2026-03-08..", "AB"), ("opened:..2026-03-01", "CDE"), ("opened:2026-03-01,2026-03-08", "BC"),
        ("opened<2h", "A"), ("opened>7d", "CDE"), ("opened>1d", "BCDE"), ("opened:2d", "AB"), ("opened:1h", "A"),
        ("opened:1d..10d", "BC"), ("opened:10d..1d", "BC"), ("opened:7d..", "CDE"), ("opened:..7d", "AB"),
        ("opened:30m", "A"), ("opened<30m", ""), ("opened<=30m", "A"), ("opened>=30m", "ABCDE"), ("opened>30m", "BCDE"),
        ("opened:2026-03-09T13:00:00Z", "A"), ("opened:2026-03-09T14:00+01:00", "A"), ("opened:2026-03-09T13:00", "A"),
        (#"opened:"2026-03-09 13:00""#, "A"), ("opened>2026-03-09T13:00", ""), ("opened>=2026-03-09T13:00", "A"),
        ("opened:yesterday..now", "AB"), ("opened:10d..today", "ABC"), ("closed:none", "ABDE"), ("closed:any", "C"),
        ("closed:2026-03-05", "C"), ("closed<7d", "C"), ("closed>7d", ""), ("updated:today", "AB"),
        ("updated<5h", "AB"),
        ("updatedAt<4h", "A"), ("response:none", "ADE"), ("response:any", "BC"), ("firstResponseAt:2026-03-02", "C"),
        ("response<2d", "B"), ("snoozed:any", "DE"), ("snoozed<1d", "DE"), ("snoozed>19h", "D"), ("snoozed:1d", "DE"),
        ("snoozed:now", "E"), ("snoozed>now", "D"), ("snoozedUntil:tomorrow", "D"), ("snoozed:today,none", "ABCE"),
        ("opened:today,yesterday", "AB"), ("closed:none,2026-03-05", "ABCDE"),
    ])
    func times(_ query: String, _ letters: String) throws {
        #expect(try fixture.found(query) == letters)
    }

    @Test(arguments: [
        ("is:open", "ABD"), ("is:unassigned", "AE"), ("is:snoozed", "D"), ("is:critical", "AD"), ("is:onhold", "D"),
        ("is:mine", "BD"), ("is:working", "ABD"), ("is:critical,unassigned", "ADE"), ("IS:OPEN", "ABD"),
        ("-is:open", "CE"),
        ("not is:open", "CE"), ("NOT is:open", "CE"), ("-tag:spam", "ACD"), ("-owner:mira", "ACE"),
        ("--is:open", "ABD"),
        ("is:open severity:1", "AD"), ("is:open and severity:1", "AD"), ("severity:4 or status:wip", "BE"),
        ("severity:4 or status:wip owner:none", "E"), ("(severity:4 or status:wip) owner:none", "E"),
        ("(severity:4 or status:wip) owner:me", "B"), ("severity:4 OR severity:3 AND is:open", "E"),
        ("-(owner:me or watcher:me)", "AE"), ("(owner:me or watcher:me)", "BCD"), ("not not status:open", "A"),
        ("not(status:open)", "BCDE"), ("is:open -severity:1", "B"), ("((((status:open))))", "A"),
    ])
    func logic(_ query: String, _ letters: String) throws {
        #expect(try fixture.found(query) == letters)
    }

    @Test(arguments: [
        ("licence", "A"), ("LICENCE", "A"), ("licenc", ""), ("licenc*", "A"), ("time*", "AB"), ("time", "A"),
        ("timer", "B"), (#""licence server""#, "A"), (#""server licence""#, ""), (#""licence serv"*"#, "A"),
        ("licence-server", "A"), ("licence,server", "A"), ("e-mail", "A"), (#""e mail alerts""#, "A"), ("inc0001", "A"),
        ("INC*", "A"), ("zoe", "A"), ("quinn", "A"), (#""zoe quinn""#, "A"), ("groesse", ""), ("grosse", "C"),
        ("GRÖßE", "C"),
        ("gro\u{308}ße", "C"), ("漢", "D"), ("字", "D"), ("漢字", "D"), ("字漢", ""), ("テスト", "D"), ("スト", "D"),
        ("字テ", "D"), (#""sent a time""#, "A"), (#""back sent""#, "A"), (#""answer second""#, "B"),
        (#""timeout the""#, ""),
        (#""stop time called""#, ""), ("kunde ok", "C"), (#""kunde ok""#, ""), (#""100%""#, "E"), ("100", "E"),
        ("none", "E"),
        (#""or""#, "E"), (#""not""#, "AE"), (#""or not""#, "E"), ("text:none", "E"), ("text:licence,kunde", "AC"),
        (#"text:"licence server",第"#, "A"), ("subject:timer", "B"), ("subject:drift*", "B"), ("subject:called", ""),
        ("subject:timer,größe", "BC"), (#"subject:"licence server timeout""#, "A"), ("description:server", "A"),
        ("description:none", "BCDE"), ("description:any", "A"), ("subject:none", ""), (#"subject:"none""#, "E"),
        (#"description:"12:30""#, "A"), ("12:30", "A"), ("-licence", "BCDE"), ("time* -timer", "A"),
        ("smith, john", ""),
        ("c'est", ""), ("x", ""), ("x.", ""), ("mira", ""), ("network", ""), ("gateway", ""), ("ＩＮＣ", ""),
    ])
    func words(_ query: String, _ letters: String) throws {
        #expect(try fixture.found(query) == letters)
    }

    /// Every key that a case has in JSON, and every short name, can be asked about.
    @Test(arguments: [
        "id:CS-1", "externalID:none", "subject:none", "description:none", "type:technical", "status:new", "severity:1",
        "requestedSeverity:1", "account:none", "contact:none", "partner:none", "product:none", "channel:none",
        "plan:none", "entitlement:none", "region:none", "center:none", "queue:none", "owner:none",
        "criticalSituationManager:none", "openedAt:none", "firstResponseAt:none", "responseDueAt:none",
        "responseTarget:none", "responseState:none", "updatedAt:none", "closedAt:none", "closureReason:none",
        "duplicateOf:none", "snoozedUntil:none", "tags:none", "watchers:none", "extra:none", "version:1", "due:none",
        "opened:none", "updated:none", "closed:none", "response:none", "snoozed:none", "tag:none", "watcher:none",
        "text:42", "x.NAME:none",
    ])
    func everyKeyIsAField(_ query: String) throws {
        let read = try CaseQuery(query)
        #expect(try CaseQuery(query.uppercased().replacing("NONE", with: "none")) == read)
        #expect(try CaseQuery(read.text) == read)
    }

    @Test func nobodyHasNothing() throws {
        for query in ["is:mine", "owner:me", "watcher:me"] {
            #expect(try fixture.found(query, me: nil) == "")
        }
        #expect(try fixture.found("-owner:me", me: nil) == "ABCDE")
    }

    @Test func daysAreThoseOfTheDisplayZone() throws {
        let tokyo = Zone(name: "Asia/Tokyo", initialOffset: 32_400)
        // 13:00 UTC is 22:00 in Tokyo, the same day; 10:00 of the 8th is 19:00 there; the 1st begins nine hours earlier.
        #expect(try fixture.found("opened:today", zone: tokyo) == "A")
        #expect(try fixture.found("opened:2026-03-01", zone: tokyo) == "C")
        #expect(try fixture.found("closed:2026-03-05", zone: tokyo) == "")
        #expect(try fixture.found("closed:2026-03-06", zone: tokyo) == "C")
        #expect(try fixture.found("opened:2026-03-09T22:00", zone: tokyo) == "A")
        #expect(try fixture.found("opened:2026-02-28", zone: Zone(name: "W", initialOffset: -3600)) == "C")
    }

    /// New York's 8 March 2026 has 23 hours, from 05:00 UTC to 04:00 UTC of the 9th.
    @Test func aDayWithAChangeOfClocksIsWhole() {
        let zone = Zone(
            name: "America/New_York", initialOffset: -18_000,
            transitions: [.init(at: at("2026-03-08T07:00:00Z"), offset: -14_400)])
        let context = QueryContext(now: at("2026-03-09T13:30:00Z"), zone: zone)
        let day = CivilDay(year: 2026, month: 3, day: 8).map {
            TimeTest.at(.day($0)).interval(of: .opened, in: context)
        }
        #expect(day == TimeInterval(from: at("2026-03-08T05:00:00Z"), to: at("2026-03-09T03:59:59Z")))
    }

    @Test func aCaseWhoseNameIsLostMatchesItsNumber() throws {
        var item = Case(id: CaseID(1), subject: "s", severity: .four, openedAt: at("2026-03-09T13:00:00Z"))
        item.owner = AgentID(7)
        let subject = QuerySubject(item: item, names: Names(), notes: [])
        #expect(try CaseQuery("owner:AG-7").matches(subject, fixture.context))
    }
}
