import CaseModel
import ConsoleCore
import TerminalUI

/// A case as text for reading in the shell: what it is, who is in it, what happened.
struct CaseText {
    private let file: CaseFile
    private let cover: String?
    private let zone: Zone
    private let now: Timestamp
    private let width: Int

    /// A case to be read in lines of a width in cells.
    ///
    /// - Parameter cover: whether its customer is covered, in words.
    init(_ file: CaseFile, cover: String?, zone: Zone, now: Timestamp, width: Int) {
        self.file = file
        self.cover = cover
        self.zone = zone
        self.now = now
        self.width = max(40, width)
    }

    /// All lines, filtered.
    var lines: [Shown] {
        head + fields + description + items + timeline
    }

    private var head: [Shown] {
        let item = file.item
        let title: Shown = "\(item.id.description)  \(Shown(detail: item.subject))"
        let state: Shown = "severity \(item.severity.code) · \(item.status.words) · version \(item.version)"
        return title.wrapped(to: width) + [state]
    }

    private var fields: [Shown] {
        let item = file.item
        var rows: [(Shown, String?)] = [
            ("Account", item.account.flatMap { file.names.accounts[$0] }),
            ("Contact", file.contact.map { $0.name } ?? item.contact.flatMap { file.names.contacts[$0] }),
            ("Partner", item.partner.flatMap { file.names.accounts[$0] }),
            ("Owner", item.owner.flatMap { file.names.agents[$0] } ?? "nobody"),
            ("Queue", item.queue.flatMap { file.names.queues[$0] }),
            ("Product", item.product), ("Plan", item.plan), ("Entitlement", item.entitlement?.description),
            ("Covered", cover),
            ("Region", item.region), ("Centre", item.center), ("Language", item.language), ("Type", item.type.code),
            ("Channel", item.channel?.code),
            ("Opened", time(item.openedAt)), ("First response", item.firstResponseAt.map(time)),
            ("Answer due", due(item.response)),
            ("Follow-up due", due(item.followUp)),
            ("Updated", time(item.updatedAt)), ("Closed", item.closedAt.map(time)),
            ("Reason", item.closureReason?.words), ("Duplicate of", item.duplicateOf?.description),
            ("Snoozed until", item.snoozedUntil.map(time)),
            ("Open points", item.flags.isEmpty ? nil : item.flags.joined(separator: " ")),
            (
                "Given",
                item.given.isEmpty
                    ? nil
                    : item.given.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
            ),
            ("Tags", item.tags.isEmpty ? nil : item.tags.joined(separator: " ")),
            ("External", item.externalID),
        ]
        if item.requestedSeverity != item.severity { rows.append(("Asked severity", item.requestedSeverity.code)) }
        let extra = item.extra.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        rows += extra.map { (Shown(detail: $0.key).truncated(to: 30), $0.value) }
        return rows.flatMap { title, value in value.map { row(title, $0) } ?? [] }
    }

    /// When an answer is due and how the clock stands, in words; nil where there is none.
    private func due(_ face: ClockFace) -> String? {
        guard let phase = face.phase(at: now).orNil else { return nil }
        let target = face.target.map { " (\($0))" } ?? ""
        return "\(face.due.map(time) ?? "-"), \(phase.rawValue)\(target)"
    }

    private func row(_ title: Shown, _ value: String) -> [Shown] {
        let indent = max(16, title.width + 2)
        let parts = Shown.lines(value, upTo: 20).flatMap { $0.wrapped(to: width - indent) }
        return parts.enumerated().map { index, part in
            index == 0 ? title.padded(to: indent) + part : .blanks(indent) + part
        }
    }

    private var description: [Shown] {
        guard !file.item.description.isEmpty else { return [] }
        return ["", "Description"] + body(file.item.description)
    }

    private var items: [Shown] {
        guard !file.items.isEmpty else { return [] }
        return ["", "Action items"]
            + file.items.flatMap { item in
                let due: Shown = item.dueAt.map { "due \(time($0))" } ?? "no due time"
                let head: Shown =
                    "  \(item.id.description)  \(item.state.rawValue)  \(Shown(detail: item.kind))  \(due)"
                return [head] + body(item.text, indent: 4)
            }
    }

    private var timeline: [Shown] {
        let takenBack = file.takenBack
        let count = file.events.count
        return ["", "Timeline, newest first, \(count) \(count == 1 ? "entry" : "entries")"]
            + file.events.reversed().flatMap { entry($0, takenBack.contains($0.seq)) }
    }

    private func entry(_ event: CaseEvent, _ isTakenBack: Bool) -> [Shown] {
        var kind = Shown(event.action.timelineWords)
        // What an agent wrote here; what a customer wrote was received.
        if event.action == .replied, event.actor.agent != nil { kind += ", recorded, not sent" }
        var head: Shown = "\(event.seq)  \(time(event.at))  \(Shown(detail: event.actor.name))  \(kind)"
        if let target = event.refersTo, let old = file.events.first(where: { $0.seq == target }) {
            head += " what \(Shown(detail: old.actor.name)) did \(time(old.at)) (entry \(target))"
        }
        if isTakenBack { head += "  [taken back]" }
        if let real = event.recordedAt { head += "  [clock set by hand, written \(time(real))]" }
        let changes = event.changes.flatMap(change)
        return head.wrapped(to: width) + changes + body(event.text ?? "", indent: 4)
    }

    private func change(_ change: FieldChange) -> [Shown] {
        func words(_ value: String?) -> Shown {
            guard let value else { return "none" }
            if let instant = Timestamp(iso: value) { return Shown(time(instant)) }
            return Shown(detail: file.names.words(value, of: change.field))
        }
        let name = Shown(detail: change.field.label)
        let line: Shown =
            change.old == nil
            ? "\(name): \(words(change.new))" : "\(name): \(words(change.old)) → \(words(change.new))"
        return line.wrapped(to: width - 4, upTo: 20).map { .blanks(4) + $0 }
    }

    private func body(_ text: String, indent: Int = 2) -> [Shown] {
        Shown.lines(text).flatMap { $0.wrapped(to: width - indent) }.map { .blanks(indent) + $0 }
    }

    private func time(_ instant: Timestamp) -> String {
        let local = zone.local(instant)
        return "\(local.day) \(local.clockText)"
    }
}
