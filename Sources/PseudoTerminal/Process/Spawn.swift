import Glibc
import Synchronization

/// Where the three standard streams of a new process come from.
enum ChildStreams {
    /// The terminal device of this path, as controlling terminal of a new session.
    case terminal(path: String)
    /// These descriptors of ours, in a new process group.
    case descriptors(input: Int32, output: Int32, error: Int32)
}

/// Held from making a descriptor until it is marked close-on-exec, so that no other child inherits it.
let spawnGate = Mutex(())

/// `POSIX_SPAWN_SETSID`, which `spawn.h` shows to GNU sources only.
private let newSession: Int32 = 0x80

/// Starts a program: default signals, an empty signal mask, and only the three standard descriptors.
func spawn(_ invocation: Invocation, streams: ChildStreams) throws(HarnessError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }

    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    switch streams {
    case .terminal(let path):
        // A session leader that opens a terminal without O_NOCTTY gets it as its controlling terminal.
        flags |= newSession
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .descriptors(let input, let output, let error):
        flags |= Int32(POSIX_SPAWN_SETPGROUP)
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, error, 2)
    }

    // Test runners block almost every signal in their threads, and a child would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGCHLD, SIGTSTP, SIGWINCH] {
        sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

    let arguments = CStrings([invocation.program] + invocation.arguments)
    let settings = CStrings(invocation.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    var pid: pid_t = 0
    var result: Int32 = 0
    // A file that was written a moment ago is busy while a child of another thread, started meanwhile, still holds it.
    for _ in 0..<100 {
        result = withExtendedLifetime((arguments, settings)) {
            posix_spawnp(&pid, invocation.program, &actions, &attributes, arguments.pointers, settings.pointers)
        }
        guard result == ETXTBSY else { break }
        usleep(10_000)
    }
    guard result == 0 else { throw .system(call: "start \(invocation.program)", errno: result) }
    return pid
}

/// A null-terminated array of C strings, freed with this object.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
        pointers = strings.map { strdup($0) } + [nil]
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }
}
