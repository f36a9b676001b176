import CaseModel

extension LedgerAct {
    static let columns = """
        number, id, kind, agent, actor, login, at, recorded_at, words, touched, refers_to, standing
        """

    init(_ row: Row) throws(StoreError) {
        self.init(
            id: OperationID(try row.text(1)), kind: try row.word(2, Kind.init(rawValue:)),
            actor: EventActor(agent: try row.idOrNil(3), name: try row.text(4), login: try row.text(5)),
            at: try row.instant(6), recordedAt: try row.instantOrNil(7), words: try row.text(8),
            touched: try row.word(9, LedgerAct.touched), refersTo: try row.textOrNil(10).map { OperationID($0) },
            standing: try LedgerAct.standing(row))
    }

    private static func standing(_ row: Row) throws(StoreError) -> Standing {
        guard let standing = Standing(rawValue: Int(try row.integer(11))) else { throw row.damage(11) }
        return standing
    }

    /// The stretches as text: `1000001:5-6 1000002:3-3`.
    var touchedText: String {
        touched.map { "\($0.caseID.number):\($0.first)-\($0.last)" }.joined(separator: " ")
    }

    private static func touched(_ text: String) -> [Touched]? {
        var result: [Touched] = []
        for part in text.split(separator: " ") {
            let numbers = part.split { $0 == ":" || $0 == "-" }.compactMap { Int64($0) }
            guard numbers.count == 3 else { return nil }
            result.append(Touched(caseID: CaseID(numbers[0]), first: Int(numbers[1]), last: Int(numbers[2])))
        }
        return result
    }
}

/// An outcome as text, so that an act that is sent twice is answered twice the same; the events stay where they are, and
/// the field of a refusal goes back to whoever typed it, once.
enum OutcomeText {
    static func encode(_ outcome: OperationOutcome) -> String {
        var parts: [String?] = [outcome.subject]
        for edit in outcome.edits {
            switch edit {
            case .done(let id, let version, _, let merged):
                parts += ["done", id.description, String(version), merged ? "merged" : nil]
            case .unchanged(let id): parts += ["unchanged", id.description]
            case .notFound(let id): parts += ["not-found", id.description]
            case .refused(let id, let why): parts += ["refused", id.description, why.rule, why.message, why.remedy]
            case .conflict(let conflict):
                parts += ["conflict", conflict.caseID.description, String(conflict.base), String(conflict.current)]
                parts.append(String(conflict.fields.count))
                for field in conflict.fields {
                    parts += [field.field.name, field.mine, field.theirs, field.by, String(field.at.seconds)]
                }
            }
        }
        return LengthPrefixed.encode(parts)
    }

    /// Reads an outcome back, without its events; nil when the text is none.
    static func decode(_ text: String, id: OperationID) -> OperationOutcome? {
        guard let parts = LengthPrefixed.decode(text), !parts.isEmpty else { return nil }
        var outcome = OperationOutcome(id: id, edits: [], subject: parts[0])
        var rest = parts.dropFirst()
        func next() -> String? { rest.popFirst() ?? nil }
        while let word = rest.popFirst() {
            guard let caseID = next().flatMap({ CaseID(text: $0) }) else { return nil }
            switch word {
            case "done":
                guard let version = next().flatMap({ Int($0) }) else { return nil }
                outcome.edits.append(.done(caseID, version: version, events: [], merged: next() != nil))
            case "unchanged": outcome.edits.append(.unchanged(caseID))
            case "not-found": outcome.edits.append(.notFound(caseID))
            case "refused":
                guard let rule = next(), let message = next(), let remedy = next() else { return nil }
                outcome.edits.append(.refused(caseID, Refusal(rule: rule, message: message, remedy: remedy)))
            case "conflict":
                guard let base = next().flatMap({ Int($0) }), let current = next().flatMap({ Int($0) }),
                    let count = next().flatMap({ Int($0) }), count <= rest.count
                else { return nil }
                var fields: [Conflict.Collision] = []
                for _ in 0..<count {
                    guard let field = next().flatMap({ CaseField(name: $0) }) else { return nil }
                    let (mine, theirs) = (next(), next())
                    guard let by = next(), let at = next().flatMap({ Int64($0) }) else { return nil }
                    fields.append(
                        Conflict.Collision(
                            field: field, mine: mine, theirs: theirs, by: by, at: Timestamp(seconds: at)))
                }
                outcome.edits.append(
                    .conflict(Conflict(caseID: caseID, base: base, current: current, fields: fields)))
            default: return nil
            }
        }
        return outcome
    }
}
