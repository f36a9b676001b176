import Foundation
import Testing

@Suite("The tree keeps to the rules of the house")
struct TreeTests {
    @Test func keepsSourceFilesShort() throws {
        let sizes = try SourceTree.sources().map { (path: $0.path, lines: $0.lineCount) }
        #expect(sizes.filter { $0.lines > 400 }.map(\.path) == [])
        let sorted = sizes.map(\.lines).sorted()
        #expect(FileSizes.share(of: sorted, within: 250) >= 0.9)
        #expect(FileSizes.median(sorted) <= 110)
    }

    @Test func namesThingsForWhatTheyAre() throws {
        #expect(try SourceTree.swiftFiles().flatMap(HouseRules.bannedNames) == [])
    }

    @Test func neverTrapsOnPurpose() throws {
        let found = try SourceTree.sources().flatMap { file in
            HouseRules.forbiddenWords(in: file.code).map { "\(file) \($0)" }
        }
        #expect(found == [])
    }

    @Test func endsTheProcessInProgramsAlone() throws {
        let found = try SourceTree.sources().filter { $0.module?.hasPrefix("caseload") == false }.flatMap { file in
            HouseRules.endings(in: file.code).map { "\(file) \($0)" }
        }
        #expect(found == [])
    }

    @Test func keepsTypesSmall() throws {
        let found = try SourceTree.sources().flatMap {
            StoredProperties.tooMany(in: $0, except: ModulePicture.domainRecords)
        }
        #expect(found == [])
    }

    @Test func holdsNothingElseAtTheRoot() throws {
        #expect(RootRules.strangers(among: try SourceTree.rootEntries()) == [])
    }

    @Test func tellsNothingOfTheMachineItWasBuiltOn() throws {
        var files = try ["Sources", "Tests", "Themes", ".ci"].flatMap { try SourceTree.files(below: $0) }
        for name in try SourceTree.rootEntries() {
            guard let text = try? String(contentsOf: SourceTree.root.appending(path: name), encoding: .utf8) else {
                continue
            }
            files.append(SourceTree.File(path: name, text: text))
        }
        #expect(files.count > 100)
        let root = SourceTree.root.standardizedFileURL.path
        // A linked working tree has a file `.git` with a path; it is never committed.
        #expect(
            files.filter { $0.path != ".git" }.flatMap {
                RootRules.machinePaths(in: $0, root: root, home: NSHomeDirectory())
            } == [])
    }
}

@Suite("The checks of the tree see what is wrong")
struct TreeCheckTests {
    @Test(arguments: [
        "let a = try! b()", "let a = b!", "let a = b()!.c", "let a = b[0]!", "var a: String!", "a as! B",
        "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1", "fatalError(\"a\")",
        "precondition(a)", "let a = try? b()", "print(\"\\(a!)\")", "@_exported import A",
    ])
    func aWordThatTraps(source: String) {
        #expect(!HouseRules.forbiddenWords(in: SwiftCode(source)).isEmpty)
    }

    @Test(arguments: [
        "// a!", "let a = !b", "if a != b {}", "if a!=b {}", "print(\"stop!\")", "/* try! */",
        "let a = \"\"\"\nwow!\n\"\"\"",
        "let a = #\"b! \"c!\" \"#", "// It does not matter here.\nlet a = try? b()", "let a = try? b()  // no matter",
        "func a() throws(E) -> B! {}".replacingOccurrences(of: "!", with: "?"), "print(\"\\(a) wow!\")",
    ])
    func aWordThatDoesNot(source: String) {
        #expect(HouseRules.forbiddenWords(in: SwiftCode(source)) == [])
    }

    @Test(arguments: ["exit(1)", "  Glibc.exit(2)", "abort()", "_exit(0)", "let f = { exit(3) }"])
    func anEnding(source: String) { #expect(HouseRules.endings(in: SwiftCode(source)).count == 1) }

    @Test(arguments: ["store.exit(1)", "func exit(code: Int) {}", "onexit(1)", "// exit(1)", "a = .exit(3)"])
    func noEnding(source: String) { #expect(HouseRules.endings(in: SwiftCode(source)) == []) }

    @Test(arguments: [
        ("Sources/A/CaseManager.swift", ""), ("Sources/A/B.swift", "struct TextUtils {}"),
        ("Sources/A/Helpers/B.swift", ""), ("Sources/A/B.swift", "public enum CommonWords {}"),
    ])
    func aBannedName(path: String, text: String) {
        #expect(HouseRules.bannedNames(in: SourceTree.File(path: path, text: text)).count == 1)
    }

    @Test func anAllowedName() {
        let file = SourceTree.File(
            path: "Sources/A/Commons.swift", text: "struct Management {}\nlet manager = FileManager.default")
        #expect(HouseRules.bannedNames(in: file) == [])
    }

    @Test func storedProperties() {
        let source = """
            public struct A: B {
                public let one: Int, two: Int
                private(set) var three = 3 { didSet { print(three) } }
                @State var four: Int?
                var computed: Int { 1 }
                var longer: Int {
                    let local = 2
                    return local
                }
                static let shared = A()
                enum Kind { case x }
                struct Inner {
                    let five: [String: Int]
                }
                func f() {
                    var six = 6
                }
                let (seven, eight) = (7, 8)
                lazy var nine = { 9 }()
            }
            """
        #expect(StoredProperties.counts(in: SwiftCode(source)) == ["A": 7, "A.Inner": 1])
        let wide = "struct W {\n" + (1...13).map { "    let a\($0): Int\n" }.joined() + "}\n"
        let file = SourceTree.File(path: "Sources/A/W.swift", text: wide)
        #expect(StoredProperties.tooMany(in: file, except: []).count == 1)
        #expect(StoredProperties.tooMany(in: file, except: ["W"]) == [])
    }

    @Test func sizes() {
        #expect(FileSizes.median([1, 2, 300]) == 2)
        #expect(FileSizes.share(of: [1, 2, 3, 300], within: 250) == 0.75)
        #expect(SourceTree.File(path: "a", text: "1\n2\n").lineCount == 2)
    }

    @Test func strangers() {
        #expect(
            RootRules.strangers(among: [".git", "Sources", "README.md", "LICENSE", "Utils"]) == ["LICENSE", "Utils"])
    }

    @Test func machinePaths() {
        let bad = SourceTree.File(path: "a", text: "see /ro" + "ot/x, /homes/ada/x and /builds/ours/Sources")
        #expect(RootRules.machinePaths(in: bad, root: "/builds/ours", home: "/homes/ada").count == 4)
        let good = SourceTree.File(path: "a", text: "see /etc/caseload and /tmp/x")
        #expect(RootRules.machinePaths(in: good, root: "/tmp/ours", home: "/homes/ada") == [])
    }
}
