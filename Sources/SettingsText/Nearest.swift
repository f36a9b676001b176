/// The name nearest to a misspelt word, for "did you mean".
///
/// Counts inserted, left-out, changed and swapped scalars; letter case costs nothing. Nil when even the nearest name
/// is more than a third of the word away, or two scalars, or one in words of up to three. The first of equally near names
/// wins.
public func closest(to word: String, in names: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = wanted.count < 4 ? 1 : Swift.max(2, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
        let candidate = Array(name.lowercased().unicodeScalars.prefix(64))
        guard abs(candidate.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, candidate)
        if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
}

/// The number of inserted, left-out, changed and swapped neighbouring scalars between two words.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var old = Array(0...right.count)
    for row in 0..<left.count {
        var new = [row + 1]
        for column in 0..<right.count {
            var cost = min(old[column + 1], new[column]) + 1
            cost = min(cost, old[column] + (left[row] == right[column] ? 0 : 1))
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, older[column - 1] + 1)
            }
            new.append(cost)
        }
        older = old
        old = new
    }
    return old[right.count]
}
