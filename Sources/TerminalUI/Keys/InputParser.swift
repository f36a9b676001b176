/// Turns what a keyboard sends into keys and pastes.
///
/// Whole escape sequences are taken as one, so that a terminal's replies, mouse reports and broken sequences are dropped
/// and never read as the letters in them. A paste is text from its start mark to its end mark, whatever stands between.
public struct InputParser: Equatable, Sendable {
    /// The bytes that are no whole key yet.
    private var pending: [UInt8] = []
    private var paste: PasteCollector?

    /// Makes a parser that has seen nothing.
    public init() {}

    /// Whether bytes wait for more: an Escape that may begin a sequence, half a letter, an unfinished paste.
    public var isPending: Bool { !pending.isEmpty || paste != nil }

    /// Whether a paste has begun and not ended.
    public var isPasting: Bool { paste != nil }

    /// The key of one byte that came alone, as most do: what typing a letter, a digit or a sign of ASCII sends; nil for
    /// any other byte, and while others wait.
    public func key(of byte: UInt8) -> TerminalInput? {
        guard !isPending, byte > 0x20, byte < 0x7F else { return nil }
        return .key(.character(Unicode.Scalar(byte)))
    }

    /// Adds bytes and gives the keys and pastes that are complete.
    public mutating func feed(_ bytes: ArraySlice<UInt8>) -> [TerminalInput] {
        pending.append(contentsOf: bytes)
        var found: [TerminalInput] = []
        var position = 0
        while position < pending.count {
            if paste != nil {
                guard let end = collectPaste(from: position, into: &found) else { return found }
                position = end
                continue
            }
            let step = InputStep(pending, at: position)
            guard step.length > 0 else { break }
            position += step.length
            switch step.meaning {
            case .key(let key): found.append(.key(key))
            case .pasteStart: paste = PasteCollector()
            case .nothing: break
            }
        }
        pending.removeFirst(min(position, pending.count))
        return found
    }

    /// Adds bytes and gives the keys and pastes that are complete.
    public mutating func feed(_ bytes: [UInt8]) -> [TerminalInput] {
        feed(bytes[...])
    }

    /// Says that no more bytes came for a while: an Escape by itself is a key then, and with one letter after it Alt.
    ///
    /// A longer sequence that is not finished stays: what follows still belongs to it.
    public mutating func pause() -> [TerminalInput] {
        guard paste == nil, pending.first == 0x1B, pending.count <= 2 else { return [] }
        let bytes = pending
        pending = []
        guard bytes.count == 2, let typed = Unicode.Scalar(UInt32(bytes[1])), bytes[1] > 0x20, bytes[1] < 0x7F else {
            return [.key(.escape)]
        }
        return [.key(.alt(typed))]
    }

    /// Forgets an unfinished sequence or paste, because nothing came for so long that it will not end.
    public mutating func giveUp() -> [TerminalInput] {
        pending = []
        guard let text = paste?.text else { return [] }
        paste = nil
        return text.isEmpty ? [] : [.paste(text)]
    }

    /// Moves bytes into the paste up to its end mark; gives the place to go on from, or nil when all were taken.
    private mutating func collectPaste(from position: Int, into found: inout [TerminalInput]) -> Int? {
        let mark = PasteCollector.endMark
        guard let end = lastEndMark(from: position) else {
            // The end mark may be cut: its beginning stays pending.
            var kept = 0
            for length in stride(from: min(mark.count - 1, pending.count - position), to: 0, by: -1)
            where pending.suffix(length).elementsEqual(mark.prefix(length)) {
                kept = length
                break
            }
            paste?.append(pending[position..<(pending.count - kept)])
            pending = Array(pending.suffix(kept))
            return nil
        }
        paste?.append(pending[position..<end])
        if let text = paste?.text { found.append(.paste(text)) }
        paste = nil
        return end + mark.count
    }

    /// Where the paste ends: pasted text may hold an end mark itself, so of several the last one before the next
    /// start mark counts.
    private func lastEndMark(from position: Int) -> Int? {
        let mark = PasteCollector.endMark
        var last: Int?
        var index = position
        while index + mark.count <= pending.count {
            if pending[index] == 0x1B {
                if pending[index...].starts(with: mark) {
                    last = index
                } else if last != nil, pending[index...].starts(with: PasteCollector.startMark) {
                    break
                }
            }
            index += 1
        }
        return last
    }
}

/// Collects pasted bytes up to a limit.
struct PasteCollector: Equatable {
    static let startMark: [UInt8] = Array("\u{1B}[200~".utf8)
    static let endMark: [UInt8] = Array("\u{1B}[201~".utf8)
    /// The bytes of a paste that are kept; what comes after them is dropped.
    static let byteLimit = 4 << 20

    private var bytes: [UInt8] = []

    mutating func append(_ more: ArraySlice<UInt8>) {
        bytes.append(contentsOf: more.prefix(PasteCollector.byteLimit - bytes.count))
    }

    /// The text, with end marks inside it removed and line breaks as `\n`.
    var text: String {
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x1B, bytes[index...].starts(with: PasteCollector.endMark) {
                index += PasteCollector.endMark.count
                continue
            }
            if bytes[index] == 0x0D {
                clean.append(0x0A)
                index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
                continue
            }
            clean.append(bytes[index])
            index += 1
        }
        return String(decoding: clean, as: UTF8.self)
    }
}
