public import Foundation
public import PseudoTerminal

/// A private folder in which the built program runs, with none of the settings of whoever runs the tests.
///
/// The program is the one that `CASELOAD_PROGRAM` names, or else the one that was built beside the tests.
public final class Stage {
    /// The folder; it goes away with this object.
    public let folder: URL
    /// What every program started here finds in its environment.
    public var environment: [String: String]

    /// Makes the folder.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caseload-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        environment = [
            "HOME": folder.path, "XDG_CONFIG_HOME": folder.appending(path: "config").path,
            "XDG_DATA_HOME": folder.appending(path: "data").path,
            "XDG_STATE_HOME": folder.appending(path: "state").path,
        ]
    }

    deinit {
        // A folder that stays behind is no reason to fail a test that passed.
        try? FileManager.default.removeItem(at: folder)
    }

    /// The path of a file in the folder, whether it is there or not.
    public func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a file into the folder and gives its path.
    public func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: folder.appending(path: name))
        return path(name)
    }

    /// How the program is started with these arguments.
    public func invocation(_ arguments: [String], environment settings: [String: String] = [:]) -> Invocation {
        Invocation(Stage.program, arguments, environment: environment.merging(settings) { _, new in new })
    }

    /// Runs the program on pipes until it ends.
    public func run(
        _ arguments: String..., input: String = "", environment settings: [String: String] = [:],
        within limit: Duration = .seconds(60)
    ) throws -> CommandResult {
        try CommandRun.run(invocation(arguments, environment: settings), input: input, within: limit)
    }

    /// Starts the program in a terminal.
    public func open(
        _ arguments: String..., size: TerminalSize = TerminalSize(columns: 120, rows: 40),
        environment settings: [String: String] = [:]
    ) throws -> TerminalSession {
        try TerminalSession(invocation(arguments, environment: settings), size: size)
    }

    /// The program that is tested.
    public static let program = ProcessInfo.processInfo.environment["CASELOAD_PROGRAM"] ?? built("caseload")

    /// A program that was built beside the tests.
    public static func built(_ name: String) -> String {
        // Tests may run from the bundle itself or from a runner elsewhere, so both places are looked at.
        let places = [
            URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(), URL(filePath: CommandLine.arguments[0]),
        ]
        let found = places.map { $0.deletingLastPathComponent().appending(path: name).path }
        return found.first { FileManager.default.isExecutableFile(atPath: $0) } ?? found[0]
    }
}
