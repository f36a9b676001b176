import CaseModel

/// `set ID… FIELD=VALUE… tags+=a tags-=b [--note TEXT] [--if-version N]`.
func setting(_ call: CommandCall, _ directory: Directory) throws(CallProblem) -> CasePlan {
    var references: [String] = []
    var changes: [CaseChange] = []
    for word in call.words {
        if let (field, value) = assignment(word) {
            changes.append(try change(field, value, directory))
        } else {
            references.append(word)
        }
    }
    guard !changes.isEmpty else {
        throw CallProblem("set needs at least one FIELD=VALUE.", "Like: set CS-1000001 severity=2 tags+=vip.")
    }
    if let note = call.options[.note] { changes.append(.note(note)) }
    var version: Int?
    if let text = call.options[.ifVersion] {
        guard let number = Int(text), number > 0 else { throw CallProblem("--if-version needs a number, not \(text).") }
        version = number
    }
    return CasePlan(references: references, changes, ifVersion: version)
}

/// The fields that `set` knows.
let settableFields = [
    "severity", "status", "owner", "queue", "product", "subject", "description", "type", "tags+", "tags-", "x.NAME",
]

private func change(_ field: String, _ value: String, _ directory: Directory) throws(CallProblem) -> CaseChange {
    let emptied = value.isEmpty || value == "none" ? nil : value
    switch field {
    case "severity": return .severity(try severity(value))
    case "status": return .status(try status(value))
    case "owner":
        return try emptied.map { name throws(CallProblem) in .assign(try directory.agent(named: name)) } ?? .release
    case "queue": return .queue(try queue(value, directory))
    case "product": return .product(emptied)
    case "subject": return .subject(value)
    case "description": return .description(value)
    case "type":
        guard let type = CaseType(rawValue: value.lowercased()) else {
            throw CallProblem.unknown("type", value, among: CaseType.allCases.map(\.rawValue))
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
        throw CallProblem.unknown("field", field, among: settableFields)
    }
}

private func listed(_ value: String) -> [String] {
    value.split(separator: ",").map(String.init)
}

/// A status by its code.
func status(_ word: String) throws(CallProblem) -> Status {
    guard let status = Status(rawValue: word.lowercased()) else {
        throw CallProblem.unknown("status", word, among: Status.allCases.map(\.rawValue))
    }
    return status
}

/// A severity by its number.
func severity(_ word: String) throws(CallProblem) -> Severity {
    guard let severity = Severity(text: word) else {
        throw CallProblem("There is no severity \(word).", "Use 1, 2, 3 or 4; 1 is a critical outage.")
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
