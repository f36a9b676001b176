import CaseModel
import GuidePolicy
import Testing

/// How queries are written back, and what is said of those that are none.
@Suite struct QueryTextTests {
    @Test(arguments: [
        ("", ""), ("status:OPEN", "status:open"), ("  status:open   severity:1,2  ", "status:open severity:1,2"),
        ("a and b", "a b"), ("a or b c", "a or b c"), ("(a or b) c", "(a or b) c"), ("(a b) or c", "a b or c"),
        ("((a))", "a"), ("not a", "-a"), ("not (a b)", "-(a b)"), ("--a", "--a"), ("(a b) c", "(a b) c"),
        (#""licence server""#, #""licence server""#), (#""licence""#, "licence"), (#""or""#, #""or""#),
        ("time*", "time*"),
        (#""time "*"#, #""time "*"#), ("openedAt:today", "opened:today"), ("responseDueAt<2h", "due<2h"),
        ("due<120m", "due<2h"), ("due<=90s", "due<=90s"), ("opened:14d", "opened:14d"), ("opened>1w", "opened>7d"),
        ("opened:7d..1d", "opened:1d..7d"), ("opened:7d..", "opened>=7d"), ("opened:..7d,today", "opened:..7d,today"),
        ("opened:2026-03-01..2026-03-31", "opened:2026-03-01..2026-03-31"),
        ("opened:2026-03-09T14:05", "opened:2026-03-09T14:05:00"),
        ("opened:2026-03-09T14:05+01:00", "opened:2026-03-09T13:05:00Z"), ("severity<3", "severity<=2"),
        ("severity>=3", "severity>=3"), ("severity:1..2", "severity:1..2"), ("severity:2..2", "severity:2"),
        (#"account:"Nord Energy""#, #"account:"Nord Energy""#), (#"account:"nord""#, "account:nord"),
        ("account:Nord*", "account:Nord*"), (#"account:"a*""#, #"account:"a*""#), (#"owner:"me""#, #"owner:"me""#),
        ("OWNER:ME,NONE", "owner:me,none"), ("tags:a", "tag:a"), ("x.LOCATION:a", "x.LOCATION:a"),
        (#"x."made sla":a"#, #"x."made sla":a"#), (#"account:"a\"b\\c""#, #"account:"a\"b\\c""#),
        ("account:*", "account:any"),
        ("id:1000001", "id:CS-1000001"), ("is:open,mine", "is:open,mine"),
        ("response:breached", "responseState:breached"),
        (#"status:"In Progress""#, "status:wip"),
        ("status:waiting-on-customer,Suspended", "status:cust,hold"),
        (#"status:"waiting on third party""#, "status:vendor"),
        ("text:a", "a"), ("text:a,b", "text:a,b"), ("小さい", "小さい"),
        ("queue:me", #"queue:"me""#),
    ])
    func canonical(_ typed: String, _ text: String) throws {
        let query = try CaseQuery(typed)
        #expect(query.text == text)
        #expect(try CaseQuery(query.text) == query)
    }

    @Test(arguments: [
        ("sevrity:1", 1, "There is no field sevrity at column 1. Did you mean severity?"),
        ("is:open statsu:open", 9, "There is no field statsu at column 9. Did you mean status?"),
        ("sev:1", 1, "There is no field sev at column 1. Did you mean severity?"),
        ("is:open prod:x", 9, "There is no field prod at column 9. Did you mean product?"),
        ("customer:x", 1, "There is no field customer at column 1. Did you mean account?"),
        ("http://x", 1, "There is no field http at column 1. Put it in quotes to search for the words."),
        ("severity:7", 10, "severity takes 1, 2, 3 or 4, or a range such as 1..2, not 7 (column 10)."),
        ("severity:none", 10, "severity takes 1, 2, 3 or 4, or a range such as 1..2, not none (column 10)."),
        ("severity<1", 10, "severity takes 1, 2, 3 or 4, or a range such as 1..2, not 1 (column 10)."),
        ("severity:2..1", 10, "2..1 at column 10 ends before it begins. Turn it round."),
        ("severity<1..2", 10, "Only one plain value can follow < (column 10). Lists and ranges follow a colon."),
        ("severity<1,2", 12, "Only one plain value can follow < (column 12). Lists and ranges follow a colon."),
        (
            "channel:fone", 9,
            "Did you mean phone? There is no channel fone (column 9). There are: live (Live Support), phone (Telephone), "
                + "chat, web, email (E-mail), none, any."
        ),
        (
            "status:waiting", 8,
            "Did you mean waiting-on-customer or waiting-on-third-party? There is no status waiting (column 8). There are: "
                + "new, held (Cover problem), open, wip (In Progress), cust (Waiting on Customer), "
                + "vendor (Waiting on third party), hold (Suspended), review (In review), "
                + "esc (Assigned to Escalation Team), eng (Development analysis), solved (Solution offered), "
                + "denied (Support denied), closed."
        ),
        (
            "is:opne", 4,
            "Did you mean open? is takes open, closed, escalated, unassigned, breached, overdue, snoozed, critical, onhold, mine or "
                + "working, not opne (column 4)."
        ),
        ("id:foo", 4, "id takes case numbers, such as CS-1000001, not foo (column 4)."),
        ("id:none", 4, "id takes case numbers, such as CS-1000001, not none (column 4)."),
        (
            "due<soon", 5,
            "due takes a time, such as 2h, 7d, today, 2026-03-09 or 2026-03-01..2026-03-31, none or any, not soon "
                + "(column 5)."
        ),
        (
            "opened:2026-02-29", 8,
            "There is no such day: Feb 2026 has 28 days. So 2026-02-29 at column 8 finds nothing."
        ),
        (
            "due:2026-03-01..2026-04-31", 5,
            "There is no such day: Apr 2026 has 30 days. So 2026-03-01..2026-04-31 at column 5 finds nothing."
        ),
        (
            "opened:2026-13-01", 8,
            "opened takes a time, such as 2h, 7d, today, 2026-03-09 or 2026-03-01..2026-03-31, none or any, "
                + "not 2026-13-01 (column 8)."
        ),
        (
            "opened:2026-03-31..2026-03-01", 8,
            "2026-03-31..2026-03-01 at column 8 ends before it begins. Turn it round."
        ),
        ("due<today..2h", 5, "Only one plain value can follow < (column 5). Lists and ranges follow a colon."),
        ("opened:>7d", 8, "No colon stands before a comparison (column 8): write opened>7d."),
        ("severity:<3", 10, "No colon stands before a comparison (column 10): write severity<3."),
        ("account<x", 8, "account cannot be compared by < (column 8). Write a colon instead."),
        ("status:", 8, "A value is missing at column 8. Write status:new."),
        ("owner: me", 7, "A value is missing at column 7. Write owner:me."),
        ("severity:1,", 12, "A value is missing at column 12. Write severity:1."),
        ("x.:a", 3, "The name of a column is missing at column 3. Write x.NAME:value."),
        (#"account:"""#, 9, "account takes a text that is not empty, not nothing (column 9)."),
        (#""open"#, 1, #"The quote at column 1 is not closed. Add a " after it."#),
        (#"account:"a"b"#, 12, "A blank is missing at column 12, after the closing quote."),
        ("(a", 1, "The ( at column 1 is not closed. Add a ) after it."),
        ("a)", 2, "The ) at column 2 closes nothing. Take it out, or put it in quotes."),
        ("a or", 5, "Something to look for is missing after or, at column 5."),
        ("a and", 6, "Something to look for is missing after and, at column 6."),
        ("()", 2, "Something to look for is missing after (, at column 2."),
        ("not", 4, "Something to look for is missing after not, at column 4."),
        ("a - b", 4, "Something to look for is missing after -, at column 4."),
        ("or a", 1, "Something to look for is missing before or, at column 1. Put or in quotes to search for it."),
        ("!!!", 1, "!!! at column 1 has no letter or digit to look for."),
        ("漢字 sevrity:1", 4, "There is no field sevrity at column 4. Did you mean severity?"),
        ("e\u{301}e\u{301} sevrity:1", 6, "There is no field sevrity at column 6. Did you mean severity?"),
    ])
    func problems(_ typed: String, _ column: Int, _ message: String) {
        let problem = #expect(throws: QueryProblem.self) { try CaseQuery(typed) }
        #expect(problem?.column == column && problem?.message == message, "\(problem?.message ?? "")")
    }

    @Test func lengthAndDepthAreBounded() throws {
        let longest = String(repeating: "a", count: CaseQuery.longest)
        #expect(throws: Never.self) { try CaseQuery(longest) }
        #expect(throws: QueryProblem.self) { try CaseQuery(longest + "a") }
        let deep = String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64)
        #expect(try CaseQuery(deep).text == "a")
        #expect(throws: QueryProblem.self) { try CaseQuery("(" + deep + ")") }
        #expect(throws: QueryProblem.self) { try CaseQuery(String(repeating: "(", count: 4096)) }
        #expect(throws: QueryProblem.self) { try CaseQuery(String(repeating: "-", count: 4096)) }
        #expect(throws: QueryProblem.self) { try CaseQuery(String(repeating: "not ", count: 1000) + "a") }
        // Brackets that stand side by side are not nested.
        #expect(throws: Never.self) { try CaseQuery(String(repeating: "(a)", count: 1000)) }
    }

    @Test("a status that is called by another one's code is completed by its own")
    func completesApart() {
        let words = Guide.words(replacing: "name = In review\n", with: "name = Esc\n")
        let terms = CaseQuery.statuses(saying: "esc", words)
        #expect(terms.contains("status:review") && !terms.contains("status:esc"), "\(terms)")
    }

    @Test(arguments: [
        ("sev", 3, 0..<3, ["severity:"]), ("is:open ow", 10, 8..<10, ["owner:"]), ("-ta", 3, 1..<3, ["tag:", "tags:"]),
        ("status:c", 8, 7..<8, ["cust", "closed", "cover-problem"]),
        ("status:open,w", 13, 12..<13, ["wip", "waiting-on-customer", "waiting-on-third-party"]),
        ("status:Waiting-on-c", 19, 7..<19, ["waiting-on-customer"]),
        ("waiti", 5, 0..<5, ["status:waiting-on-customer", "status:waiting-on-third-party"]),
        ("customer", 8, 0..<8, ["status:waiting-on-customer"]),
        ("waiting on cust", 15, 0..<15, ["status:waiting-on-customer"]),
        ("open", 4, 0..<4, ["opened:", "openedAt:", "status:open"]),
        ("is:on", 5, 3..<5, ["onhold"]), ("owner:", 6, 6..<6, ["me", "none", "any"]),
        ("due<to", 6, 4..<6, ["today", "tomorrow"]), ("due<=to", 7, 5..<7, ["today", "tomorrow"]),
        (#""is:o"#, 5, 5..<5, []), ("(sev", 4, 1..<4, ["severity:"]), ("sev x", 3, 0..<3, ["severity:"]),
        ("nofield:x", 9, 9..<9, []), ("REQ", 3, 0..<3, ["requestedSeverity:"]), ("is", 2, 0..<2, ["is:"]),
        ("sev", 99, 0..<3, ["severity:"]),
    ])
    func completes(_ text: String, _ cursor: Int, _ range: Range<Int>, _ candidates: [String]) {
        let completion = CaseQuery.completions(for: text, cursor: cursor)
        #expect(completion.range == range)
        #expect(completion.candidates == candidates)
    }

    @Test(arguments: ["", "is:open "])
    func completesNothingTypedByAllFields(text: String) {
        let candidates = CaseQuery.completions(for: text, cursor: text.utf8.count).candidates
        #expect(candidates.count == CaseQuery.fieldNames.count && candidates.first == "is:")
        #expect(Set(candidates).isSuperset(of: ["account:", "due:", "tag:", "followUpDueAt:", "x."]))
    }
}
