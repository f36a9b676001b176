import CaseModel
import SettingsText

/// How a console calls people, and whom else; the `[alerts]` of the settings.
struct AlertSettings: Equatable, Sendable {
    /// Whether the bell rings.
    var bell = Decided(false)
    /// Whether the window's title tells how many there are.
    var title = Decided(false)
    /// How long before a promise is due that is told, in seconds; nil never.
    var due = Decided<Int64?>(15 * 60)
    /// The program that is run once for each alert, with its words; empty for none.
    var command = Decided<[String]>([])

    static let known = ["bell", "title", "due", "command"]

    /// Takes an entry in; what is wrong with it, in words.
    mutating func set(_ entry: SettingsEntry, by layer: Layer) -> String? {
        switch entry.key {
        case "bell", "title":
            guard let isWanted = ["yes": true, "no": false][entry.value] else { return "\(entry.key) is yes or no." }
            if entry.key == "bell" { bell = Decided(isWanted, by: layer) } else { title = Decided(isWanted, by: layer) }
        case "due":
            let seconds = Span.parse(entry.value)
            guard seconds != nil || entry.value == "never" else { return "due is a length such as 15m, or never." }
            due = Decided(seconds, by: layer)
        case "command": command = Decided(ProcessWords.split(entry.value), by: layer)
        default: break
        }
        return nil
    }
}
