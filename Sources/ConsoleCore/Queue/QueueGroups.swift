import CaseModel
import TerminalUI

extension SortKey.Field {
    /// The fields by which a queue can be grouped: those of which many cases have the same.
    static let grouping: [Self] = [.severity, .status, .account, .contact, .queue, .owner]
}

extension ConsoleState {
    /// Groups the queue by a field, as long as the console runs; `none` no longer.
    mutating func group(_ name: String?) -> [Effect] {
        guard let name else {
            overlays.append(.picker(groupPicker()))
            return []
        }
        let field = SortKey.Field(rawValue: name)
        guard name == "none" || field.map(SortKey.Field.grouping.contains) ?? false else {
            let known = SortKey.Field.grouping.map(\.rawValue).joined(separator: ", ")
            notice = Notice("Queues are grouped by \(known), or none.", .refused)
            return []
        }
        guard queue.group != field else { return [] }
        queue.tabs.groups[queue.tabs.queue.name] = field
        return askQueue()
    }

    /// The fields of groups.
    private func groupPicker() -> Picker {
        let current = queue.group?.rawValue ?? "none"
        let names = SortKey.Field.grouping.map(\.rawValue) + ["none"]
        let lines = names.map { name in
            Picker.Line(call: CommandCall(.group, [name]), label: name, detail: name == current ? "in use" : "")
        }
        var picker = Picker("Groups of \(queue.tabs.queue.name)", lines)
        if let index = names.firstIndex(of: current) { picker.menu.select(index) }
        return picker
    }
}
