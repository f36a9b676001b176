import Testing

@Suite("Modules stand as the picture shows them")
struct ModuleTests {
    @Test func importsOnlyWhatThePictureAllows() throws {
        #expect(ModulePicture.wrongImports(in: try SourceTree.sources()) == [])
    }

    @Test func drawsThePictureFromTheImports() throws {
        let drawn = ModulePicture.imports(of: try SourceTree.sources())
        #expect(ModulePicture.differences(between: drawn, and: ModulePicture.arrows) == [])
    }

    @Test func declaresWhatIsImported() throws {
        let declared = Manifest(try SourceTree.manifest()).targets
        #expect(ModulePicture.differences(between: declared, and: ModulePicture.arrows) == [])
        #expect(Set(declared.keys) == Set(ModulePicture.arrows.keys))
    }

    @Test func keepsTheSystemBehindOneModuleEach() throws {
        let imports = ModulePicture.imports(of: try SourceTree.sources())
        #expect(imports.filter { $0.value.contains("CNcurses") }.map(\.key).allSatisfy { $0 == "CursesTerminal" })
        #expect(imports.filter { $0.value.contains("CSQLite") }.map(\.key).allSatisfy { $0 == "CaseStorage" })
        #expect(imports.filter { $0.value.contains("Foundation") }.map(\.key) == [])
    }

    @Test func namesEveryEmbeddedFile() throws {
        let manifest = Manifest(try SourceTree.manifest())
        let themes = try SourceTree.names(in: "Themes", endingWith: ".theme")
        let presets = try SourceTree.names(in: "Sources/EmbeddedFiles/Presets", endingWith: ".map")
        let policies = try SourceTree.names(in: "Sources/EmbeddedFiles/Policies", endingWith: ".policy")
        #expect(!themes.isEmpty && !presets.isEmpty && !policies.isEmpty)
        #expect(Manifest.differences(declared: manifest.themes, found: themes, what: "theme") == [])
        #expect(Manifest.differences(declared: manifest.presets, found: presets, what: "preset") == [])
        #expect(Manifest.differences(declared: manifest.policies, found: policies, what: "policy") == [])
    }

    @Test func hasNoPackageDependencies() throws {
        #expect(!(try SourceTree.manifest().contains(".package(")))
    }
}

@Suite("The checks of modules see what is wrong")
struct ModuleCheckTests {
    private func file(_ path: String, _ text: String) -> SourceTree.File { SourceTree.File(path: path, text: text) }

    @Test(arguments: [
        ("Sources/ConsoleCore/A.swift", "import Glibc"),
        ("Sources/CaseModel/A.swift", "import Foundation"),
        ("Sources/CaseModel/A.swift", "public import CaseStorage"),
        ("Sources/TerminalUI/A.swift", "internal import CNcurses"),
        ("Sources/CaseExchange/A.swift", "@preconcurrency import CSQLite"),
        ("Sources/CaseDemo/A.swift", "import struct Foundation.Date"),
        ("Sources/Extra/A.swift", "let a = 1"),
    ])
    func aWrongImport(path: String, text: String) {
        #expect(ModulePicture.wrongImports(in: [file(path, text)]).count == 1)
    }

    @Test func aRightImport() {
        let right = file(
            "Sources/CaseStorage/A.swift", "internal import CSQLite\npublic import CaseModel\n// import Foundation")
        #expect(ModulePicture.wrongImports(in: [right]) == [])
    }

    @Test func aPictureThatDiffers() {
        let picture: [String: Set<String>] = ["A": ["B"], "B": []]
        #expect(ModulePicture.differences(between: ["A": ["B", "Glibc"]], and: picture) == [])
        #expect(ModulePicture.differences(between: ["A": []], and: picture) == ["no file of A imports B"])
        #expect(ModulePicture.differences(between: ["A": ["B"], "B": ["A"]], and: picture).count == 1)
    }

    @Test func aManifest() {
        let manifest = Manifest(
            """
            let themes = ["dark", "light"]
            let presets = ["one"]
            .target(name: "A", swiftSettings: strict),
            .executableTarget(name: "B", dependencies: [
                "A", "C",
            ]),
            .systemLibrary(name: "C"),
            .target(name: "S", dependencies: ["A"], path: "Tests/S"),
            .testTarget(name: "T", dependencies: ["A"]),
            """)
        #expect(manifest.targets == ["A": [], "B": ["A", "C"], "C": []])
        #expect(manifest.themes == ["dark", "light"])
        #expect(Manifest.differences(declared: manifest.themes, found: ["dark", "mono"], what: "theme").count == 2)
    }
}
