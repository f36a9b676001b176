import CaseExchange
import CaseModel

extension Shell {
    /// What became of one edit, for scripts.
    func outcomeJSON(_ outcome: EditOutcome) -> JSON {
        switch outcome {
        case .done(let id, let version, let events, let merged):
            object(
                id, doneWord, version: version,
                [.init("merged", .bool(merged)), .init("events", .array(events.map { CaseJSON.object($0) }))])
        case .unchanged(let id): object(id, "unchanged")
        case .refused(let id, let refusal):
            object(
                id, "refused", [.init("rule", .string(refusal.rule)), .init("message", .string(refusal.description))])
        case .notFound(let id): object(id, "notFound")
        case .conflict(let conflict):
            object(
                conflict.caseID, "conflict", version: conflict.current,
                [
                    .init("base", .number(Int64(conflict.base))),
                    .init("fields", .array(conflict.fields.map(collision))),
                ])
        }
    }

    /// What undo or redo wrote to a record.
    func outcomeJSON(_ event: RecordEvent) -> JSON { object(event.record, doneWord, version: event.seq) }

    /// A reference that names no case, or several.
    func outcomeJSON(_ reference: String, _ failure: Failure) -> JSON {
        .object([
            .init("id", .null), .init("reference", .string(reference)),
            .init("outcome", .string(failure.code == .notFound ? "notFound" : "ambiguous")),
            .init("message", .string(failure.message)),
        ])
    }

    private func object(
        _ id: some CustomStringConvertible, _ word: String, version: Int? = nil, _ more: [JSON.Field] = []
    ) -> JSON {
        let version: JSON = version.map { .number(Int64($0)) } ?? .null
        return .object(
            [.init("id", JSON(describing: id)), .init("outcome", .string(word)), .init("version", version)] + more)
    }

    private func collision(_ field: Conflict.Collision) -> JSON {
        .object([
            .init("field", .string(field.field.name)), .init("yours", JSON(field.mine)),
            .init("theirs", JSON(field.theirs)), .init("by", .string(field.by)),
            .init("at", JSON(describing: field.at)),
        ])
    }
}
