import Glibc
import Synchronization

/// What a program without a terminal did: its output as bytes, how it ended, how long and how big it was.
public struct CommandResult: Equatable, Sendable {
    /// Everything it wrote to standard output.
    public let outputBytes: [UInt8]
    /// Everything it wrote to standard error.
    public let errorBytes: [UInt8]
    /// How it ended.
    public let status: ExitStatus
    /// From its start until it was waited for.
    public let elapsed: Duration
    /// The most memory it had resident, in KiB.
    public let peakKiB: Int

    /// Standard output as text; bytes that are not UTF-8 become replacement characters.
    public var output: String { String(decoding: outputBytes, as: UTF8.self) }
    /// Standard error as text; bytes that are not UTF-8 become replacement characters.
    public var errors: String { String(decoding: errorBytes, as: UTF8.self) }
    /// The exit code, or 128 plus the signal, as a shell says it.
    public var code: Int32 {
        switch status {
        case .code(let code): code
        case .signal(let signal): 128 + signal
        }
    }
}

/// A program running on pipes, killed with this object at the latest.
public final class CommandRun {
    private let program: String
    private let child: ChildProcess
    private let started = ContinuousClock.now
    private let input: Descriptor
    private let output: Descriptor
    private let errors: Descriptor
    private var unsent: ArraySlice<UInt8>
    private var outputBytes: [UInt8] = []
    private var errorBytes: [UInt8] = []

    /// Starts the program; `input` is given to it while `finish` waits, then its standard input ends.
    public init(_ invocation: Invocation, input text: String = "") throws(HarnessError) {
        // A program may stop reading before we stop writing; that is an error number for us, not our end.
        _ = Glibc.signal(SIGPIPE, SIG_IGN)
        let started = try spawnGate.withLock { _ throws(HarnessError) -> StartedOnPipes in
            try StartedOnPipes(invocation)
        }
        program = invocation.program
        (child, input, output, errors) = (started.child, started.input, started.output, started.errors)
        unsent = Array(text.utf8)[...]
        for pipe in [input, output, errors] { pipe.makeNonBlocking() }
    }

    /// The process number.
    public var pid: Int32 { child.pid }

    /// Sends a signal, unless the program is known to have ended.
    public func signal(_ number: Int32) { child.signal(number) }

    /// Kills the program and all that it started, at once.
    public func killGroup() { child.kill() }

    /// Feeds and reads the program until it has ended.
    ///
    /// Throws `overtime`, with the program killed, when that takes longer than `limit`.
    public func finish(within limit: Duration = .seconds(60)) throws(HarnessError) -> CommandResult {
        let deadline = ContinuousClock.now + limit
        // A grandchild may keep the pipes open: the end of the program itself is enough.
        while output.isOpen || errors.isOpen {
            let moved = exchange(until: min(deadline, ContinuousClock.now + .milliseconds(50)))
            if !moved && child.hasEnded() {
                // What it wrote last may have come after the look, and before its end.
                while ContinuousClock.now < deadline, exchange(until: ContinuousClock.now) {}
                break
            }
            if ContinuousClock.now >= deadline { break }
        }
        guard let status = child.wait(until: deadline) else {
            child.kill()
            throw .overtime(program: program)
        }
        return CommandResult(
            outputBytes: outputBytes, errorBytes: errorBytes, status: status,
            elapsed: ContinuousClock.now - started, peakKiB: child.peakKiB ?? 0)
    }

    /// Starts a program and waits for its end.
    public static func run(
        _ invocation: Invocation, input: String = "", within limit: Duration = .seconds(60)
    ) throws(HarnessError) -> CommandResult {
        try CommandRun(invocation, input: input).finish(within: limit)
    }

    /// Moves bytes once in every direction that is ready; false when nothing was before `deadline`.
    private func exchange(until deadline: ContinuousClock.Instant) -> Bool {
        if unsent.isEmpty { input.close() }
        // poll skips descriptors below zero, which is what closed ones have.
        var watched = [
            pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&watched, 3, millisecondsLeft(until: deadline)) > 0 else { return false }
        if watched[0].revents != 0 {
            if let sent = input.write(unsent) { unsent = unsent.dropFirst(sent) } else { unsent = [] }
        }
        if watched[1].revents != 0, let bytes = output.read() {
            if bytes.isEmpty { output.close() } else { outputBytes += bytes }
        }
        if watched[2].revents != 0, let bytes = errors.read() {
            if bytes.isEmpty { errors.close() } else { errorBytes += bytes }
        }
        return true
    }
}

/// A process with our ends of its three pipes; the other ends are closed again here.
private struct StartedOnPipes {
    let child: ChildProcess
    let input: Descriptor
    let output: Descriptor
    let errors: Descriptor

    init(_ invocation: Invocation) throws(HarnessError) {
        let (inputRead, inputWrite) = try Descriptor.pipe()
        let (outputRead, outputWrite) = try Descriptor.pipe()
        let (errorRead, errorWrite) = try Descriptor.pipe()
        child = try ChildProcess(
            invocation,
            streams: .descriptors(
                input: inputRead.number, output: outputWrite.number, error: errorWrite.number))
        (input, output, errors) = (inputWrite, outputRead, errorRead)
        for ours in [inputRead, outputWrite, errorWrite] { ours.close() }
    }
}
