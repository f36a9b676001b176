import CaseModel
import TerminalUI

/// One event as people read it: who did what, and the text or the changes.
struct TimelineEntry {
    /// Who and what: `ada, reply`.
    var who: StyledLine
    /// The text, as written; nil when there is none.
    var text: String?
    /// The changes of fields: `severity 2 to 3`.
    var changes: String?
    /// It was taken back later.
    var isTakenBack: Bool
    /// It takes another one back, or puts it back.
    private var isTurn = false

    init(_ event: CaseEvent, _ file: CaseFile, _ look: TimelineLook, isTakenBack: Bool) {
        self.isTakenBack = isTakenBack
        text = event.text
        let name = Shown(event.actor.name, upTo: 40)
        who = StyledLine()
        switch event.action {
        case .noted:
            who.add("note " + look.glyphs.shown(.dot) + " INTERNAL", .internalNote, [.bold])
            who.add("  " + name)
        case .replied:
            who.add("reply " + look.glyphs.shown(.dot) + " PUBLIC", .publicReply, [.bold])
            who.add("  " + name)
        default: who.add(name + Shown(", \(event.action.words)"))
        }
        if event.refersTo != nil { who = who.inRole(.dim) }
        if isTakenBack { who = StyledLine(Shown("taken back: \(event.action.words), ") + name, .takenBack) }
        var told = event.changes
        // Where it went goes before why: a short timeline has one line of it.
        if event.action == .handedOver, let place = told.firstIndex(where: { $0.field == .center }) {
            let center = told.remove(at: place)
            let words = center.new.map { file.names.words($0, of: .center) } ?? "no centre"
            text = "to \(words)" + (text.map { ": \($0)" } ?? "")
        }
        let parts = told.compactMap { TimelineEntry.words(for: $0, of: event, file.names, look) }
        changes = parts.isEmpty ? nil : parts.joined(separator: " \(look.glyphs == .ascii ? "." : "·") ")
        if event.recordedAt != nil { changes = (changes.map { $0 + " " } ?? "") + "(clock set by hand)" }
        if let target = event.refersTo, let old = file.events.first(where: { $0.seq == target }) {
            changes = "the \(old.action.noun) of \(look.words(old.at))" + (changes.map { ": " + $0 } ?? "")
            isTurn = true
        }
    }

    /// Time alone brought the case back.
    init(_ back: CaseReturn) {
        isTakenBack = false
        who = StyledLine("came back", .dim)
        changes = "no longer put off, as \(back.event.actor.name) wanted it"
    }

    /// The lines of the event.
    func lines(time: Shown, _ look: TimelineLook, limit: Int) -> [StyledLine] {
        // One line more than fits tells whether something is left out.
        let limit = look.isShort ? max(2, limit) : limit
        var body: [StyledLine] = []
        let role: Role = isTakenBack ? .takenBack : .text
        if let text {
            // Only as much of the text is looked at as can be seen.
            let visible = text.unicodeScalarsUpTo(min(limit, Timeline.longestEntry) * look.textWidth * 4)
            for paragraph in Shown.lines(visible, upTo: limit) where body.count < limit {
                body += paragraph.wrapped(to: look.textWidth, upTo: limit - body.count).map { StyledLine($0, role) }
            }
        }
        if let changes, body.count < limit {
            let rows = Shown(changes, upTo: 4000).wrapped(to: look.textWidth, upTo: limit - body.count)
            body += rows.map { StyledLine($0, isTakenBack ? .takenBack : text == nil && !isTurn ? .text : .dim) }
        }
        if look.isShort, body.count > 1 {
            body = [body[0]]
            body[0].add(look.glyphs.shown(.ellipsis), role)
        }
        var head = StyledLine(time, .dim)
        head.tab(to: 7)
        guard look.isWide else {
            for span in who.spans { head.add(span.text, span.role, span.emphasis) }
            return [head] + body.map { indented($0, look) }
        }
        var room = look.textColumn - 7 - 2
        for span in who.spans where room > 0 {
            let cut = span.text.truncated(to: room, ellipsis: look.glyphs[.ellipsis])
            head.add(cut, span.role, span.emphasis)
            room -= cut.width
        }
        head.tab(to: look.textColumn)
        if let first = body.first { head.spans += first.spans }
        return [head] + body.dropFirst().map { indented($0, look) }
    }

    private func indented(_ line: StyledLine, _ look: TimelineLook) -> StyledLine {
        var result = StyledLine(.blanks(look.textColumn))
        result.spans += line.spans
        return result
    }

    /// A change in words; nil for one that the event's own words say already.
    private static func words(
        for change: FieldChange, of event: CaseEvent, _ names: Names, _ look: TimelineLook
    ) -> String? {
        if case .item = change.field {
            return change.new.flatMap { $0.split(separator: " ").first.map { "item \($0)" } }
        }
        if event.action == .logged {
            if saidElsewhere.contains(change.field) { return nil }
            if look.isPreview, saidByPreview.contains(change.field) { return nil }
        }
        if change.field == .policy { return nil }
        if change.field == .description { return change.old == nil ? nil : "description" }
        if change.field == .closedAt || change.field == .firstResponseAt, event.action != .imported { return nil }
        if change.old != nil, change.new == nil, event.action == .imported { return nil }
        return words(for: change, names, look)
    }

    /// A field with what it was and what it became: `status New → Open`, `owner ada`.
    static func words(for change: FieldChange, _ names: Names, _ look: TimelineLook) -> String {
        func value(_ text: String) -> String {
            switch change.field {
            case .item: short(words(ofItem: text, names, look), look)
            // What a status was given may be something that the customer was asked for.
            case .given where Timestamp(iso: text) != nil:
                Timestamp(iso: text).map(look.shortWords) ?? text
            case .given: short(names.known.item(text) ?? text, look)
            default: short(names.words(text, of: change.field), look)
            }
        }
        // What is in doubt now says what is not so yet, whatever was before.
        if change.field == .flags {
            return change.new.map { "\(change.field.words): \(value($0))" } ?? "nothing in doubt"
        }
        let (label, new) = (change.field.words, change.new.map(value) ?? "none")
        guard let old = change.old else { return "\(label) \(new)" }
        if change.field == .given(Case.promise), change.new == nil {
            return "promised update of \(value(old)) no longer owed"
        }
        if case .item = change.field, let before = old.split(separator: " ").first {
            // What it is and when it is wanted stands behind how it stands now.
            return "\(label) \(before) \(look.glyphs == .ascii ? "->" : "→") \(new)"
        }
        // Nothing changed but that a person agreed to it.
        if change.field == .severity, change.old == change.new { return "\(label) \(new) agreed" }
        return "\(label) \(value(old)) \(look.glyphs == .ascii ? "->" : "→") \(new)"
    }

    /// What a case began with and its head says.
    private static let saidElsewhere: Set<CaseField> = [.subject, .openedAt, .type, .requestedSeverity, .externalID]
    /// What the head of a preview says besides, or where it changed since, the change.
    private static let saidByPreview: Set<CaseField> = [
        .account, .contact, .plan, .severity, .status, .queue, .owner, .entitlement,
    ]

    /// An action item as a history tells it: `open, Network trace, due 9 Mar 2026 14:05`.
    private static func words(ofItem text: String, _ names: Names, _ look: TimelineLook) -> String {
        let parts = text.split(separator: " ").map(String.init)
        return parts.enumerated().compactMap { place, part in
            if place == 1 { return names.known.item(part) ?? part }
            guard place == 2 else { return part }
            return part == "-" ? nil : "due \(look.days(in: part))"
        }
        .joined(separator: ", ")
    }

    private static func short(_ value: String, _ look: TimelineLook) -> String {
        // Lengths in bytes are known without looking; a value may be a megabyte.
        if value.utf8.count < 40 {
            if value.hasSuffix("Z"), let instant = Timestamp(iso: value) { return look.words(instant) }
            if let day = CivilDay(iso: value) { return look.words(day) }
        }
        return value.utf8.count > 400 ? String(value.unicodeScalars.prefix(200)) + "…" : value
    }
}

extension EventAction {
    /// What was done, to stand behind a name: `ada, took it`.
    var words: String {
        switch self {
        case .logged: "logged it"
        case .imported: "imported"
        case .changed: "changed"
        case .taken: "took it"
        case .assigned: "assigned it"
        case .released: "released it"
        case .moved: "moved it"
        case .noted: "internal note"
        case .replied: "public reply"
        case .heard: "customer's word"
        case .reminded: "notice to the customer"
        case .denied: "denied support"
        case .handedOver: "handed it over"
        case .escalated: "escalated it"
        case .asked: "asked the customer"
        case .settled: "action item"
        case .snoozed: "snoozed it"
        case .closed: "closed it"
        case .reopened: "reopened it"
        case .undone: "took back"
        case .redone: "did again"
        }
    }
}

extension EventAction {
    /// What was done, as a thing that can be taken back: `the note of 13:07`.
    var noun: String {
        switch self {
        case .logged: "logging"
        case .imported: "import"
        case .changed: "change"
        case .taken: "take"
        case .assigned: "assignment"
        case .released: "release"
        case .moved: "move"
        case .noted: "note"
        case .replied: "reply"
        case .heard: "customer's word"
        case .reminded: "notice"
        case .denied: "denial"
        case .handedOver: "hand-over"
        case .escalated: "escalation"
        case .asked: "request"
        case .settled: "action item"
        case .snoozed: "snooze"
        case .closed: "closing"
        case .reopened: "reopening"
        case .undone: "undo"
        case .redone: "redo"
        }
    }
}

extension CaseField {
    /// The field's name in words.
    var words: String {
        switch self {
        case .externalID: "external id"
        case .flags: "in doubt"
        case .requestedSeverity: "requested severity"
        case .openedAt: "opened"
        case .firstResponseAt: "first response"
        case .closedAt: "closed"
        case .closureReason: "reason"
        case .duplicateOf: "duplicate of"
        case .snoozedUntil: "snoozed until"
        case .center: "centre"
        case .extra(let name): name
        case .given(let need): need.withoutHyphens
        default: shortName
        }
    }
}
