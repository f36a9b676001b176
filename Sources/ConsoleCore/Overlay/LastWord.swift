import CaseModel
import TerminalUI

/// What the customer said last, above a text that is being written: the frame covers the case.
struct LastWord: Equatable, Sendable {
    /// When and who: `13:55 M. Okafor: `.
    private let head: String
    /// What was said, as far as a frame has room for it.
    private let text: String

    /// As many lines of it are seen.
    private static let most = 3
    /// From so many rows of the body on there is room for it: those of a screen of 24.
    private static let tall = 19

    /// - Parameter time: an instant as the person reads it.
    init?(_ file: CaseFile, _ time: (Timestamp) -> String) {
        let name = file.contact?.name ?? file.item.contact.flatMap { file.names.contacts[$0] }
        let takenBack = file.takenBack
        // Histories of other systems tell people by name alone.
        let event = file.events.last { event in
            let isCustomer = event.actor.agent == nil && event.actor.name == name
            let isSaid = event.action == .heard || event.action == .replied && isCustomer
            return isSaid && !takenBack.contains(event.seq)
        }
        // Before anything else was said it is what the case was logged with.
        let said = event?.text ?? file.item.description
        guard !Words.isBlank(said) else { return nil }
        // Whom the case names now need not be who spoke then; what an agent wrote at the beginning is the agent's.
        let speaker = event ?? file.events.first
        let isPerson = speaker.map { $0.actor.agent == nil } ?? false
        let who = isPerson ? speaker?.actor.name : event != nil ? name : speaker.map { "logged by \($0.actor.name)" }
        head = "\(time(event?.at ?? file.item.openedAt)) \(who ?? "customer"): "
        text = said.unicodeScalarsUpTo(1000).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The lines; none where the screen is too low.
    func lines(_ width: Int, in body: Area, _ glyphs: GlyphSet) -> [StyledLine] {
        guard body.height >= LastWord.tall else { return [] }
        var rows = Shown(head + text, upTo: 1200).wrapped(to: width, upTo: LastWord.most + 1)
        if rows.count > LastWord.most {
            rows.removeLast()
            rows[LastWord.most - 1] = (rows[LastWord.most - 1] + glyphs.shown(.ellipsis))
                .truncated(to: width, ellipsis: glyphs[.ellipsis])
        }
        return rows.map { StyledLine($0, .dim) }
    }
}
