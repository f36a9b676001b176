import CaseModel
import HostileText
import Testing

@Suite("Names of files that others gave")
struct FileNameTests {
    @Test(arguments: [
        ("trace.pcap", "trace.pcap"), ("Bildschirm Größe (2).png", "Bildschirm Größe (2).png"),
        ("../../etc/passwd", "passwd"), ("..\\..\\boot.ini", "boot.ini"), (".ssh", "ssh"), ("-rf", "rf"),
        ("--help", "help"), ("a\nb", "a_b"), ("$(id)", "_(id)"), ("x. ", "x"), ("con.txt", "_con.txt"),
        ("console.txt", "console.txt"), ("invoice\u{202E}fdp.exe", "invoice_fdp.exe"), ("漢字.txt", "漢字.txt"),
        ("file\u{1B}]0;x\u{07}", "file_]0_x_"), ("e\u{301}.txt", "e\u{301}.txt"), ("a:b|c?d*e", "a_b_c_d_e"),
        ("..", "other"), (".", "other"), ("", "other"), ("///", "other"), ("~", "other"), ("***", "other"),
    ])
    func areMadeSafe(_ given: String, _ safe: String) {
        #expect(FileName.safe(given, else: "other") == safe)
    }

    @Test func hostileNamesAreHarmless() {
        let texts =
            HostileText.names + HostileText.controls + HostileText.sequences + HostileText.invisible
            + HostileText.widths + HostileText.queries
        for text in texts + texts.map({ "../" + $0 }) + texts.map({ $0 + ".png" }) {
            let name = FileName.safe(text, else: "other")
            #expect(!name.isEmpty && name.utf8.count <= 200, "\(text.debugDescription)")
            #expect(!name.unicodeScalars.contains { "/\\\0\n\r\u{1B}:*?\"<>|$`;&'%~".unicodeScalars.contains($0) })
            #expect(!name.hasPrefix(".") && !name.hasPrefix("-") && !name.hasPrefix(" "), "\(name)")
            #expect(
                name.unicodeScalars.allSatisfy { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
                        .paragraphSeparator:
                        false
                    default: !scalar.properties.isDefaultIgnorableCodePoint
                    }
                }, "\(name.debugDescription)")
            // What is safe once stays as it is.
            #expect(FileName.safe(name, else: "other") == name)
        }
    }

    @Test func longNamesKeepTheirEnding() {
        let name = FileName.safe(String(repeating: "é", count: 300) + ".tar.gz", else: "other")
        #expect(name.utf8.count <= 180 && name.hasSuffix("é.gz"))
    }
}
