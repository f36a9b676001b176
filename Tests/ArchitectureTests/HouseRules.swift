/// The rules of the house that hold for one source file.
enum HouseRules {
    private static let bannedWords: Set<String> = ["Util", "Utils", "Helper", "Helpers", "Manager", "Common", "Misc"]

    /// Names of files and types that say nothing.
    static func bannedNames(in file: SourceTree.File) -> [String] {
        let types = file.code.lines.filter { line in
            ["struct", "class", "enum", "actor", "protocol", "typealias"].contains { line.holds($0) }
        }
        .flatMap { $0.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Za-z_]\w*)/) }
        .map { String($0.1) }
        let folders = file.path.split(separator: "/").dropLast().map(String.init)
        return ([file.baseName] + folders + types).filter { !bannedWords.isDisjoint(with: words(of: $0)) }
            .map { "\(file): the name “\($0)” says nothing" }
    }

    /// `CaseManager` is `Case` and `Manager`.
    private static func words(of name: String) -> Set<String> {
        Set(name.matches(of: /[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/).map { $0.0.prefix(1).uppercased() + $0.0.dropFirst() })
    }

    /// Words that trap, silence the compiler, or throw an error away.
    static func forbiddenWords(in code: SwiftCode) -> [String] {
        var found = code.findings("try!", /\btry!/, "“try!” traps")
        found += code.findings("as!", /\bas!/, "“as!” traps")
        found += code.findings("@unchecked", /@unchecked\s+Sendable/, "“@unchecked Sendable” silences the compiler")
        found += code.findings(
            "nonisolated", /nonisolated\s*\(\s*unsafe\s*\)/, "“nonisolated(unsafe)” silences the compiler")
        for word in ["fatalError", "precondition"] {
            found += code.findings(word, /\b(?:fatalError|precondition|preconditionFailure)\s*\(/, "traps on purpose")
        }
        found += code.findings("@_exported", /@_exported/, "“@_exported” hides who imports what")
        found += code.findings("!", /[\w)\]}>`"?]!(?!=)/, "“!” traps")
        for (number, line) in code.lines.enumerated() where line.holds("try?") {
            let said = code.hasComment[number] || (number > 0 && code.hasComment[number - 1])
            if !said { found.append("line \(number + 1): “try?” without a word why the error does not matter") }
        }
        return found
    }

    /// Calls that end the process from within.
    static func endings(in code: SwiftCode) -> [String] {
        let pattern = /(?:^|[^\w.])(?:Glibc\.)?(?:_exit|exit|abort)\s*\(/
        return code.lines.enumerated().filter { $0.element.holds("exit") || $0.element.holds("abort") }
            .flatMap { number, line in
                // A function of that name, or a member, is something else.
                line.replacing(/\bfunc\s+\w+/, with: "func").matches(of: pattern)
                    .map { _ in "line \(number + 1): ends the process" }
            }
    }
}
