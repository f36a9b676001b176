public import CaseModel

// What a status or a change of the severity needs besides, and consoles ask for in a line.

extension CommandCall {
    /// What is still needed before it can be done, by what the policy calls it; nil for nothing.
    ///
    /// A fix, a ground and the like have lists and verbs of their own.
    ///
    /// - Parameter current: the status it leaves, where one is known: what mends a denial is told, too.
    public func nextNeed(_ words: Vocabulary, from current: Status? = nil) -> String? {
        switch command {
        case .severity: return options[.message] == nil ? CommandCall.reason : nil
        case .set:
            // Another severity that the customer asks for is a change of the severity, too.
            let field = CaseField.requestedSeverity.name + "="
            let isAsked = self.words.contains { word in
                word.hasPrefix(field) && words.severity(word.dropFirst(field.count).lowercased()) != nil
            }
            return isAsked && options[.note] == nil ? CommandCall.reason : nil
        case .status:
            guard let word = self.words.last(where: { !$0.contains("=") }),
                let status = words.status(word.lowercased()), !status.isFinal, status.role != .refused
            else { return nil }
            return CommandCall.needs(asked: status, from: current).first { need in
                !self.words.contains { $0.hasPrefix("\(need)=") }
            }
        default: return nil
        }
    }

    /// The same with the code of the status that its last words say; as it is where they say none.
    public func coded(_ known: Vocabulary) -> CommandCall {
        let plain = words.filter { !$0.contains("=") }
        func code(_ start: Int) -> String? {
            CodeField.status.code(plain[start...].joined(separator: " "), known)
        }
        guard command == .status, let start = plain.indices.first(where: { code($0) != nil }), let code = code(start)
        else { return self }
        var call = self
        call.words = plain[..<start] + [code] + words.filter { $0.contains("=") }
        return call
    }

    /// What a line asks for on the way to a status; what has a verb of its own is asked for by that.
    static func needs(asked status: Status, from current: Status?) -> [String] {
        let own = ["reason", "fix", "other-case", "ground", "person"]
        return ((current?.role == .refused ? [cure] : []) + status.needs).filter { !own.contains($0) }
    }

    /// Gives it what it needs.
    public mutating func give(_ value: String, for need: String) {
        guard need == CommandCall.reason else { return words.append("\(need)=\(value)") }
        options[command == .set ? .note : .message] = value
    }

    private static let reason = "reason"
    static let cure = "cure"
}
