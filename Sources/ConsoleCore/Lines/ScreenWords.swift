import CaseModel

// What rules say is said for shell and console at once: the command that helps stands in brackets, days are written as
// data has them. Screens name the key instead, and write days as people do; machine outputs keep what they have.

extension String {
    /// The same as screens say it: with keys and days in words.
    var onScreen: String { withKeys.withDays }

    /// The same with keys, or the `:` line, where commands of the shell are named.
    var withKeys: String {
        guard
            utf8.contains(where: { $0 == UInt8(ascii: "(") }) || contains(ScreenWays.shell) || contains(" with ")
                || contains(" --")
        else { return self }
        var text = self
        for (said, way) in ScreenWays.phrases where text.contains(said) { text.replace(said, with: way) }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "("), let end = rest[start...].firstIndex(of: ")") {
            let inner = rest[rest.index(after: start)..<end]
            result += rest[..<start] + "(" + (ScreenWays.way(inner) ?? String(inner)) + ")"
            rest = rest[rest.index(after: end)...]
        }
        return ScreenWays.lines(result + rest)
    }

    /// The same without options of the shell in brackets, and without how its command is written, for a form, which has
    /// a field for each.
    var withoutOptions: String {
        for usage in [" Like: ", " Usage: "] {
            if let start = firstRange(of: usage)?.lowerBound { return String(self[..<start]).withoutOptions }
        }
        return split(separator: " (-", omittingEmptySubsequences: false).enumerated().map { place, part in
            guard place > 0 else { return String(part) }
            guard part.first.map({ $0 == "-" || $0.isLetter }) == true else { return " (-" + part }
            return part.firstIndex(of: ")").map { String(part[part.index(after: $0)...]) } ?? " (-" + part
        }.joined()
    }

    /// The same with `31 Mar 2025` in the place of `2025-03-31`.
    var withDays: String {
        let bytes = Array(utf8)
        guard bytes.count >= 10, bytes.contains(UInt8(ascii: "-")) else { return self }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let day = bytes.day(at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result += day.inWords.utf8
            index += 10
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [UInt8] {
    /// A day that stands by itself at a place, and is no part of a number or of a time.
    fileprivate func day(at start: Int) -> CivilDay? {
        func isPart(_ byte: UInt8) -> Bool {
            byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_")
                || Unicode.Scalar(byte).properties.isAlphabetic || (48...57).contains(byte)
        }
        // What a file is called, or where it lies, is no day.
        func isName(_ byte: UInt8) -> Bool { isPart(byte) || "/\\.:~".utf8.contains(byte) }
        let end = start + 10
        guard end <= count, start == 0 || isQuoted(before: start) || !isName(self[start - 1]),
            end == count || isPunctuation(at: end) || !isPart(self[end])
        else { return nil }
        if end + 1 < count, "/\\.:".utf8.contains(self[end]), isName(self[end + 1]) { return nil }
        return CivilDay(iso: String(decoding: self[start..<start + 10], as: UTF8.self))
    }
}

extension [UInt8] {
    /// Whether a sign of general punctuation, as quotation marks and the ellipsis are, begins at a place.
    fileprivate func isPunctuation(at place: Int) -> Bool {
        place + 2 < count && self[place] == 0xE2 && self[place + 1] == 0x80
    }

    /// Whether one ends before a place.
    fileprivate func isQuoted(before place: Int) -> Bool { place >= 3 && isPunctuation(at: place - 3) }
}

/// The keys and screens by which that is done for which rules name a command.
private enum ScreenWays {
    static let shell = "caseload "
    private static let help = " --help"

    /// Commands as rules write them in brackets, and what stands there on screens.
    static let ways: [(command: String, way: String)] = [
        ("contact set", "e on the contact"), ("contact new", "+ at the customer"),
        ("account set", "e on the customer"), ("entitlement new", "+ under its Contracts"),
        ("entitlement check", "g e"), ("partner set", "e on the partner"), ("partner appoint", "+ under Partners"),
        ("renewal assign", "a on the membership"), ("renewal notify", "a on the membership"),
        ("notice set", "e on the notice"), ("license return", "a on the licence"), ("license set", "e on the licence"),
        ("environment set", "e on the environment"), ("consent accept", "+ at the customer"),
        ("asset new", "+ at the customer"), ("close", "x"), ("contract set", "a, Renew, on the contract"),
        ("KIND set", "e on the record"), ("agent list", "g d"),
        ("agent set", ":agent set"), ("agent new", "+ in g d"), ("log", ":log"),
    ]

    /// Whole phrases, and what is said on screens.
    static let phrases: [(said: String, way: String)] = [
        ("See them with account list.", "See them in g c."), ("See them with contact list.", "See them in g c."),
        ("See them with agent list.", "See them in g d."), ("Use: caseload attach ID FILE.", "Use + under Files."),
        ("See the items with show.", "See them under Actions."), ("See the journal with log.", "See :log."),
        ("See: caseload policy ", "See :policy "), ("Name it: deny ID --ground WORD.", "Name it (D)."),
    ]

    /// What stands for a command in brackets; nil for any other words.
    static func way(_ words: Substring) -> String? {
        guard let found = ways.first(where: { words.hasPrefix($0.command) }) else { return nil }
        let rest = words.dropFirst(found.command.count)
        guard let next = rest.first else { return found.way }
        guard next == " " || next == "," || next == ":" else { return nil }
        let object = rest.split(separator: " ").first.map(String.init) ?? ""
        let isPerson = ContactID(text: object) != nil || AccountID(text: object) != nil
        let isNumbered = isPerson || RecordID(text: object) != nil
        // The record is not always at the cursor: the `:` line leads to it from everywhere.
        if isNumbered, ["KIND set", "contract set"].contains(found.command),
            let place = found.way.firstRange(of: " on the ")
        {
            let keys = found.way[..<place.lowerBound]
            return ":\(object), then \(keys.last == "," ? keys.dropLast() : keys)"
        }
        // The `:` line takes the whole of it; of what a key opens only whose it is and what is to be filled in are told.
        if found.way.hasPrefix(":") || next == "," { return found.way + rest }
        guard isNumbered, let place = found.way.firstRange(of: " on the ") else { return found.way }
        return found.way[..<place.lowerBound] + " on \(object)"
    }

    /// The text with `:name` for `caseload name`, where the `:` line knows it.
    static func lines(_ text: String) -> String {
        guard text.contains(shell) else { return text }
        let parts = text.split(separator: shell, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { said, part in
            let name = part.prefix { $0.isLetter || $0 == "-" }
            let command = Command(name: name)
            // What can be done with a record is listed on it.
            if command?.recordKind != nil, part.dropFirst(name.count).hasPrefix(help) {
                return said + "a on the record" + part.dropFirst(name.count + help.count)
            }
            return said + (command.map { $0.runsAsInShell || $0.changesCases } == true ? ":" : shell) + part
        }
    }
}
