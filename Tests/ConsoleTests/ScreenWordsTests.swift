import Testing

@testable import ConsoleCore

@Suite("What rules say is said on screens")
struct ScreenWordsTests {
    @Test(
        "with the key in the place of a command, and as it is where there is none",
        arguments: [
            (
                "Let the customer designate the person (contact set CT-5 --roles LIST).",
                "Let the customer designate the person (e on CT-5)."
            ),
            (
                "Ask for it and record it (asset new, with working=yes).",
                "Ask for it and record it (+ at the customer, with working=yes)."
            ),
            ("Close it with one (close ID --reason WORD).", "Close it with one (x)."),
            ("It is closed (close CS-1000004 --reason WORD), not taken back.", "It is closed (x), not taken back."),
            ("A record is put right (KIND set NUMBER).", "A record is put right (e on the record)."),
            ("Record it again (KIND set NT-4).", "Record it again (:NT-4, then e)."),
            ("Renew it first (contract set CN-1 end=DAY).", "Renew it first (:CN-1, then a, Renew)."),
            ("Use: caseload attach ID FILE.", "Use + under Files."),
            ("See: caseload policy show procedure.", "See :policy show procedure."),
            ("See them with agent list.", "See them in g d."),
            ("Give the role (agent set Ada --role trm).", "Give the role (:agent set Ada --role trm)."),
            ("Change it (account set NAME), or choose.", "Change it (e on the customer), or choose."),
            ("Add it (agent new NAME --login kim).", "Add it (+ in g d)."),
            ("The journal says it (log --all).", "The journal says it (:log --all)."),
            ("Name it: deny ID --ground WORD.", "Name it (D)."),
            ("See: caseload license --help.", "See: a on the record."),
            ("Run `caseload doctor`.", "Run `caseload doctor`."),
            ("A day (a day to come, like 2026-03-09) and (contact settings).", nil),
            ("Nothing (", nil), ("", nil),
        ] as [(String, String?)])
    func keys(said: String, shown: String?) { #expect(said.withKeys == shown ?? said) }

    @Test(
        "with days as people write them, but for what only looks like one",
        arguments: [
            ("CN-2 ended on 2025-03-31.", "CN-2 ended on 31 Mar 2025."), ("2025-03-31", "31 Mar 2025"),
            ("日本2025-03-31、", nil), ("at 2025-03-31T10:00:00Z", nil), ("N-2025-03-31", nil),
            ("2025-03-31-7", nil), ("2025-02-30", nil), ("end=2025-03-31", nil), ("ORG 12025-03-31", nil),
            ("Attached 2025-03-31.log, it ends 2025-03-31.", "Attached 2025-03-31.log, it ends 31 Mar 2025."),
            ("/x/2025-03-31/y", nil), ("~2025-03-31", nil), ("2025-03-31: done", "31 Mar 2025: done"),
            ("“2025-03-31”, “set to 2025-03-31…”", "“31 Mar 2025”, “set to 31 Mar 2025…”"),
        ] as [(String, String?)])
    func days(said: String, shown: String?) { #expect(said.withDays == shown ?? said) }

    @Test(
        "without the options of the shell in a form, which has a field for each",
        arguments: [
            ("Say why (--reason TEXT).", "Say why."), ("Say what was advised (-m TEXT). Then (x).", nil),
            ("Name one (--binding HOST): a, b.", "Name one: a, b."), ("5 (-3)", nil), ("Open (--", nil), ("", nil),
        ] as [(String, String?)])
    func options(said: String, shown: String?) {
        let shown = shown ?? (said.hasPrefix("Say") ? "Say what was advised. Then (x)." : said)
        #expect(said.withoutOptions == shown)
    }

    @Test("and what people wrote is left as it is where something was done")
    func people() {
        let text = "Sent to the clipboard: caseload list fails (contact set CT-5 --roles LIST)"
        #expect(Notice(text, .done).text == text)
        #expect(Notice("Name one (contact set CT-5 --roles LIST).", .refused).text == "Name one (e on CT-5).")
    }
}
