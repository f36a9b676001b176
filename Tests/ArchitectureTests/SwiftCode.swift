import Foundation

/// Swift source with comments and the words of string literals blanked out, line by line.
///
/// What stands in an interpolation stays, because it is code.
struct SwiftCode: Sendable {
    /// The code of each line; as many lines as the source has.
    let lines: [String]
    /// For each line, whether it has a comment.
    let hasComment: [Bool]

    init(_ source: String) {
        var scanner = CodeScanner(source)
        scanner.scanCode(untilClosingBracket: false)
        lines = scanner.code.split(separator: 0x0a, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let commented = scanner.commentedLines
        hasComment = lines.indices.map { commented.contains($0) }
    }

    /// The code as one text.
    var text: String { lines.joined(separator: "\n") }

    /// One finding for every match, with the number of its line; only lines that hold `word` are looked at closely.
    func findings(_ word: String, _ pattern: Regex<some Any>, _ what: String) -> [String] {
        lines.enumerated().flatMap { number, line in
            line.holds(word) ? line.matches(of: pattern).map { _ in "line \(number + 1): \(what)" } : []
        }
    }
}

/// Walks over Swift source; good enough for the checks of this folder.
private struct CodeScanner {
    private(set) var code: [UInt8] = []
    private(set) var commentedLines: Set<Int> = []
    private let source: [UInt8]
    private var index = 0
    private var line = 0

    init(_ source: String) { self.source = Array(source.utf8) }

    mutating func scanCode(untilClosingBracket: Bool) {
        var depth = 0
        while index < source.count {
            // Most bytes begin nothing special.
            let byte = source[index]
            if byte >= UInt8(ascii: "0") || byte == UInt8(ascii: " ") || byte == 0x0a {
                keep()
                continue
            }
            if looksAt("//") {
                blankLine()
            } else if looksAt("/*") {
                blankBlock()
            } else if let opening = stringOpening() {
                scanString(hashes: opening.hashes, quotes: opening.quotes)
            } else {
                if source[index] == UInt8(ascii: "(") { depth += 1 }
                if source[index] == UInt8(ascii: ")") { depth -= 1 }
                if untilClosingBracket && depth < 0 { return }
                keep()
            }
        }
    }

    private func looksAt(_ text: String) -> Bool {
        index + text.utf8.count <= source.count && zip(source[index...], text.utf8).allSatisfy { $0 == $1 }
    }

    private mutating func keep() {
        if source[index] == 0x0a { line += 1 }
        code.append(source[index])
        index += 1
    }

    private mutating func blank() {
        if source[index] == 0x0a {
            keep()
        } else {
            code.append(UInt8(ascii: " "))
            index += 1
        }
    }

    private mutating func blankLine() {
        commentedLines.insert(line)
        while index < source.count, source[index] != 0x0a { blank() }
    }

    private mutating func blankBlock() {
        while index < source.count {
            commentedLines.insert(line)
            if looksAt("*/") {
                blank()
                blank()
                return
            }
            blank()
        }
    }

    private func stringOpening() -> (hashes: Int, quotes: Int)? {
        let quote = UInt8(ascii: "\"")
        var end = index
        while end < source.count, source[end] == UInt8(ascii: "#") { end += 1 }
        guard end < source.count, source[end] == quote else { return nil }
        let triple = end + 2 < source.count && source[end + 1] == quote && source[end + 2] == quote
        return (end - index, triple ? 3 : 1)
    }

    private mutating func scanString(hashes: Int, quotes: Int) {
        let hash = String(repeating: "#", count: hashes)
        let close = String(repeating: "\"", count: quotes) + hash
        for _ in 0..<(hashes + quotes) { keep() }
        while index < source.count {
            guard [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(source[index]) else {
                blank()
                continue
            }
            if looksAt(close) {
                for _ in 0..<close.count { keep() }
                return
            }
            if looksAt("\\" + hash + "(") {
                for _ in 0..<(hashes + 2) { keep() }
                scanCode(untilClosingBracket: true)
            } else if looksAt("\\" + hash) {
                for _ in 0..<min(hashes + 2, source.count - index) { blank() }
            } else {
                blank()
            }
        }
    }
}

extension String {
    /// Whether the bytes of a word stand in this text; many times quicker than comparing characters.
    func holds(_ word: String) -> Bool { withCString { text in word.withCString { strstr(text, $0) != nil } } }
}
