internal import TerminalUI

/// Reads the terminal's input and hands out keys and pastes.
struct Keyboard {
    private let descriptor: Int32
    private let escapeDelay: Int32
    private var parser = InputParser()
    private var waiting: [TerminalInput] = []
    private var next = 0
    private var buffer = [UInt8](repeating: 0, count: 65536)
    private var lastRead = 0
    /// Whether the last read took all there was, so that looking again is worth nothing before `poll` says so.
    private var isDrained = false
    private(set) var isGone = false

    /// After this time without bytes, in milliseconds, an unfinished sequence will not be finished.
    private static let patience = 2000
    /// How long more of a paste is waited for, in milliseconds, before the program goes on.
    private static let pasteDelay: Int32 = 10

    /// - Parameter escapeDelay: milliseconds after which an Escape that nothing follows is a key.
    init(descriptor: Int32, escapeDelay: Int32) {
        self.descriptor = descriptor
        self.escapeDelay = escapeDelay
    }

    /// The next key or paste, if one is there.
    mutating func nextInput() -> TerminalInput? {
        if next >= waiting.count {
            waiting.removeAll(keepingCapacity: true)
            next = 0
            read()
        }
        guard next < waiting.count else { return nil }
        next += 1
        return waiting[next - 1]
    }

    private mutating func read() {
        guard !isDrained else {
            isDrained = false
            return
        }
        giveUpWhenStale()
        while !isGone {
            switch Wire.read(descriptor, into: &buffer) {
            case .bytes(let count):
                if count == 1, let input = parser.key(of: buffer[0]) {
                    waiting.append(input)
                    isDrained = true
                    return
                }
                lastRead = Wire.milliseconds
                waiting += parser.feed(buffer[..<count])
                if parser.isPending, waiting.isEmpty, Wire.isReady(descriptor, within: delay) { continue }
                if count == buffer.count { continue }
                isDrained = !parser.isPending
            case .gone:
                isGone = true
            case .nothing:
                break
            }
            if parser.isPending { waiting += parser.pause() }
            return
        }
    }

    private var delay: Int32 { parser.isPasting ? Self.pasteDelay : escapeDelay }

    private mutating func giveUpWhenStale() {
        guard parser.isPending, Wire.milliseconds - lastRead > Self.patience else { return }
        waiting += parser.giveUp()
    }
}
