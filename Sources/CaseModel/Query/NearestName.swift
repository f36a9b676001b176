/// The name that a misspelt one most likely meant; nil when none is near.
///
/// Near is at most two insertions, deletions, replacements or swaps away, fewer for short names; case does not count.
func nearest(_ typed: String, among names: [String]) -> String? {
    let wanted = Array(typed.lowercased().unicodeScalars.prefix(64))
    guard !wanted.isEmpty else { return nil }
    let allowed = wanted.count < 4 ? 1 : 2
    var best: (distance: Int, name: String)?
    for name in names {
        let distance = editDistance(wanted, Array(name.lowercased().unicodeScalars))
        if distance <= allowed, distance < best?.distance ?? Int.max { best = (distance, name) }
    }
    return best?.name
}

/// The person or place that a name most likely meant: one that begins with it, or has a word that does, else the one
/// that is spelt most like it; nil when none is near.
public func likely(_ typed: String, among names: [String]) -> String? {
    let wanted = Words.fold(typed)
    guard !Words.isBlank(wanted) else { return nil }
    let folded = names.map { (name: $0, folded: Words.fold($0), words: Words.split($0)) }
    if let found = folded.first(where: { $0.folded.utf8.starts(with: wanted.utf8) }) { return found.name }
    if let found = folded.first(where: { $0.words.contains { $0.utf8.starts(with: wanted.utf8) } }) {
        return found.name
    }
    if let whole = nearest(wanted, among: folded.map(\.folded)) { return folded.first { $0.folded == whole }?.name }
    let word = nearest(wanted, among: folded.flatMap(\.words))
    return word.flatMap { word in folded.first { $0.words.contains(word) }?.name }
}

/// How many insertions, deletions, replacements and swaps of neighbours lie between two texts.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var least = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, beforeLast[j - 1] + 1) }
            row.append(least)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
