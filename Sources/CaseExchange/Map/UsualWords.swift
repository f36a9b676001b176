internal import CaseModel

/// Words that many systems use for the same thing, understood where a map says nothing.
enum UsualWords {
    /// The code that a word of another system stands for; nil when it is not a usual one.
    static func code(_ word: String, of field: CaseField) -> String? {
        switch field {
        case .status: status[word.lowercased()]?.rawValue
        case .severity, .requestedSeverity: severity(word.lowercased())?.code
        case .channel: channel[word.lowercased()]?.rawValue
        case .closureReason: reason[word.lowercased()]?.rawValue
        default: nil
        }
    }

    private static let status: [String: Status] = [
        "to do": .open, "todo": .open, "assigned": .open, "reopened": .open, "re-opened": .open, "backlog": .open,
        "in progress": .wip, "active": .wip, "working": .wip, "work in progress": .wip, "in review": .review,
        "under review": .review, "patch available": .review, "escalated": .esc, "pending": .cust, "waiting": .cust,
        "waiting for customer": .cust, "waiting on customer": .cust, "awaiting user info": .cust,
        "awaiting customer": .cust, "awaiting vendor": .vendor, "waiting on third party": .vendor,
        "on hold": .hold, "on-hold": .hold, "suspended": .hold, "resolved": .solved, "fixed": .solved, "done": .closed,
        "cancelled": .closed, "canceled": .closed, "complete": .closed, "completed": .closed, "rejected": .closed,
    ]

    private static let channel: [String: Channel] = [
        "telephone": .phone, "call": .phone, "ivr": .phone, "e-mail": .email, "mail": .email, "portal": .web,
        "self service": .web, "self-service": .web, "web form": .web, "website": .web, "live chat": .chat,
    ]

    private static let reason: [String: ClosureReason] = [
        "fixed": .resolved, "done": .resolved, "solved": .resolved, "implemented": .resolved, "completed": .resolved,
        "workaround": .resolved, "information provided": .resolved, "works for me": .resolved,
        "not a problem": .resolved, "not a bug": .resolved, "won't fix": .exhausted, "won't do": .exhausted,
        "cannot reproduce": .exhausted, "abandoned": .noResponse, "incomplete": .noResponse, "invalid": .withdrawn,
        "cancelled": .withdrawn, "canceled": .withdrawn,
    ]

    private static let severities: [String: Severity] = [
        "blocker": .one, "critical": .one, "urgent": .one, "emergency": .one, "highest": .one, "critical outage": .one,
        "high": .two, "severe": .two, "medium": .three, "normal": .three, "moderate": .three, "major": .two,
        "low": .four, "minor": .three, "trivial": .four, "lowest": .four, "planning": .four, "question": .four,
    ]

    /// `2`, `P2`, `Sev 2`, `S2`, `2 - High`, `High`.
    private static func severity(_ word: String) -> Severity? {
        if let severity = severities[word] { return severity }
        let digits = word.unicodeScalars.filter { ("0"..."9").contains($0) }
        guard digits.count == 1, let digit = digits.first, ("1"..."5").contains(digit) else { return nil }
        let rest = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        let name = String(String.UnicodeScalarView(rest))
        guard ["", "p", "s", "sev", "severity", "priority", "prio"].contains(name) || severities[name] != nil else {
            return nil
        }
        return Severity(rawValue: min(4, Int(digit.value) - 48))
    }
}
