import CaseModel
import TerminalUI

extension ConsoleState {
    /// What a customer can be asked for, in the policy's words.
    func itemKindPicker(_ call: CommandCall, _ targets: Targets) -> Picker {
        let file = item(of: targets)
        let lines = (session?.policies.inForce.duties.items ?? []).map { kind in
            // What is no activity that the policy tells is whatever the person writes, and so is never searched away.
            let isOwn = kind.activity == nil
            var line = line(
                call.with(.item, kind.code), kind.name,
                kind.result.map { "tells \($0)" } ?? (isOwn ? "in your own words" : ""),
                .ask(kind: kind.code, text: "…", due: nil), file)
            line.stays = isOwn
            return line
        }
        return Picker("Ask the customer of \(targets.words) for", lines, targets: targets)
    }

    /// The grounds on which the policy lets support be denied.
    func groundPicker(_ call: CommandCall, _ targets: Targets) -> Picker {
        let file = item(of: targets)
        let grounds = session?.policies.inForce.duties.grounds.filter { $0.effect == .deny } ?? []
        let lines = grounds.enumerated().map { index, ground in
            line(
                call.with(.ground, ground.code), ground.name.sentence.withoutStop, "",
                .deny(ground: ground.code, person: nil, text: "…"), file, key: digit(index + 1))
        }
        return Picker("Deny support for \(targets.words) because", lines, targets: targets, kind: .short)
    }

    /// The centres, those that are open now in front.
    func centerPicker(_ call: CommandCall, _ targets: Targets) -> Picker {
        guard let book = session?.policies else { return Picker("Hand over", []) }
        let file = item(of: targets)
        let states = book.inForce.centers(at: now, zones: book.zones)
        let next = FollowTheSun(states).next?.center.code
        let lines = (states.filter(\.isOpen) + states.filter { !$0.isOpen }).map { state in
            let turn = state.center.code == next ? "opens next, " : ""
            let has = file?.item.center == state.center.code ? "has it now, " : ""
            let hours: String
            if state.isOpen {
                hours = state.closes.map { "open until \(words(at: $0))" } ?? "open"
            } else {
                hours = state.opens.map { "closed until \(words(at: $0))" } ?? "closed"
            }
            return line(
                call.with(.to, state.center.code), state.center.name, has + turn + hours,
                .handOver(center: state.center.code, text: "…"), file)
        }
        return Picker("Hand \(targets.words) over to", lines, targets: targets)
    }

    /// Until when a case is out of sight, with the time that each choice means.
    func snoozePicker(_ call: CommandCall, _ targets: Targets) -> Picker {
        let file = item(of: targets)
        let choices: [(label: String, words: String, key: Unicode.Scalar)] = [
            ("For an hour", "1h", "1"), ("For four hours", "4h", "4"), ("Until tomorrow", "tomorrow", "t"),
            ("Until Monday", "monday", "m"),
        ]
        let zone = desk.directory.zone
        var lines = choices.compactMap { choice in
            Timestamp(words: choice.words, at: now, in: zone).map { until in
                line(
                    call.with(.until, until.description), choice.label, words(at: until), .snooze(until), file,
                    key: choice.key)
            }
        }
        // A time of one's own is asked for in a line.
        lines.append(Picker.Line(call: call.with(.until, ""), label: "Until another time", detail: "…", key: "o"))
        if let until = file?.item.snoozedUntil, until > now {
            lines.append(
                Picker.Line(
                    call: call.with(.until, "none"), label: "Bring it back now", detail: "until \(words(at: until))",
                    key: "b"))
        }
        return Picker("Put \(targets.words) off", lines, targets: targets, kind: .short)
    }

    /// What became of an action item.
    func itemPicker(_ item: ActionItem, _ file: CaseFile) -> Picker {
        let kind = session?.policies.inForce.duties.items.first { $0.code == item.kind }
        let isProposal = kind?.isProposal ?? false
        var states: [(ItemState, String, Unicode.Scalar)] = [
            (.done, "Done: the customer did it", "d"), (.declined, "Declined: not done, or of no help", "x"),
        ]
        if isProposal { states.append((.accepted, "Accepted: this is the solution", "a")) }
        let lines = states.map { state, label, key in
            line(
                CommandCall(.item, [item.id.description, state.rawValue]), label, "",
                .settle(item.id, state, text: "…"), file, key: key)
        }
        let targets = Targets.these([.init(id: file.item.id, base: version(of: file.item.id))])
        return Picker("\(kind?.name ?? item.kind), \(item.id)", lines, targets: targets, kind: .short)
    }

    /// An instant as a choice tells it, in the display zone: `17:00`, `Tue 10 Mar 09:00`.
    func words(at instant: Timestamp) -> String {
        TimelineLook(width: size.columns, now: now, zone: desk.directory.zone, glyphs: desk.glyphs).shortWords(instant)
    }

    private func digit(_ number: Int) -> Unicode.Scalar? { number < 10 ? String(number).unicodeScalars.first : nil }
}

extension CommandCall {
    /// The same with one more option.
    func with(_ option: CallOption, _ value: String) -> CommandCall {
        var copy = self
        copy.options[option] = value
        return copy
    }
}
