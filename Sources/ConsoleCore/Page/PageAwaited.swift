import CaseModel
import TerminalUI

/// What a case waits for, from whom and since when.
struct PageAwaited {
    /// What its status needed and was given, in words, in the policy's order; empty where nothing was.
    let what: String
    /// Whether that begins with the day until which it waits.
    private let isUntilDay: Bool
    /// Who is awaited; nil where that is nobody, or one who is named by what was given.
    let who: String?
    /// Since when; nil where the history does not tell.
    let since: Timestamp?
    /// Whether somebody is to say whether it is solved.
    private let isOffered: Bool

    /// What a case waits for; nil for one that waits for nothing and nobody.
    init?(_ file: CaseFile) {
        let (item, words) = (file.item, file.names.known)
        guard item.status.isWaiting else { return nil }
        let given = item.status.needs.compactMap { need in item.given[need].map { (need, $0) } }
        let told = given.map { need, value in
            if let day = PageAwaited.day(need, value) { return "until \(day.inWords)" }
            let value = words.item(value) ?? value
            // Where one thing is wanted, it speaks for itself.
            return item.status.needs.count == 1 ? value : "\(need.withoutHyphens) \(value)"
        }
        what = told.joined(separator: ", ")
        isUntilDay = given.first.flatMap(PageAwaited.day) != nil
        isOffered = item.status.role == .offered
        let isNamed = item.status.isOnHold || item.status.needs.count > 1
        who = isNamed ? nil : file.contact?.name ?? item.contact.flatMap { file.names.contacts[$0] } ?? "the customer"
        since = file.statusSince
        guard !what.isEmpty || who != nil else { return nil }
    }

    /// The day that a need is given by; nil for words, whatever they look like.
    private static func day(_ need: String, _ value: String) -> CivilDay? {
        Status.isDay(need) ? CivilDay(iso: value) : nil
    }

    /// What and from whom, the first cut to what has room.
    private func words(_ cut: (Shown, _ besides: Int) -> Shown) -> StyledLine {
        let before: Shown = isUntilDay ? "" : "for "
        let name = who.map { Shown($0, upTo: 60) } ?? ""
        var line = StyledLine(before)
        guard !what.isEmpty else {
            line.add(name)
            if isOffered { line.add(" to say whether it is solved") }
            return line
        }
        let behind: Shown = who == nil ? "" : isOffered ? "; is it solved, \(name)?" : " from \(name)"
        line.add(cut(Shown(what, upTo: 300), before.width + behind.width), .warn)
        line.add(behind)
        return line
    }

    /// Since when, and how long that is.
    private func start(_ look: TimelineLook) -> Shown {
        guard let since else { return "" }
        return Shown("since \(look.shortWords(since)), \(Span.long(look.now - since))")
    }

    /// One line under its label, as those of cover and clock; only what was given is cut.
    func line(_ look: TimelineLook) -> StyledLine {
        var line = StyledLine(Shown("Waits").padded(to: 7), .dim)
        var end = StyledLine()
        if since != nil {
            end.add(" " + look.glyphs.shown(.dot) + " ", .dim)
            end.add(start(look))
        }
        let room = look.width - line.width - end.width
        line.add(words { $0.truncated(to: max(12, room - $1), ellipsis: look.glyphs[.ellipsis]) })
        // How long it is follows from since when, which has room more often.
        let short = since.map { " " + look.glyphs.shown(.dot) + Shown(" since \(look.shortWords($0))") } ?? ""
        if line.width + end.width <= look.width {
            line.add(end)
        } else if line.width + short.width <= look.width {
            line.add(short)
        }
        return line
    }

    /// The same above what was asked for, whole on as many lines as it needs.
    func lines(_ look: TimelineLook) -> [StyledLine] {
        var line = StyledLine("Waits ", .text, [.bold])
        line.add(words { what, _ in what })
        if since != nil { line.add(", " + start(look)) }
        return line.wrapped(to: min(90, look.width), indent: 4)
    }
}
