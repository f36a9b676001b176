import CaseModel

extension ConsoleState {
    /// Something is missing in a command: a list, a line or a frame asks for it.
    mutating func askFor(_ call: CommandCall, _ targets: Targets) -> [Effect] {
        if call.command == .item { return askOfItem() }
        if call.command == .assign || call.command == .move, !desk.hasNames {
            notice = Notice("Names are still loading; try again in a moment.", .info)
            return []
        }
        guard targets.count > 0 else {
            notice = Notice("No case is under the cursor.", .refused)
            return []
        }
        if call.command.entry.needs.contains(.oneCase), targets.count > 1 {
            notice = Notice(
                "A \(call.command.entry.title) is for one case; \(grouped(targets.count)) are marked. \(key(.back)) clears.",
                .refused)
            return []
        }
        switch call.command {
        case .status: overlays.append(.picker(statusPicker(targets)))
        case .severity: overlays.append(.picker(severityPicker(targets)))
        case .assign: overlays.append(.picker(agentPicker(targets)))
        case .move: overlays.append(.picker(movePicker(targets)))
        case .close: overlays.append(.picker(reasonPicker(targets)))
        case .tags: return open(LineEntry(.tags(before: tags(of: targets)), text: tagText(targets), targets: targets))
        case .subject: return open(LineEntry(.subject, text: subject(of: targets), targets: targets))
        case .snooze where call.options[.until] == nil: overlays.append(.picker(snoozePicker(call, targets)))
        case .snooze: return open(LineEntry(.until(call), targets: targets))
        case .ask where call.options[.item] == nil: overlays.append(.picker(itemKindPicker(call, targets)))
        case .ask where call.options[.due] == nil: return open(LineEntry(.due(call), targets: targets))
        case .deny where call.options[.ground] == nil: overlays.append(.picker(groundPicker(call, targets)))
        case .handOver where call.options[.to] == nil: overlays.append(.picker(centerPicker(call, targets)))
        default:
            guard let kind = Composer.Kind(call.command) else { break }
            var composer = Composer(kind, targets, addressee: addressee(of: targets))
            composer.call = call
            composer.about = about(call)
            composer.heard = item(of: targets).flatMap { LastWord($0) { words(at: $0) } }
            return open(composer)
        }
        return []
    }

    /// The action item under the cursor of the page is settled.
    private mutating func askOfItem() -> [Effect] {
        guard let page, let file = page.file, page.tab == .actions, file.items.indices.contains(page.item) else {
            let open = keyboard.key(for: .open, in: .page)
            notice = Notice("The tab Actions of a case has its items; \(open) there says what became of one.", .info)
            return []
        }
        if let obstacle = standingObstacle(to: .item, targets) {
            notice = Notice(obstacle, .refused)
            return []
        }
        overlays.append(.picker(itemPicker(file.items[page.item], file)))
        return []
    }

    /// What was chosen already of an act whose words are still to be typed, for the frame's title.
    private func about(_ call: CommandCall) -> String? {
        let policy = session?.policies.inForce
        switch call.command {
        case .ask:
            let code = call.options[.item]
            let name = policy?.duties.items.first { $0.code == code }?.name ?? code
            let due = call.options[.due].flatMap { Timestamp(words: $0, at: now, in: desk.directory.zone) }
            return [name, due.map { "due \(words(at: $0))" }].compactMap { $0 }.joined(separator: ", ")
        case .deny:
            let code = call.options[.ground]
            return policy?.duties.grounds.first { $0.code == code }?.name ?? code
        case .handOver: return call.options[.to].map { desk.directory.words.center($0) ?? $0 }
        default: return nil
        }
    }

    /// Where the one case stands, as far as it is at hand.
    func status(of targets: Targets) -> Status? {
        guard let id = targets.only else { return nil }
        return item(of: targets)?.item.status ?? queue.shelf[id]?.status
    }

    private func tags(of targets: Targets) -> [String]? {
        guard let id = targets.only else { return nil }
        // A row is renewed as soon as anything changes; a case in full may lie on the shelf from before.
        let file = page.flatMap { $0.id == id ? $0.file : nil } ?? desk.files[id]
        if let row = queue.shelf[id], row.version >= file?.item.version ?? 0 { return row.tags }
        return file?.item.tags
    }

    private func tagText(_ targets: Targets) -> String {
        guard let tags = tags(of: targets), !tags.isEmpty else { return "" }
        return tags.joined(separator: ", ") + ", "
    }

    private func subject(of targets: Targets) -> String {
        guard let id = targets.first else { return "" }
        if let page, page.id == id, let file = page.file { return file.item.subject }
        return queue.shelf[id]?.subject ?? ""
    }

    private func addressee(of targets: Targets) -> String? {
        guard let id = targets.first else { return nil }
        if let page, page.id == id, let file = page.file { return file.contact?.name }
        return queue.shelf[id]?.contactName
    }
}
