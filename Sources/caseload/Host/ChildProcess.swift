import Glibc

/// Runs another program on our terminal and waits for it.
enum ChildProcess {
    /// How it ended.
    enum Ending: Equatable {
        case exited(Int32)
        case signalled(Int32)
        /// It never began; the system's error number.
        case notStarted(Int32)
    }

    /// Runs a program found in the path, without a shell in between.
    ///
    /// Meanwhile ctrl-c and ctrl-\ are the child's alone; it starts with every signal's usual meaning.
    ///
    /// - Parameter isOver: whether we are to end ourselves; then the child is told to, and waited for a moment only.
    static func run(_ words: [String], unless isOver: () -> Bool = { false }) -> Ending {
        // Kept whole, so that what the terminal set up comes back as it was.
        var ignore = sigaction()
        ignore.__sigaction_handler.sa_handler = SIG_IGN
        var before: [Int32: sigaction] = [:]
        for number in [SIGINT, SIGQUIT] {
            var old = sigaction()
            sigaction(number, &ignore, &old)
            before[number] = old
        }
        defer { for (number, old) in before { withUnsafePointer(to: old) { _ = sigaction(number, $0, nil) } } }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var usual = sigset_t()
        sigemptyset(&usual)
        for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGTERM, SIGHUP, SIGWINCH] { sigaddset(&usual, number) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var child = pid_t()
        let arguments = pointers(words)
        let environment = pointers(ProcessWords.environment())
        defer { for pointer in arguments + environment { free(pointer) } }
        let problem = posix_spawnp(&child, words[0], nil, &attributes, arguments, environment)
        guard problem == 0 else { return .notStarted(problem) }
        var status: Int32 = 0
        var patience = 200
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { return .notStarted(errno) }
            // The terminal's end is told to the first program of a session alone, so we pass it on.
            if isOver() {
                if patience == 200 { kill(child, SIGHUP) }
                patience -= 1
                guard patience > 0 else { return .signalled(SIGHUP) }
            }
            usleep(10_000)
        }
        // The macros of <sys/wait.h> do not come over: the low seven bits are the signal, the next byte the code.
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }

    /// Words as the null-ended array that the system wants; to be freed.
    private static func pointers(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        words.map { strdup($0) } + [nil]
    }
}

/// Words of a command line, and the environment, as other programs want them.
enum ProcessWords {
    /// Splits at blanks; single or double quotes keep blanks.
    static func split(_ command: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var quote: Unicode.Scalar?
        var started = false
        for scalar in command.unicodeScalars {
            if let open = quote {
                if scalar == open { quote = nil } else { word.append(scalar) }
            } else if scalar == "'" || scalar == "\"" {
                quote = scalar
                started = true
            } else if scalar == " " || scalar == "\t" || scalar == "\n" {
                if started { words.append(String(word)) }
                word = String.UnicodeScalarView()
                started = false
            } else {
                word.append(scalar)
                started = true
            }
        }
        if started { words.append(String(word)) }
        return words
    }

    /// The environment this process was started with, as `NAME=value`.
    static func environment() -> [String] {
        do throws(FileProblem) {
            let file = open("/proc/self/environ", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return [] }
            defer { close(file) }
            let bytes = try BoundedFile.read(file, "/proc/self/environ", 8 << 20)
            return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        } catch {
            return []
        }
    }
}
