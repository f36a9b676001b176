import CaseModel
import TerminalUI

extension String {
    /// The text with the days and instants that stand in it as words of their own told as the screen tells them; signs
    /// that end a sentence may follow them.
    func tellingDays(_ day: (CivilDay) -> String, _ instant: (Timestamp) -> String) -> String {
        // Most texts have none: a day begins with the digits of its year.
        guard utf8.count < 2000, unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return self }
        return split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let ending = word.unicodeScalars.reversed().prefix { ".,;:)".unicodeScalars.contains($0) }.count
            let bare = String(word.unicodeScalars.dropLast(ending))
            let told = CivilDay(iso: bare).map(day) ?? Timestamp(iso: bare).map(instant)
            return told.map { $0 + String(word.unicodeScalars.suffix(ending)) } ?? String(word)
        }
        .joined(separator: " ")
    }
}

extension ListingLook {
    /// A sentence of the rules with its days as lists tell them: `ended on 1 Nov 2026`.
    func days(in text: String) -> String { text.tellingDays({ self.text($0).text }, { self.text($0) }) }

    /// Why not, what helps, and where that is from.
    func whyNot(_ reason: CoverReason) -> String {
        days(in: "\(reason.message) \(reason.remedy) \(policy.credit(reason.source))")
    }
}

extension ConsoleState {
    /// What a command said it did, as the screen tells it: without a version, its days in words.
    func told(_ line: String) -> String {
        let line = line.withoutVersion
        return ListingLook(self)?.days(in: line) ?? line
    }
}

extension TimelineLook {
    /// A sentence of the rules with its days as the case tells them.
    func days(in text: String) -> String { text.tellingDays({ words($0) }, { words($0) }) }
}
