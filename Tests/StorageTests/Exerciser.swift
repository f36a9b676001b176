import Foundation
import Testing

/// A running exerciser, and the lines it printed.
final class Exerciser {
    private let process: pid_t
    private let output: Int32
    private var rest: [UInt8] = []

    /// The program beside the tests.
    static var program: String {
        get throws {
            let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.path.hasSuffix(".xctest") }
            let folder = (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
            let path = folder.appendingPathComponent("store-exerciser").path
            try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is not there")
            return path
        }
    }

    init(_ words: String...) throws {
        let program = try Self.program
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        // A test's thread has most signals blocked, and children would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = ([program] + words).map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        let code = posix_spawn(&child, program, &actions, &attributes, &arguments, environ)
        close(ends[1])
        try #require(code == 0)
        process = child
        output = ends[0]
    }

    deinit {
        kill()
        close(output)
    }

    /// The next line; nil at the end.
    func line() -> String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest.removeFirst(end + 1)
                return line
            }
            let count = read(output, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            rest += bytes.prefix(count)
        }
    }

    private var isOver = false

    /// Ends it at once, without a chance to tidy up, and waits until it is gone.
    func kill() {
        guard !isOver else { return }
        isOver = true
        _ = Glibc.kill(process, SIGKILL)
        wait()
    }

    /// Waits until it is gone by itself.
    func finish() {
        guard !isOver else { return }
        isOver = true
        wait()
    }

    private func wait() {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}
