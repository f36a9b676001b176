// A case is the sum of its events; these are the additions.

extension Case {
    /// Adds one event: its changes, its time unless a later one is known, its place as the new version.
    ///
    /// A row of another system may be older than what was done here, and yet come after it.
    public mutating func apply(_ event: CaseEvent) throws(ValueProblem) {
        for change in event.changes { try set(change.field, to: change.new) }
        updatedAt = max(updatedAt, event.at)
        version = event.seq
    }

    /// A case as its events tell it; nil when there are none or a value in them fits no field.
    public init?(id: CaseID, events: [CaseEvent], words: Vocabulary) {
        guard let first = events.first else { return nil }
        self.init(id: id, subject: "", openedAt: first.at, words: words)
        do throws(ValueProblem) {
            for event in events { try apply(event) }
        } catch {
            return nil
        }
    }
}

extension CaseState {
    /// The fields of which an event says that they had another value before it than the case had.
    ///
    /// The first event tells all that a case starts with, and so nothing of before. What a load left alone because a
    /// person had changed it stands in no event.
    public func fields(misquotedBy event: CaseEvent) -> [CaseField] {
        let changes = event.changes.filter { change in
            if item.version == 0 { return change.old != nil }
            return change.old != value(of: change.field) && normal(change) != value(of: change.field)
        }
        return changes.map(\.field)
    }

    /// The value before a change as the case itself writes it: a source may write a number or a list otherwise.
    private func normal(_ change: FieldChange) -> String? {
        var scratch = item
        do throws(ValueProblem) { try scratch.set(change.field, to: change.old) } catch { return change.old }
        return change.field.isItem ? change.old : scratch.value(of: change.field)
    }
}

extension ActionItem {
    /// The action items that events of a case tell of, oldest first.
    ///
    /// - Parameter known: the items as they stood before these events.
    public static func items(of events: [CaseEvent], after known: [ActionItem] = []) -> [ActionItem] {
        guard events.contains(where: { $0.changes.contains { $0.field.isItem } }) else { return known }
        var result = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for event in events {
            for change in event.changes {
                guard case .item(let id) = change.field else { continue }
                guard let new = change.new else {
                    result[id] = nil
                    continue
                }
                let parts = new.split(separator: " ").map(String.init)
                guard parts.count == 3, let state = ItemState(rawValue: parts[0]) else { continue }
                let asked = result[id]
                result[id] = ActionItem(
                    id: id, kind: parts[1], text: asked?.text ?? event.text ?? "", askedAt: asked?.askedAt ?? event.at,
                    dueAt: Timestamp(iso: parts[2]), state: state, settledAt: state == .open ? nil : event.at)
            }
        }
        return result.values.sorted { $0.id < $1.id }
    }
}

extension CaseField {
    /// Whether it is the state of an action item.
    var isItem: Bool {
        if case .item = self { true } else { false }
    }
}
