import CaseModel
import TerminalUI

/// How a clock stands in a few words, alike in columns and lines: `12m`, `overdue 25m`, `paused`.
struct ClockWords: Equatable, Sendable {
    /// The words.
    let words: String
    /// What they mean.
    let role: Role
    /// How much of the time is used, 0 to 1; nil where that is not known or says nothing.
    let used: Double?

    /// The cells of a time bar.
    static let bar = 5
    /// From here on a due time is near.
    private static let near = 0.75

    /// - Parameters:
    ///   - start: when the clock began; nil where that is not known.
    ///   - isShort: the largest unit of a delay is enough.
    init(_ face: ClockFace, from start: Timestamp?, at now: Timestamp, isShort: Bool = false) {
        var used: Double?
        switch face.phase(at: now) {
        case .running:
            guard let due = face.due else {
                words = "no due time"
                role = .dim
                break
            }
            words = ClockWords.length(due - now)
            if let start, due > start { used = Double(max(0, now - start)) / Double(due - start) }
            role = used.map { $0 >= ClockWords.near } ?? (due - now < 3600) ? .warn : .text
        case .breached where face.isOwed:
            let late = now - (face.due ?? now)
            words = "overdue " + (isShort && late >= 60 ? Span.short(late) : ClockWords.length(late))
            role = .bad
        case .breached:
            words = "missed"
            role = .bad
        case .paused:
            words = "paused"
            role = .dim
        case .met:
            words = "met"
            role = .ok
        case .stopped:
            words = "stopped"
            role = .dim
        case .none:
            words = "none"
            role = .dim
        }
        self.used = used
    }

    /// A length of time as clocks tell it; one of seconds is not nothing.
    private static func length(_ seconds: Int64) -> String { seconds < 60 ? "<1m" : Span.long(seconds) }
}

extension ClockFace {
    /// Cells of the word for a clock that no longer runs, the same at any time: `missed`.
    var settledWidth: Int { ClockWords(self, from: nil, at: due ?? Timestamp(seconds: 0)).words.unicodeScalars.count }
}
