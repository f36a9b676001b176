import CaseModel
import TerminalUI

extension String {
    /// The text with its days in words, and with the instants that stand in it by themselves as the screen tells them;
    /// signs that end a sentence may follow them.
    func tellingTimes(_ told: (Timestamp) -> String) -> String {
        // Most texts have none, and an instant is data: it ends in Z.
        guard utf8.count < 2000, utf8.contains(UInt8(ascii: "Z")) else { return withDays }
        return split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let ending = word.unicodeScalars.reversed().prefix { ".,;:)".unicodeScalars.contains($0) }.count
            let instant = Timestamp(iso: String(word.unicodeScalars.dropLast(ending)))
            return instant.map { told($0) + String(word.unicodeScalars.suffix(ending)) } ?? String(word)
        }
        .joined(separator: " ").withDays
    }
}

extension ListingLook {
    /// Why not, what helps, and where that is from.
    func whyNot(_ reason: CoverReason) -> String {
        "\(reason.said) \(reason.help) \(policy.credit(reason.source))"
    }
}

extension ConsoleState {
    /// What a command said it did, as the screen tells it: without a version, its days and times in words.
    func told(_ line: String) -> String { tellingTimes(line.withoutVersion) }

    /// A text of the store with its days and instants as the screen tells them.
    func tellingTimes(_ text: String) -> String {
        guard let look = ListingLook(self) else { return text.withDays }
        return text.tellingTimes { look.time($0) }
    }
}

extension TimelineLook {
    /// A sentence of the rules with its days and times as the case tells them.
    func days(in text: String) -> String { text.tellingTimes { words($0) } }
}
