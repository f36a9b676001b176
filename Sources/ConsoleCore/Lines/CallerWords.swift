import CaseModel

/// Who may call, in the one order that every screen keeps: the names, whoever asked in front, then at which severities.
///
/// Where there is less room, less of the end is said.
struct CallerWords {
    /// Those who may.
    let callers: [CoverAnswer.Caller]
    /// What stands in place of their names where there are none.
    let nobody: String

    /// Those who may call at a severity; nil for any that is covered.
    init(_ answer: CoverAnswer, at severity: Severity? = nil) {
        let may = answer.callers.filter { caller in severity.map(caller.severities.contains) ?? true }
        let asked = answer.caller?.contact
        func isAsked(_ caller: CoverAnswer.Caller) -> Bool { asked != nil && caller.contact == asked }
        callers = may.filter(isAsked) + may.filter { !isAsked($0) }
        nobody = answer.callers.isEmpty ? "nobody is named" : "nobody, as nothing covers it"
    }

    /// Names and severity in a sentence's end: `J. Berg, M. Sand and 3 more, severity 1 and 2`.
    ///
    /// - Parameter limit: as many names as are said.
    func words(atMost limit: Int, _ severities: [Severity]) -> String {
        guard !callers.isEmpty else { return nobody }
        let rest = callers.count - limit
        let names = callers.prefix(limit).map(\.name).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        return severities.isEmpty ? names : "\(names), \(severities.inWords)"
    }
}

extension [Severity] {
    /// `severity 1, 2 and 3`.
    var inWords: String { "severity \(map(\.code).listed)" }
}

extension [String] {
    /// One after the other, as a sentence lists them: `1, 2 and 3`.
    var listed: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
