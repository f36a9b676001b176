import CaseModel

/// `set ID… FIELD=VALUE… tags+=a tags-=b [--note TEXT] [--if-version N]`.
func setting(_ call: CommandCall, _ directory: Directory) throws(CallProblem) -> CasePlan {
    var references: [String] = []
    var changes: [CaseChange] = []
    var given: [String: String] = [:]
    let needs = Set(directory.words.statuses.flatMap(\.needs))
    for word in call.words {
        guard let (field, value) = assignment(word) else {
            references.append(word)
            continue
        }
        if field == Case.promise || directory.words.records.contains(field) {
            // A time without an offset is one on the clock here.
            let time = Timestamp(words: value, at: directory.now, in: directory.zone, isPast: field != Case.promise)
            let text = time?.description ?? value
            changes.append(.fact(.given(field), text.isEmpty || text == "none" ? nil : text))
            continue
        }
        // What a status needs is told beside it: status=cust awaited="network trace".
        if needs.contains(field), CaseField(name: field) == nil {
            given[field] = value
        } else {
            do throws(CallProblem) {
                changes.append(try change(field, value, call, directory))
            } catch {
                throw error.about(field)
            }
        }
    }
    if !given.isEmpty {
        guard let place = changes.firstIndex(where: \.isStatus), case .status(let status, _) = changes[place] else {
            let names = given.keys.sorted().joined(separator: ", ")
            throw CallProblem("\(names) belongs to a status.", "Write status=CODE before it.")
        }
        changes[place] = .status(status, given: given)
    }
    guard !changes.isEmpty else {
        throw CallProblem("set needs at least one FIELD=VALUE.", "Like: set CS-1000001 severity=2 tags+=vip.")
    }
    // A change of the severity keeps the note as its reason.
    if let note = call.options[.note], !changes.contains(where: \.isSeverity) { changes.append(.note(note)) }
    var version: Int?
    if let text = call.options[.ifVersion] {
        guard let number = Int(text), number > 0 else { throw CallProblem("--if-version needs a number, not \(text).") }
        version = number
    }
    return CasePlan(references: references, changes, ifVersion: version)
}

/// The fields that `set` knows.
let settableFields = [
    "severity", "requestedSeverity", "status", "owner", "queue", "contact", "product", "subject", "description", "type",
    "plan", "entitlement", "region", "language", "criticalSituationManager", Case.promise, "tags+", "tags-", "x.NAME",
]

extension CaseChange {
    fileprivate var isStatus: Bool { if case .status = self { true } else { false } }

    fileprivate var isSeverity: Bool {
        switch self {
        case .severity, .requestSeverity: true
        default: false
        }
    }
}

private func change(
    _ field: String, _ value: String, _ call: CommandCall, _ directory: Directory
) throws(CallProblem) -> CaseChange {
    let emptied = value.isEmpty || value == "none" ? nil : value
    switch field {
    case "severity": return .severity(try severity(value, directory.words), reason: call.options[.note])
    case "requestedSeverity":
        return .requestSeverity(try severity(value, directory.words), reason: call.options[.note])
    case "plan", "entitlement", "region", "language":
        guard let field = CaseField(name: field) else { break }
        return .fact(field, emptied)
    case "criticalSituationManager":
        let id = try emptied.map { name throws(CallProblem) in try directory.agent(named: name) }
        return .fact(.criticalSituationManager, id?.description)
    case "contact":
        // A name is looked for by whoever has the store.
        guard let name = emptied else { return .fact(.contact, nil) }
        guard let id = ContactID(text: name) else {
            throw CallProblem("\(name) is no number of a contact.", "Write it like contact=CT-12.")
        }
        return .fact(.contact, id.description)
    case "status": return .status(try status(value, directory.words))
    case "owner":
        return try emptied.map { name throws(CallProblem) in .assign(try directory.agent(named: name)) } ?? .release
    case "queue": return .queue(try queue(value, directory))
    case "product": return .product(emptied)
    case "subject": return .subject(value)
    case "description": return .description(value)
    case "type":
        let code = CodeField.type.code(value, directory.words)
        guard let type = directory.words.type(code ?? value.lowercased()) else {
            throw CallProblem.unknown("type", value, among: directory.words.types.map(\.code))
        }
        return .type(type)
    case "tags+": return .tags(adding: listed(value), removing: [])
    case "tags-": return .tags(adding: [], removing: listed(value))
    case "tags", "tag":
        throw CallProblem("tags= would drop tags unseen.", "Use tags+=NAME and tags-=NAME.")
    default:
        if case .extra(let name) = CaseField(name: field), !name.isEmpty {
            return .extra(name, value.isEmpty ? nil : value)
        }
        break
    }
    throw CallProblem.unknown("field", field, among: settableFields)
}

private func listed(_ value: String) -> [String] {
    value.split(separator: ",").map(String.init)
}

/// A status by its code or its words.
func status(_ word: String, _ words: Vocabulary) throws(CallProblem) -> Status {
    guard let status = words.status(word.lowercased()) ?? CodeField.status.code(word, words).flatMap(words.status)
    else {
        let known = words.statuses.map(\.code) + CodeField.status.typedTitles(words)
        throw CallProblem.unknown("status", word, among: known)
    }
    return status
}

/// A severity by its code.
func severity(_ word: String, _ words: Vocabulary) throws(CallProblem) -> Severity {
    guard let severity = words.severity(word.lowercased()) else {
        let known = words.severities.map { "\($0.code) (\($0.words))" }.joined(separator: ", ")
        throw CallProblem("There is no severity \(word).", "There are: \(known).")
    }
    return severity
}

/// A queue by its name; `none` takes the case out of every queue.
func queue(_ name: String, _ directory: Directory) throws(CallProblem) -> QueueID? {
    name.isEmpty || name == "none" ? nil : try directory.queue(named: name)
}

/// `tag +tag -tag`: what is put on and what is taken off.
func tags(_ words: [String]) throws(CallProblem) -> CaseChange {
    var adding: [String] = []
    var removing: [String] = []
    for word in words.flatMap({ $0.split(separator: ",") }) {
        if word.hasPrefix("-") {
            removing.append(String(word.dropFirst()))
        } else {
            adding.append(word.hasPrefix("+") ? String(word.dropFirst()) : String(word))
        }
    }
    guard !adding.isEmpty || !removing.isEmpty else {
        throw CallProblem("tags needs at least one tag.", "Like: tags vip -old.")
    }
    return .tags(adding: adding, removing: removing)
}
