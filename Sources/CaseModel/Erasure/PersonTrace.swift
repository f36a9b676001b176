/// What a person can be recognised by in texts: name and address, word by word whatever stands between the words, and
/// the digits of a telephone number.
struct PersonTrace: Sendable {
    /// What stands in a text where the person stood.
    static let mark = "[erased]"

    /// Name and address as words.
    private let phrases: [[String]]
    /// Words of the name that may mean the person, and others.
    private let names: [String]
    private let digits: [UInt8]

    /// What to look for.
    ///
    /// - Parameters:
    ///   - contact: the person; nil when nothing is known of them any more.
    ///   - other: another form of the name.
    init(_ contact: Contact?, also other: String? = nil) {
        let name = contact.map { Words.split($0.name) } ?? []
        phrases = [name, contact?.email.map(Words.split) ?? [], other.map(Words.split) ?? []].filter { !$0.isEmpty }
        names = name.count > 1 ? name.filter { $0.unicodeScalars.count >= 3 } : []
        let number = contact?.phone.map(PersonTrace.digits) ?? []
        digits = number.count >= 6 ? number : []
    }

    /// Whether a text is nothing but the person's name, address or number.
    func isAll(of text: String) -> Bool {
        let words = Words.split(text)
        if phrases.contains(words) { return true }
        return !digits.isEmpty && PersonTrace.digits(of: text) == digits
            && words.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
    }

    /// Whether a text names the person.
    func isNamed(in text: String) -> Bool {
        let index = [0x20] + Words.indexBytes(text) + [0x20]
        if phrases.contains(where: { index.holds([0x20] + $0.joined(separator: " ").utf8 + [0x20]) }) { return true }
        return !digits.isEmpty && !PersonTrace.runs(in: Array(text.unicodeScalars)).allSatisfy { places($0).isEmpty }
    }

    /// Whether a text may mean the person: it has a word of the name.
    func isLikely(in text: String) -> Bool {
        guard !names.isEmpty else { return false }
        let index = [0x20] + Words.indexBytes(text) + [0x20]
        return names.contains { index.holds([0x20] + $0.utf8 + [0x20]) }
    }

    /// The text with a mark in each place of the person; the text itself where there is none.
    func erased(from text: String) -> String {
        guard isNamed(in: text) else { return text }
        let scalars = Array(text.unicodeScalars)
        var ranges: [Range<Int>] = []
        let words = PersonTrace.words(of: scalars)
        for phrase in phrases {
            guard words.count >= phrase.count else { continue }
            for start in 0...words.count - phrase.count
            where words[start..<start + phrase.count].map(\.word).elementsEqual(phrase) {
                ranges.append(words[start].range.lowerBound..<words[start + phrase.count - 1].range.upperBound)
            }
        }
        if !digits.isEmpty { for run in PersonTrace.runs(in: scalars) { ranges += places(run) } }
        var result = String.UnicodeScalarView()
        var place = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > place {
            if range.lowerBound >= place {
                result.append(contentsOf: scalars[place..<range.lowerBound])
                result.append(contentsOf: PersonTrace.mark.unicodeScalars)
            }
            place = range.upperBound
        }
        result.append(contentsOf: scalars[place...])
        return String(result)
    }

    /// The words of a text, each with its place.
    private static func words(of scalars: [Unicode.Scalar]) -> [(word: String, range: Range<Int>)] {
        var words: [(word: String, range: Range<Int>)] = []
        var start: Int?
        var isAlone = false
        func end(_ place: Int) {
            guard let from = start else { return }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[from..<place])
            words += Words.split(String(view)).map { ($0, from..<place) }
            start = nil
        }
        for (place, scalar) in scalars.enumerated() {
            switch WordClass(scalar) {
            case .letter:
                if isAlone { end(place) }
                if start == nil { start = place }
                isAlone = false
            case .alone:
                end(place)
                start = place
                isAlone = true
            case .mark: break
            case .gap: end(place)
            }
        }
        end(scalars.count)
        return words
    }

    /// Digits with nothing between them but what people put between the digits of a number.
    private static func runs(in scalars: [Unicode.Scalar]) -> [[(digit: UInt8, place: Int)]] {
        var runs: [[(digit: UInt8, place: Int)]] = []
        var run: [(digit: UInt8, place: Int)] = []
        for (place, scalar) in scalars.enumerated() {
            if (0x30...0x39).contains(scalar.value) {
                run.append((UInt8(scalar.value), place))
            } else if !" -/().+\u{A0}".unicodeScalars.contains(scalar) {
                if !run.isEmpty { runs.append(run) }
                run = []
            }
        }
        return run.isEmpty ? runs : runs + [run]
    }

    /// Where the number stands among digits.
    private func places(_ run: [(digit: UInt8, place: Int)]) -> [Range<Int>] {
        guard !digits.isEmpty, run.count >= digits.count else { return [] }
        return (0...run.count - digits.count).compactMap { start in
            let part = run[start..<start + digits.count]
            guard part.map(\.digit) == digits, let first = part.first, let last = part.last else { return nil }
            return first.place..<last.place + 1
        }
    }

    private static func digits(of text: String) -> [UInt8] { text.utf8.filter(\.isDigit) }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension [UInt8] {
    /// Whether other bytes stand somewhere among these.
    fileprivate func holds(_ wanted: [UInt8]) -> Bool {
        guard count >= wanted.count, let first = wanted.first else { return false }
        for start in 0...count - wanted.count where self[start] == first {
            if self[start..<start + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
    }
}
