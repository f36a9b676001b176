import Glibc
import Synchronization

/// What other threads leave for the main thread; the only thing both sides touch.
///
/// The main thread sleeps in `poll` on ``descriptor``; a post makes it readable.
final class Mailbox<Item: Sendable>: Sendable {
    private let items = Mutex<[Item]>([])
    private let reader: Int32
    private let writer: Int32

    /// An empty mailbox; nil when the system has no more descriptors.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        reader = ends[0]
        writer = ends[1]
    }

    deinit {
        close(reader)
        close(writer)
    }

    /// Readable while something is in the mailbox.
    var descriptor: Int32 { reader }

    /// Leaves something and wakes the main thread.
    func post(_ item: Item) {
        let wasEmpty = items.withLock { items in
            items.append(item)
            return items.count == 1
        }
        guard wasEmpty else { return }
        // A full pipe is readable already, so a byte that does not fit is not missed.
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }

    /// Takes everything out, in the order it came.
    func drain() -> [Item] {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(reader, &bytes, bytes.count) > 0 {}
        return items.withLock { items in
            let taken = items
            items = []
            return taken
        }
    }

    /// Sleeps until there is something, and takes it out; gives up after some milliseconds, or never when it is -1.
    func wait(atMost milliseconds: Int32 = -1) -> [Item] {
        while true {
            var request = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
            let count = poll(&request, 1, milliseconds)
            let taken = drain()
            if !taken.isEmpty || count == 0 { return taken }
        }
    }
}

/// Runs asynchronous work while the calling thread sleeps; for a main thread that belongs to no executor.
func waiting<Value: Sendable>(for work: @escaping @Sendable () async -> Value) throws(Failure) -> Value {
    guard let value = try waiting(atMost: -1, for: work) else { throw Failure(.failed, "Nothing came back.") }
    return value
}

/// The same for some milliseconds at most; nil when it took longer.
func waiting<Value: Sendable>(
    atMost milliseconds: Int32, for work: @escaping @Sendable () async -> Value
) throws(Failure) -> Value? {
    guard let mailbox = Mailbox<Value>() else { throw Failure(.failed, "The system has no more open files to give.") }
    let task = Task { mailbox.post(await work()) }
    defer { task.cancel() }
    return mailbox.wait(atMost: milliseconds).first
}

/// The same until a signal asks the program to end; nil when one did and the work gave no answer.
///
/// - Parameter patience: asked when a signal came: how many milliseconds the work may still take, nil when it goes on as
///   if nothing had happened.
func waitingUnlessInterrupted<Value: Sendable>(
    patience: () -> Int32? = { 0 }, for work: @escaping @Sendable () async -> Value
) throws(Failure) -> Value? {
    guard let mailbox = Mailbox<Value>() else { throw Failure(.failed, "The system has no more open files to give.") }
    // Held back before the task begins, so that no thread of its own lets the signal through.
    var interruption = Interruption()
    defer { interruption.end() }
    let task = Task { mailbox.post(await work()) }
    defer { task.cancel() }
    while true {
        if interruption.came(), let rest = patience() { return mailbox.wait(atMost: rest).first }
        guard let value = mailbox.wait(atMost: 50).first else { continue }
        // One that came too late for work that may not be cut is taken back, so that it does no harm afterwards.
        return interruption.came() && patience() == 0 ? nil : value
    }
}
