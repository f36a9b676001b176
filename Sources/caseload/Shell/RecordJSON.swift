import CaseExchange
import CaseModel

extension Shell {
    /// A record with every field of its kind, the missing ones null.
    func recordJSON(_ record: Record, _ names: Names, inactive: Set<ContactID> = []) -> JSON {
        var fields: [JSON.Field] = [.init("id", JSON(describing: record.id)), .init("kind", .string(record.kind.code))]
        fields += RowJSON.fields(record.values, of: record.kind.fields, names)
        if record.kind.end != nil {
            let left = record.end.map { JSON.number($0.daysSince1970 - today.daysSince1970) } ?? .null
            fields.append(.init("daysLeft", left))
        }
        if record.kind == .membership {
            var warning: String?
            if let contact = record.contact("contact") {
                if inactive.contains(contact) { warning = "the Renewal Contact is no longer a contact" }
            } else {
                warning = "no Renewal Contact: notices go nowhere"
            }
            fields.append(.init("warning", JSON(warning)))
        }
        return .object(fields + [.init("version", .number(Int64(record.version)))])
    }

    /// A record with its history.
    func recordJSON(_ file: RecordFile) -> JSON {
        guard case .object(let fields) = recordJSON(file.record, file.names) else { return .null }
        let history = file.events.map { event in
            JSON.object([
                .init("seq", .number(Int64(event.seq))), .init("at", JSON(describing: event.at)),
                .init("recordedAt", JSON(describing: event.recordedAt)), .init("actor", .string(event.actor.name)),
                .init("login", .string(event.actor.login)),
                .init(
                    "changes",
                    .array(
                        event.changes.map { change in
                            .object([
                                .init("field", .string(change.field)), .init("old", JSON(change.old)),
                                .init("new", JSON(change.new)),
                            ])
                        })),
                .init("text", JSON(event.text)),
            ])
        }
        return .object(fields + [.init("history", .array(history))])
    }
}
