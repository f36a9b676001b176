public import CaseModel

/// Cases, events and action items as JSON: fixed keys in a fixed order, null for what is absent.
public enum CaseJSON {
    /// One case.
    ///
    /// - Parameter now: the time at which its clocks are looked at.
    public static func object(_ item: Case, names: Names, at now: Timestamp) -> JSON {
        .object(fields(item, names, at: now))
    }

    /// One case with its timeline and action items.
    ///
    /// - Parameters:
    ///   - now: the time at which its clocks are looked at.
    ///   - cover: what covers it.
    ///   - clock: its clock as a worked sum.
    public static func object(
        _ file: CaseFile, at now: Timestamp, cover: JSON = .null, clock: JSON = .null
    ) -> JSON {
        let takenBack = file.takenBack
        let timeline = file.events.map { event in
            JSON.object(fields(event) + [.init("takenBack", .bool(takenBack.contains(event.seq)))])
        }
        return .object(
            fields(file.item, file.names, at: now) + [
                .init("timeline", .array(timeline)), .init("actionItems", .array(file.items.map(object))),
                .init("cover", cover), .init("clock", clock),
            ])
    }

    /// One event by itself: the case's number, then the keys it has in a timeline.
    public static func object(_ event: CaseEvent) -> JSON {
        .object([.init("case", JSON(describing: event.caseID))] + fields(event))
    }

    /// One action item.
    public static func object(_ item: ActionItem) -> JSON {
        .object([
            .init("id", JSON(describing: item.id)), .init("kind", .string(item.kind)),
            .init("text", .string(item.text)), .init("askedAt", JSON(describing: item.askedAt)),
            .init("dueAt", JSON(describing: item.dueAt)), .init("state", .string(item.state.rawValue)),
            .init("settledAt", JSON(describing: item.settledAt)),
        ])
    }

    /// Something with a number and a name, or null.
    public static func named(_ id: (some CustomStringConvertible)?, _ name: String?) -> JSON {
        guard id != nil || name != nil else { return .null }
        return .object([.init("id", JSON(describing: id)), .init("name", JSON(name))])
    }

    private static func fields(_ event: CaseEvent) -> [JSON.Field] {
        let changes = event.changes.map { change in
            JSON.object([
                .init("field", .string(change.field.name)), .init("old", JSON(change.old)),
                .init("new", JSON(change.new)),
            ])
        }
        return [
            .init("seq", .number(Int64(event.seq))), .init("at", JSON(describing: event.at)),
            .init("actor", .string(event.actor.name)), .init("login", .string(event.actor.login)),
            .init("action", .string(event.action.rawValue)), .init("changes", .array(changes)),
            .init("text", JSON(event.text)), .init("recordedAt", JSON(describing: event.recordedAt)),
            .init("refersTo", event.refersTo.map { .number(Int64($0)) } ?? .null),
            .init("remarks", .array(event.remarks.map { .string($0.code) })),
        ]
    }
}
