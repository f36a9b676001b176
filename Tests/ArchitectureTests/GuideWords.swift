/// The words of the built-in policy that may stand nowhere else: another company's policy has others.
enum GuideWords {
    /// The codes and names of the sections of these kinds, read line by line, without the program's own reader.
    static func words(in policy: String, kinds: Set<String>) -> Set<String> {
        var words: Set<String> = []
        var isInside = false
        for line in policy.split(separator: "\n") {
            if let section = line.firstMatch(of: /^\[([a-z-]+) "([^"]+)"\]/) {
                isInside = kinds.contains(String(section.1))
                if isInside { words.insert(String(section.2)) }
            } else if isInside, let name = line.firstMatch(of: /^(?:name|short) = (.+)$/) {
                words.insert(String(name.1))
            }
        }
        return words
    }

    /// The texts in a file's string literals; an interpolation parts one text from the next.
    static func texts(in file: SourceTree.File) -> [(line: Int, text: String)] {
        let source = Array(file.text.utf8)
        let code = Array(file.code.text.utf8)
        let blank = UInt8(ascii: " ")
        var found: [(line: Int, text: String)] = []
        var line = 1
        var index = 0
        while index < min(source.count, code.count) {
            guard code[index] == blank else {
                if code[index] == 0x0a { line += 1 }
                index += 1
                continue
            }
            // Words of literals and comments are blanks in the code, byte for byte.
            let start = index
            while index < code.count, code[index] == blank { index += 1 }
            let text = String(decoding: source[start..<index], as: UTF8.self)
            if let word = text.first(where: { $0 != " " }), word != "/" || text.first != " " && text.first != "/" {
                // What follows an interpolation begins with its bracket.
                found.append((line, text.first == ")" ? String(text.dropFirst()) : text))
            }
        }
        return found
    }

    /// Where a word is a whole text of its own, or, if nobody would write it by chance, stands within a text.
    static func findings(of words: Set<String>, in file: SourceTree.File) -> [String] {
        texts(in: file).flatMap { line, text in
            words.filter { text == $0 || (isTelling($0) && text.holds($0)) }
                .subtracting(own).filter { elsewhere[$0] != file.baseName }.sorted()
                .map { "\(file):\(line): “\($0)” is a word of the built-in policy" }
        }
    }

    /// More than one word, one of them with a capital, or words that a hyphen joins, are nobody's English by chance.
    private static func isTelling(_ word: String) -> Bool {
        word.contains("-") || (word.contains(" ") && word.dropFirst().contains(where: \.isUppercase))
    }

    /// English that the program speaks itself: its commands (`new`, `open`), the groups of the query language, headings.
    private static let own: Set = [
        "new", "open", "closed", "priority", "Open", "Closed", "Customer", "Escalated", "Cover",
    ]
    /// A word of the grammar of import maps, and a country.
    private static let elsewhere = ["solved": "MapReader", "Japan": "Lands"]
}
