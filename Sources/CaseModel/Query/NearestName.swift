import SettingsText

/// The name that a misspelt one most likely meant; nil when none is near.
public func nearest(_ typed: String, among names: [String]) -> String? { closest(to: typed, in: names) }

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
