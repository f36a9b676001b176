import HostileText
import Testing

@testable import CaseModel

@Suite("A person is found in texts")
struct PersonTraceTests {
    private let trace = PersonTrace(
        Contact(id: ContactID(1), name: "Jörg Weiß", email: "j.weiss@nord.example", phone: "+47 22 33 44 55"))

    @Test(arguments: [
        ("Jörg Weiß", "[erased]"), ("(JÖRG  WEISS)", "([erased])"), ("jorg weiss!", "[erased]!"),
        ("Jo\u{308}rg-Weiß's case", "[erased]'s case"), ("mail <J.Weiss@NORD.example>", "mail <[erased]>"),
        ("+4722334455", "+[erased]"), ("call 47 (22) 33-44-55, please", "call [erased], please"),
        ("Jörg Weiß, Jörg Weiß and Jörg Weiß", "[erased], [erased] and [erased]"),
        ("Jörg\nWeiß", "[erased]"), ("漢字Jörg Weiß漢字", "漢字[erased]漢字"),
    ])
    func isReplaced(_ text: String, _ after: String) {
        #expect(trace.isNamed(in: text))
        #expect(trace.erased(from: text) == after)
        #expect(!trace.isNamed(in: after))
    }

    @Test(arguments: [
        "Jörg", "Weiß Jörg", "Jörgen Weiß", "Jörg Weißer", "j.weiss@nord.examples", "22 33 44 55", "", "[erased]",
        "47 22 33 44 5", "47 22 33 44 x 55",
    ])
    func isNotMeant(_ text: String) {
        #expect(!trace.isNamed(in: text))
        #expect(trace.erased(from: text) == text)
    }

    @Test func aWordOfTheNameMayMeanThem() {
        #expect(trace.isLikely(in: "Herr Weiß rief an") && trace.isLikely(in: "JÖRG"))
        #expect(!trace.isLikely(in: "Weissbier") && !trace.isLikely(in: ""))
    }

    @Test func aWholeTextIsThePerson() {
        for text in ["Jörg Weiß", " jorg weiss ", "<j.weiss@nord.example>", "+47 22 33 44 55", "(47) 22334455"] {
            #expect(trace.isAll(of: text), "\(text)")
        }
        for text in ["Jörg Weiß called", "47 22 33 44 55 6", "x47 22 33 44 55", "Jörg"] {
            #expect(!trace.isAll(of: text), "\(text)")
        }
    }

    @Test func hostileTextsAndNamesAreBorne() {
        let texts = HostileText.controls + HostileText.invisible + HostileText.lookAlikes + HostileText.widths
        for name in texts {
            let other = PersonTrace(Contact(id: ContactID(1), name: name, email: name, phone: name))
            for text in [name, "a \(name) b", "Jörg Weiß"] {
                _ = other.erased(from: text)
                #expect(!other.isNamed(in: other.erased(from: text)), "\(name.debugDescription)")
            }
            #expect(trace.erased(from: "\(name) Jörg Weiß \(name)").contains("[erased]"))
        }
    }
}
