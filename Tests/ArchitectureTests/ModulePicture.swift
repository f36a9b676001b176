/// The house as it is meant: which module may import what.
enum ModulePicture {
    /// Modules of this package that a module imports: the arrows of the picture.
    static let arrows: [String: Set<String>] = [
        "CNcurses": [], "CSQLite": [], "SettingsText": [], "EmbeddedFiles": [], "PseudoTerminal": [],
        "CaseModel": ["SettingsText"],
        "CaseDemo": ["CaseModel"],
        "TerminalUI": ["SettingsText"],
        "ConsoleCore": ["CaseModel", "TerminalUI"],
        "CaseStorage": ["CaseModel", "CSQLite"],
        "CaseExchange": ["CaseModel", "SettingsText"],
        "CursesTerminal": ["TerminalUI", "CNcurses"],
        "caseload": [
            "CaseModel", "CaseStorage", "CaseExchange", "CaseDemo", "ConsoleCore", "CursesTerminal", "TerminalUI",
            "SettingsText", "EmbeddedFiles",
        ],
        "caseload-bench": ["PseudoTerminal", "CaseModel", "CaseStorage"],
    ]

    /// Modules of the system that a module may import; Foundation is in no list, because it doubles the time of a start.
    ///
    /// `Synchronization` is the toolchain's: what is worked out once from a policy or a zone is kept behind its lock.
    static let system: [String: Set<String>] = [
        "CaseModel": ["Synchronization"],
        "CaseStorage": ["Glibc", "Synchronization"],
        "CaseExchange": ["Glibc", "Synchronization"],
        "CursesTerminal": ["Glibc", "Synchronization"],
        "PseudoTerminal": ["Glibc", "Synchronization"],
        "caseload": ["Glibc", "Synchronization"],
        "caseload-bench": ["Glibc", "Synchronization"],
    ]

    /// Records of the domain, which may have as many properties as the domain has facts.
    static let domainRecords: Set<String> = ["Case", "CaseFacts", "CaseSummary", "Policy", "StatusKind", "Role"]

    /// The modules that these files import, by module.
    static func imports(of files: [SourceTree.File]) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for file in files {
            guard let module = file.module else { continue }
            found[module, default: []].formUnion(imports(in: file.code))
        }
        return found
    }

    /// The modules that one file imports.
    static func imports(in code: SwiftCode) -> Set<String> {
        let pattern =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?([A-Za-z_]\w*)/
        var found: Set<String> = []
        for line in code.lines where line.holds("import ") {
            if let match = line.firstMatch(of: pattern) { found.insert(String(match.1)) }
        }
        return found
    }

    /// What is wrong with the imports of some files.
    static func wrongImports(in files: [SourceTree.File]) -> [String] {
        files.flatMap { file -> [String] in
            guard let module = file.module else { return [] }
            guard let own = arrows[module] else { return ["\(file): no module “\(module)” stands in the picture"] }
            let allowed = own.union(system[module] ?? [])
            return imports(in: file.code).subtracting(allowed).sorted().map {
                "\(file): \(module) may not import \($0)"
            }
        }
    }

    /// Where the arrows drawn from the imports differ from the picture.
    static func differences(between drawn: [String: Set<String>], and picture: [String: Set<String>]) -> [String] {
        picture.keys.sorted().flatMap { module -> [String] in
            let used = (drawn[module] ?? []).intersection(picture.keys)
            let meant = picture[module] ?? []
            return meant.subtracting(used).sorted().map { "no file of \(module) imports \($0)" }
                + used.subtracting(meant).sorted().map { "\(module) imports \($0), which the picture does not show" }
        }
    }
}
