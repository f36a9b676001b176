import CaseModel

// What proofs of records say often.

extension CaseStage {
    /// The day of the stage.
    static let day = "2026-03-09"

    /// Adds a record of the customer.
    @discardableResult
    func add(_ kind: RecordKind, doing act: RecordAct? = nil, _ values: [String: String?]) async throws -> Record {
        let all: [String: String?] = [RecordKind.account: account.id.description]
        return try await keep(RecordEdit(adding: kind, doing: act, all.merging(values) { $1 }))
    }

    /// Does something to a record.
    @discardableResult
    func act(on record: Record, _ act: RecordAct, _ values: [String: String?] = [:]) async throws -> Record {
        try await keep(RecordEdit(record.id, doing: act, values, text: "By telephone."))
    }

    /// Requires that a rule stands against an edit.
    func prove(_ rule: String, against edit: RecordEdit, _ otherwise: String) async throws {
        do {
            _ = try await keep(edit)
        } catch StoreError.refused(let refusal) where refusal.rule == rule {
            return
        }
        throw Unproved(otherwise)
    }
}

/// A day that a proof names.
func day(_ text: String) throws -> CivilDay { try proved(CivilDay(iso: text), "day \(text)") }
