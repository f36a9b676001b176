import Foundation
import Synchronization
import TerminalUI

/// A keyboard that a test types on, and a screen that it looks at, from another thread than the console's.
final class ScriptTerminal: Terminal {
    /// What both threads touch.
    final class Wires: Sendable {
        private let input = Mutex<[TerminalInput]>([])
        private let pictures = Mutex<[String]>([])
        private let calls = Mutex<[String]>([])
        private let pipe = Pipe()

        /// Readable when something was typed.
        var descriptor: Int32 { pipe.fileHandleForReading.fileDescriptor }

        /// Types; all of it is there at once.
        func type(_ inputs: [TerminalInput]) {
            input.withLock { $0 += inputs }
            pipe.fileHandleForWriting.write(Data([1]))
        }

        /// Types keys that are letters.
        func type(_ letters: String) { type(letters.unicodeScalars.map { .key(.character($0)) }) }

        func next() -> TerminalInput? {
            input.withLock { input in
                if !input.isEmpty { return input.removeFirst() }
                // Nothing is left, so nothing needs to be told any more.
                let flags = fcntl(descriptor, F_GETFL)
                _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
                var bytes = [UInt8](repeating: 0, count: 64)
                while read(descriptor, &bytes, bytes.count) > 0 {}
                return nil
            }
        }

        func show(_ picture: String) { pictures.withLock { $0.append(picture) } }
        func note(_ call: String) { calls.withLock { $0.append(call) } }

        /// How many pictures were shown.
        var count: Int { pictures.withLock(\.count) }
        /// The picture on the screen.
        var last: String { pictures.withLock { $0.last ?? "" } }
        /// What was done with the terminal besides.
        var done: [String] { calls.withLock { $0 } }

        /// Whether the screen shows a text within a time that is long enough for a busy host.
        ///
        /// Gives its thread away while it waits: the console's own work needs one.
        func shows(_ text: String) async throws -> Bool {
            for _ in 0..<6000 {
                if last.contains(text) { return true }
                try await Task.sleep(for: .milliseconds(10))
            }
            return false
        }
    }

    let wires: Wires
    var size = Size(columns: 110, rows: 32)
    var theme = Theme.terminal

    init(_ wires: Wires) {
        self.wires = wires
    }

    func nextKey() -> TerminalInput? { wires.next() }
    func present(_ surface: Surface) { wires.show(surface.picture(showing: .text)) }
    func suspend() { wires.note("suspend") }
    func resume() { wires.note("resume") }
    func redraw() { wires.note("redraw") }
    func ring() { wires.note("ring") }
    func setTitle(_ title: Shown?) { wires.note("title \(title?.text ?? "")") }
    func copy(_ text: Shown) { wires.note("copy \(text.text)") }
    func close() { wires.note("close") }
}
