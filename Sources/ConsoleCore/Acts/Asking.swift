import CaseModel

extension ConsoleState {
    /// Something is missing in a command: a list, a line or a frame asks for it.
    mutating func askFor(_ call: CommandCall, _ targets: Targets) -> [Effect] {
        if call.command == .item {
            notice = Notice("Name the item: item AI-1000001-1 done. Its number stands in the tab Actions.", .info)
            return []
        }
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
                "A \(call.command.entry.title) is for one case; \(grouped(targets.count)) are marked. Esc clears.",
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
        case .note: return open(Composer(.note, targets))
        case .reply: return open(Composer(.reply, targets, addressee: addressee(of: targets)))
        case .escalate: return open(Composer(.escalation, targets))
        default: break
        }
        return []
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
