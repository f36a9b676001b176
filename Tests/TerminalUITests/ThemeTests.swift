import EmbeddedFiles
import SettingsText
import TerminalUI
import Testing

@Suite("Themes") struct ThemeTests {
    private func embedded(_ name: String) throws -> SettingsFile {
        let reading = SettingsFile.read(bytes: try #require(EmbeddedFiles.theme(name)), named: name)
        #expect(reading.problems.isEmpty)
        return reading.file
    }

    @Test(arguments: EmbeddedFiles.themeNames)
    func builtInThemesAreSoundAndWhole(name: String) throws {
        let file = try embedded(name)
        let reading = Theme.read(file, named: name)
        #expect(reading.problems.isEmpty)
        #expect(reading.theme.name == name)
        let keys = file.sections("roles").flatMap(\.entries).map(\.key)
        #expect(keys == Role.allCases.map(\.name), "every role, in its order")
    }

    @Test func theCompiledThemeIsTheFile() throws {
        #expect(Theme.read(try embedded("terminal"), named: "terminal").theme == .terminal)
    }

    @Test func theTerminalsColoursAreReadOnBothGrounds() {
        for role in Role.allCases {
            let style = Theme.terminal[role]
            #expect(style.background == .standard)
            #expect(
                [.standard, .indexed(1), .indexed(2), .indexed(4), .indexed(5)].contains(style.foreground), "\(role)")
        }
    }

    @Test(arguments: ["dark", "light"])
    func contrastIsEnough(name: String) throws {
        let theme = Theme.read(try embedded(name), named: name).theme
        for role in Role.allCases {
            let ratio = try contrast(theme[role])
            #expect(ratio >= 4.5, "\(role.name) in \(name): \(ratio)")
        }
        #expect(try contrast(Style(.rgb(0x77, 0x77, 0x77), on: .rgb(255, 255, 255))) < 4.5, "the measure can fail")
    }

    /// The contrast of two colours by their relative luminance, 1 to 21.
    private func contrast(_ style: Style) throws -> Double {
        func luminance(_ colour: Colour) throws -> Double {
            let parts = try #require(colour.components)
            func linear(_ part: Int) -> Double {
                let value = Double(part) / 255
                return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
            }
            return 0.2126 * linear(parts.red) + 0.7152 * linear(parts.green) + 0.0722 * linear(parts.blue)
        }
        let (one, two) = (try luminance(style.foreground), try luminance(style.background))
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// A number to the power of 2.4, by the fifth root of its square squared again.
    private func power(_ base: Double) -> Double {
        var root = 1.0
        let square = base * base
        for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }

    @Test func inheritsAndOverrides() {
        let parent = SettingsFile.read("[theme]\nglyphs = ascii\n[roles]\nok = blue\nbad = red", named: "parent").file
        let text = "[theme]\ninherits = parent\n[palette]\nrose = #ff0080\n[roles]\nbad = rose on 17 bold"
        let reading = Theme.read(SettingsFile.read(text, named: "child").file, named: "child") { name in
            name == "parent" ? parent : nil
        }
        #expect(reading.problems.isEmpty)
        #expect(reading.theme.name == "child")
        #expect(reading.theme.glyphs == .ascii)
        #expect(reading.theme[.ok] == Style(.indexed(4)))
        #expect(reading.theme[.bad] == Style(.rgb(255, 0, 128), on: .indexed(17), .bold))
        #expect(reading.theme[.cursorRow] == Theme.terminal[.cursorRow])
    }

    @Test func circlesAndMissingParentsAreSaid() {
        let files = [
            "a": SettingsFile.read("[theme]\ninherits = b\n[roles]\nok = red", named: "a").file,
            "b": SettingsFile.read("[theme]\ninherits = a\n[roles]\nbad = blue", named: "b").file,
            "c": SettingsFile.read("[theme]\ninherits = nowhere", named: "c").file,
            "d": SettingsFile.read("[theme]\ninherits = d", named: "d").file,
        ]
        for (name, line) in [("a", 2), ("c", 2), ("d", 2)] {
            let reading = Theme.read(files[name] ?? SettingsFile(name: name), named: name) { files[$0] }
            #expect(reading.problems.map(\.line) == [line], "\(name)")
            #expect(!reading.problems.contains { $0.isFatal })
        }
        let circle = Theme.read(files["a"] ?? SettingsFile(name: "a"), named: "a") { files[$0] }
        #expect(circle.theme[.ok] == Style(.indexed(1)))
        #expect(circle.theme[.bad] == Style(.indexed(4)), "what could be read counts")
    }

    @Test(arguments: [
        ("[roles]\nsevrity1 = red", "severity1"), ("[roles]\nok = gren", "green"), ("[role]\nok = red", "roles"),
        ("[theme]\ninherit = dark", "inherits"), ("[roles]\nok = red on", "on"), ("[theme]\nglyphs = x", "unicode"),
        ("[palette]\na = #12345", "#12345"), ("[theme]\nappearance = x", "dark"),
    ])
    func problemsSuggest(text: String, hint: String) throws {
        let reading = Theme.read(SettingsFile.read(text, named: "t").file, named: "t")
        #expect(reading.problems.count == 1)
        #expect(try #require(reading.problems.first).message.contains(hint))
    }

    @Test(arguments: [
        ("default", Colour.standard), ("red", .indexed(1)), ("bright-white", .indexed(15)), ("0", .indexed(0)),
        ("255", .indexed(255)), ("#ff8000", .rgb(255, 128, 0)), ("256", nil), ("#ff800", nil), ("#gg0000", nil),
        ("+1", nil), ("#+12345", nil), ("", nil), ("Red", nil),
    ])
    func colours(text: String, colour: Colour?) {
        #expect(Colour(text) == colour)
    }

    @Test func stepsDown() {
        let orange = Style(.rgb(255, 135, 0), on: .rgb(0, 0, 0), .bold)
        #expect(orange.reduced(to: .rgb) == orange)
        #expect(orange.reduced(to: .colours256) == Style(.indexed(208), on: .indexed(16), .bold))
        #expect(Style(.rgb(250, 5, 5)).reduced(to: .colours16) == Style(.indexed(9)))
        #expect(Style(.indexed(9)).reduced(to: .colours8) == Style(.indexed(1)))
        #expect(Style(.indexed(196)).reduced(to: .colours8) == Style(.indexed(1)))
        #expect(Style(.indexed(1)).reduced(to: .mono) == Style(.standard, on: .standard, .bold))
        #expect(Style(.standard, on: .indexed(1)).reduced(to: .mono).attributes == .reverse)
        let same = Style(.rgb(1, 1, 1), on: .rgb(2, 2, 2)).reduced(to: .colours8)
        #expect(same.foreground != same.background || same.foreground == .standard, "text stays readable")
    }

    @Test(arguments: EmbeddedFiles.themeNames, ColourDepth.allCases)
    func stateSurvivesEveryDepth(name: String, depth: ColourDepth) throws {
        let theme = Theme.read(try embedded(name), named: name).theme.reduced(to: depth)
        #expect(theme[.cursorRow] != theme[.text])
        #expect(theme[.severity1] != theme[.text])
        #expect(theme[.bad] != theme[.text])
        #expect(theme[.tabCurrent] != theme[.tab])
        for role in Role.allCases {
            let style = theme[role]
            #expect(style.foreground != style.background || style.foreground == .standard, "\(role.name)")
            if depth == .mono { #expect(style.foreground == .standard && style.background == .standard) }
        }
    }

    @Test func rolesHaveNamesAndLettersOfTheirOwn() {
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
        for role in Role.allCases { #expect(Role(name: role.name) == role) }
    }
}
