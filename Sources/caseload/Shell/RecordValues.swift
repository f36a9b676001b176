import CaseModel
import ConsoleCore

extension Shell {
    /// The day it is where the person sits.
    var today: CivilDay { zone.local(clock.now).day }

    /// The number of a record of a kind; digits alone are enough.
    func recordID(_ text: String, _ kind: RecordKind) throws(Failure) -> RecordID {
        let digits = text.utf8.allSatisfy { (48...57).contains($0) }
        guard let id = RecordID(text: digits ? "\(kind.prefix)-\(text)" : text), id.kind == kind.code else {
            let value = RecordID(text: text) == nil ? " A value is typed with its field: FIELD=VALUE." : ""
            throw Failure(
                .notFound, "There is no \(kind.code) \(text); they have numbers like \(kind.prefix)-1.\(value)")
        }
        return id
    }

    /// Divides words into those that are no `FIELD=VALUE`, and the values by field.
    func values(
        _ words: [String], of kind: RecordKind, _ store: any CaseStore
    ) async throws(Failure) -> (rest: [String], values: [String: String?]) {
        var rest: [String] = []
        var values: [String: String?] = [:]
        for word in words {
            guard let (name, text) = assignment(word) else {
                rest.append(word)
                continue
            }
            let field: RecordField
            do throws(CallProblem) {
                field = try recordField(name, of: kind)
            } catch {
                throw Failure(error)
            }
            do throws(Failure) {
                values[name] = try await value(text, of: field, store)
            } catch {
                throw error.about(name)
            }
        }
        return (rest, values)
    }

    /// A value as it was typed: a name becomes a number, `today` a day; nothing and `none` take it away.
    func value(_ text: String, of field: RecordField, _ store: any CaseStore) async throws(Failure) -> String? {
        if text.isEmpty || text == "none" { return nil }
        switch field.type {
        case .account: return try await account(text, store).id.description
        case .contact: return try await contact(text, of: nil, store).id.description
        case .agent: return try await agent(text, store).id.description
        case .item: return try await find(text, in: store).description
        case .day where text == "today": return today.description
        // Without an offset it is a time on the clock here.
        case .instant:
            return Timestamp(words: text, at: clock.now, in: zone, isPast: true)?.description ?? text
        case .text where text == "-": return try readText()
        default: return text
        }
    }
}

extension RecordField {
    /// Whether it holds words of people, which take room.
    var isText: Bool {
        if case .text = type { true } else { false }
    }

    /// Whether it holds a number.
    var isNumber: Bool {
        if case .count = type { true } else { false }
    }

    /// Whether lists show it though not every record has it.
    var isCounted: Bool { isNumber || type == .contact || type == .agent || ["product", "problem"].contains(name) }
}
