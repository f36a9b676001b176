extension Condition {
    /// The condition with numbers of cases that are whole alone: part of one finds some more, and would hide some more.
    public var withWholeNumbers: Condition {
        switch self {
        case .all(let parts): return .all(parts.map(\.withWholeNumbers))
        case .any(let parts): return .any(parts.map(\.withWholeNumbers))
        case .term(.words(let field, let matches)):
            let whole = matches.map { match in
                guard case .value(var pattern) = match else { return match }
                pattern.isWhole = true
                return .value(pattern)
            }
            return .term(.words(field, whole))
        case .not, .term: return self
        }
    }
}

extension QuerySubject {
    /// Whether a text of the case holds a run of words.
    func holds(_ match: Match<WordPattern>, in field: WordField) -> Bool {
        switch match {
        case .none: return blank(field)
        case .any: return !blank(field)
        case .value(let pattern):
            if field == .text, pattern.names(item.id) { return true }
            let run = Array(pattern.run.utf8)
            return searched(field).contains { holdsRun(run, in: $0) }
        }
    }

    private func blank(_ field: WordField) -> Bool {
        switch field {
        case .subject: item.subject.isEmpty
        case .description: item.description.isEmpty
        case .awaited: columns.awaited.count < 2
        case .text: false
        }
    }

    private func searched(_ field: WordField) -> [[UInt8]] {
        switch field {
        case .subject: [columns.subject]
        case .description: [columns.description]
        case .awaited: [columns.awaited]
        case .text: [columns.subject, columns.description, columns.notes, columns.external, columns.contact]
        }
    }
}

extension WordPattern {
    /// The words as they stand among others that are padded with blanks.
    public var run: String { " " + words.joined(separator: " ") + (prefix ? "" : " ") }
}

/// Whether bytes hold a run of bytes; in time that grows with the sum of their lengths (Knuth, Morris, Pratt).
func holdsRun(_ run: [UInt8], in bytes: [UInt8]) -> Bool {
    guard run.count <= bytes.count, !run.isEmpty else { return run.isEmpty }
    // For each place of the run: how much of its beginning ends there again.
    var border = [Int](repeating: 0, count: run.count)
    var length = 0
    for place in run.indices.dropFirst() {
        while length > 0, run[place] != run[length] { length = border[length - 1] }
        if run[place] == run[length] { length += 1 }
        border[place] = length
    }
    var matched = 0
    for byte in bytes {
        while matched > 0, byte != run[matched] { matched = border[matched - 1] }
        if byte == run[matched] { matched += 1 }
        if matched == run.count { return true }
    }
    return false
}
