import Glibc

/// What is started: a program, its arguments and its whole environment.
///
/// Nothing is inherited, so that a test sees the same program on every machine.
public struct Invocation: Equatable, Sendable {
    /// Path of the program; a name without a slash is looked up in `PATH` of `environment`.
    public var program: String
    /// Arguments after the program's name.
    public var arguments: [String]
    /// The environment the program gets, all of it.
    public var environment: [String: String]

    /// An invocation with `plainEnvironment`, over which `settings` are laid.
    public init(_ program: String, _ arguments: [String] = [], environment settings: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.environment = Invocation.plainEnvironment.merging(settings) { _, new in new }
    }

    /// UTF-8, a common terminal, the search path of this process, and nothing personal.
    public static var plainEnvironment: [String: String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        return ["PATH": path, "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC"]
    }
}
