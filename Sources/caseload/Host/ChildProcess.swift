import Glibc

/// Runs another program: on our terminal while we wait for it, or beside us.
enum ChildProcess {
    /// How it ended.
    enum Ending: Equatable {
        case exited(Int32)
        case signalled(Int32)
        /// It took too long.
        case killed
        /// It never began; the system's error number.
        case notStarted(Int32)

        /// What was wrong with a program of a name; nil when it ended well.
        func trouble(_ name: String) -> String? {
            switch self {
            case .exited(0): nil
            case .exited(let code): "\(name) ended with code \(code)."
            case .signalled(let number): "\(name) was ended by signal \(number)."
            case .killed: "\(name) took too long and was ended."
            case .notStarted(let number): "\(name) could not be started: \(FileProblem.words(number))."
            }
        }
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
        let (child, problem) = start(words)
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
        return ending(status)
    }

    /// Runs a program beside ours, which goes on meanwhile: it reads some bytes, and what it prints is dropped.
    ///
    /// - Parameter seconds: how long it may take; then it is killed, with all that it started.
    static func feed(_ words: [String], _ bytes: [UInt8], atMost seconds: Int) async -> Ending {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return .notStarted(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // Few bytes stay in the pipe until they are read, so that nobody waits for a program that does not read.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let written = write(ends[1], bytes, bytes.count)
        close(ends[1])
        defer { close(ends[0]) }
        guard written == bytes.count else { return .notStarted(EMSGSIZE) }
        let (child, problem) = start(words, reading: ends[0])
        guard problem == 0 else { return .notStarted(problem) }
        var status: Int32 = 0
        for _ in 0..<seconds * 50 {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { return ending(status) }
            if ended < 0, errno != EINTR { return .notStarted(errno) }
            do { try await Task.sleep(for: .milliseconds(20)) } catch { break }
        }
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return .killed
    }

    /// Starts a program found in the path, without a shell in between; signals have their usual meaning for it.
    ///
    /// - Parameter input: what it reads, where it has nothing to do with our terminal; it is a group of its own then.
    /// - Returns: its number, and the system's error number, 0 when it began.
    private static func start(_ words: [String], reading input: Int32? = nil) -> (child: pid_t, problem: Int32) {
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
        let group = input == nil ? 0 : POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group))
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        if let input {
            posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
            posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        }
        var child = pid_t()
        let arguments = pointers(words)
        let environment = pointers(ProcessWords.environment())
        defer { for pointer in arguments + environment { free(pointer) } }
        var problem: Int32 = 0
        // A program that was written a moment ago may still be held by a child that somebody else starts just now.
        for _ in 0..<20 {
            problem = posix_spawnp(&child, words[0], &files, &attributes, arguments, environment)
            guard problem == ETXTBSY else { break }
            usleep(10_000)
        }
        return (child, problem)
    }

    /// The macros of <sys/wait.h> do not come over: the low seven bits are the signal, the next byte the code.
    private static func ending(_ status: Int32) -> Ending {
        status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
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
