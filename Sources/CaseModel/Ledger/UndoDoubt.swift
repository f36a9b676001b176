/// An undo that took nothing back, because what it came to may not be what was meant.
public struct UndoDoubt: Equatable, Sendable {
    /// The act that would be taken back.
    public var act: JournalEntry
    /// Newer acts that it would pass over; nil for none.
    public var staying: StayingActs?

    /// Why an undo stopped.
    public init(act: JournalEntry, staying: StayingActs? = nil) {
        self.act = act
        self.staying = staying
    }
}

/// Acts that are not taken back, and stay where undo goes on to the one before: some on records, and new cases.
public struct StayingActs: Equatable, Sendable {
    /// The acts, the newest first; at least one.
    public var acts: [JournalEntry]
    /// Whether these are all.
    public var areAll: Bool
    /// What records had before the newest of them changed it: `MB-2 had end 2026-03-30`; nil where that is no such act.
    public var before: String?
    /// Those of them that only say that alerts were seen.
    public var seen: Set<OperationID>

    /// Acts that stay.
    public init(
        _ acts: [JournalEntry], areAll: Bool = true, before: String? = nil, seen: Set<OperationID> = []
    ) {
        self.acts = acts
        self.areAll = areAll
        self.before = before
        self.seen = seen
    }

    /// The newest of them by itself.
    public var newestAlone: StayingActs { StayingActs(Array(acts.prefix(1)), before: before, seen: seen) }

    /// The newest, where it is an act on records or people.
    public var newestOnRecords: JournalEntry? { acts.first.flatMap { $0.cases.isEmpty ? $0 : nil } }

    /// Which they are, and by what else each kind is put right, as a whole sentence.
    public var words: String {
        let isOne = acts.count == 1 && areAll
        let ways = [
            hasNewCases ? Self.ofNewCases : nil, hasSeen ? Self.ofSeen : nil, hasRecords ? ofRecords(isOne) : nil,
        ].compactMap { $0 }
        let only = acts.count == 1 ? acts.first?.cases.first?.description : nil
        let way = ways.joined(separator: "; ").replacing("ID", with: only ?? "ID")
        return "Your newest act\(isOne ? "" : "s"), \(names), stay\(isOne ? "s" : ""): \(way)."
    }

    /// Whether a new case is among them.
    var hasNewCases: Bool { acts.contains { !$0.cases.isEmpty } }

    private var hasSeen: Bool { acts.contains { seen.contains($0.id) } }

    private var hasRecords: Bool { acts.contains { $0.cases.isEmpty && !seen.contains($0.id) } }

    /// By what a record is put right; where it is known what it had before, by recording that again.
    private func ofRecords(_ isOne: Bool) -> String {
        guard let before else { return Self.ofRecords }
        // The first of them is named where it is put right, for the cursor may be anywhere.
        let id = before.prefix { $0 != " " }
        return "undo does not take it back; record again what \(isOne ? "it" : "the newest") had (KIND set \(id)): "
            + before
    }

    private static let ofNewCases = "a new case is closed with a reason (close ID --reason WORD), not taken back"
    private static let ofRecords = "a record is put right by another act (KIND set NUMBER)"
    private static let ofSeen = "that an alert was seen is not taken back; take its case, or tell whose it is"

    /// The first three by name, and how many more.
    private var names: String {
        let named = acts.prefix(3).map { "“\($0.shortWords)”" }
        let more = areAll ? acts.count - named.count : nil
        if more == 0 {
            let last = named.suffix(1).joined()
            return named.count > 1 ? named.dropLast().joined(separator: ", ") + " and " + last : last
        }
        return named.joined(separator: ", ") + " and " + (more.map { "\($0) more" } ?? "more")
    }
}

extension JournalEntry {
    /// The words, cut between two of them where they are long, so that a sentence can name several acts and no day is
    /// cut in two.
    public var shortWords: String { words.shortened }
}

extension String {
    /// The text, cut between two words where it is long.
    var shortened: String {
        let limit = 70
        guard unicodeScalars.count > limit else { return self }
        let start = unicodeScalars.prefix(limit + 1)
        let end = start.lastIndex(of: " ") ?? start.index(before: start.endIndex)
        var whole = String(unicodeScalars[..<end])
        if whole.hasSuffix(",") { whole.removeLast() }
        return whole + "…"
    }
}
