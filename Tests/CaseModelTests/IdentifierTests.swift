import CaseModel
import Testing

@Suite struct IdentifierTests {
    @Test(
        arguments: [
            ("CS-1000001", 1_000_001), ("cs-1000001", 1_000_001), ("1000001", 1_000_001), ("CS-0001", 1),
            ("9223372036854775807", Int64.max), ("", nil), ("0", nil), ("CS-", nil), ("CS-0", nil), ("AC-1", nil),
            ("-1", nil),
            ("+1", nil), ("CS--1", nil), ("CS-1 ", nil), (" 1", nil), ("1.0", nil), ("9223372036854775808", nil),
            ("\u{663}", nil), ("\u{FF23}\u{FF33}\u{FF0D}\u{FF11}", nil), ("CS-\u{200B}1001", nil), ("CS-1\u{301}", nil),
            ("0x1F", nil),
        ] as [(String, Int64?)])
    func caseNumbers(_ text: String, _ number: Int64?) {
        #expect(CaseID(text: text)?.number == number)
    }

    @Test func kindsKeepTheirLetters() {
        #expect(CaseID(7).description == "CS-7")
        #expect(AccountID(7).description == "AC-7")
        #expect(ContactID(7).description == "CT-7")
        #expect(AgentID(7).description == "AG-7")
        #expect(QueueID(7).description == "QU-7")
        #expect(CaseID(2) < CaseID(10))
    }

    @Test(
        arguments: [
            ("AI-1000001-2", "AI-1000001-2"), ("ai-1000001-2", "AI-1000001-2"), ("AI-1000001-0", nil),
            ("AI-1000001", nil),
            ("AI-1000001-+2", nil), ("AI-1000001--2", nil), ("AI-x-2", nil), ("AI-1-2-3", nil), ("", nil), ("--", nil),
        ] as [(String, String?)])
    func itemNumbers(_ text: String, _ shown: String?) {
        #expect(ActionItemID(text: text)?.description == shown)
    }
}
