import Glibc

/// The environment variables the program looks at, read once at the start.
struct Surroundings: Equatable {
    private let values: [String: String]

    /// The variables that mean something to the program.
    static let names = [
        "CASELOAD_STORE", "CASELOAD_NOW", "CASELOAD_THEME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR", "HOME", "TMPDIR", "VISUAL", "EDITOR", "TERM", "TZ", "NO_COLOR", "CLICOLOR_FORCE",
    ]

    /// Variables by name; an empty one counts as not set.
    init(_ values: [String: String]) {
        self.values = values.filter { !$0.value.isEmpty }
    }

    /// The process's environment.
    static func ofProcess() -> Surroundings {
        var values: [String: String] = [:]
        for name in names {
            if let value = getenv(name) { values[name] = String(cString: value) }
        }
        return Surroundings(values)
    }

    /// The value of a variable; nil when it is not set or empty.
    subscript(name: String) -> String? { values[name] }
}
