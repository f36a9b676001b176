/// A notice that is due, and to whom it goes (domain 11, rows 17a to 17c).
public struct NoticePlan: Equatable, Sendable {
    /// What it tells.
    public let kind: Policy.NoticeKind
    /// The customer.
    public let account: AccountID
    /// The membership it is about; nil for the account as a whole.
    public let membership: Record?
    /// The day on which it is due.
    public let due: CivilDay
    /// Who gets it; nil where there is nobody.
    public let recipient: ContactID?
    /// The record that waits to be sent; nil where there is none yet.
    public let waiting: RecordID?
    /// Why it cannot be sent; nil where it can.
    public let problem: NoticeProblem?
}

/// Why a notice reaches nobody; never a reason to say nothing.
public enum NoticeProblem: Equatable, Sendable {
    /// Nobody is named for it.
    case nobody
    /// Who is named is no longer a contact.
    case left(String)
    /// The last notice to who is named came back.
    case bounced(String)

    /// What is so, as a whole sentence.
    public var message: String {
        switch self {
        case .nobody: "Nobody is named who receives it."
        case .left(let person): "\(person) is no longer a contact, so it would be missed."
        case .bounced(let person): "The last notice to \(person) came back."
        }
    }

    /// What would mend it, as a whole sentence.
    ///
    /// - Parameter membership: the membership it is about; nil for the account as a whole.
    public func remedy(_ membership: RecordID?) -> String {
        let name =
            membership.map { "Name the Renewal Contact (renewal assign \($0) --contact NAME)." }
            ?? "Give a contact the role that receives it (contact set NAME --roles LIST)."
        guard case .bounced = self else { return name }
        return "\(name) Or say that it went through after all (notice set ID state=sent)."
    }
}

/// What notices are found from.
public struct NoticeFacts: Equatable, Sendable {
    /// The memberships in question.
    public var memberships: [Record]
    /// The notices of their customers so far.
    public var notices: [Record]
    /// The contacts that any of them names, and those of the customers.
    public var contacts: [Contact]

    /// What is known.
    public init(memberships: [Record] = [], notices: [Record] = [], contacts: [Contact] = []) {
        self.memberships = memberships
        self.notices = notices
        self.contacts = contacts
    }
}

/// What is known, by who and what it is about, so that many notices are found in one go through it.
private struct NoticeIndex {
    private var contacts: [ContactID: Contact] = [:]
    private var ofMembership: [RecordID: [Record]] = [:]
    /// The newest notice that somebody got.
    private var newest: [ContactID: Record] = [:]

    init(_ facts: NoticeFacts) {
        for contact in facts.contacts where contacts[contact.id] == nil { contacts[contact.id] = contact }
        for notice in facts.notices {
            if let membership = notice.record("membership") { ofMembership[membership, default: []].append(notice) }
            guard let recipient = notice.contact("recipient"), let sent = notice["sentAt"] else { continue }
            if let other = newest[recipient], (other["sentAt"] ?? "", other.number) > (sent, notice.number) { continue }
            newest[recipient] = notice
        }
    }

    /// The notices about a membership.
    func notices(about membership: RecordID) -> [Record] { ofMembership[membership] ?? [] }

    /// Why a notice to somebody would reach nobody; nil when it would not.
    func problem(_ contact: ContactID?) -> NoticeProblem? {
        guard let contact, let person = contacts[contact] else { return .nobody }
        if !person.active { return .left(person.name) }
        return newest[contact]?["state"] == NoticeState.bounced.rawValue ? .bounced(person.name) : nil
    }
}

extension Policy {
    /// The kind of notice of a code.
    public func notice(_ code: String?) -> NoticeKind? { duties.notices.first { $0.code == code } }

    /// Whether somebody with these roles receives a kind of notice.
    public func receives(_ kind: NoticeKind, roles: [String]) -> Bool {
        people.contactRoles.contains { roles.contains($0.code) && $0.may.contains(kind.right) }
    }

    /// Whether the policy has a contact of each membership who receives a kind of notice: a primary role with its right.
    public func hasRecipient(of kind: NoticeKind) -> Bool {
        people.contactRoles.contains { $0.isPrimary && $0.may.contains(kind.right) }
    }

    /// The notices about memberships that are due on a day and were not sent, each with its recipient of today.
    ///
    /// - Parameter asked: whether somebody asks for them by hand: then also those for which no day has come.
    public func noticesDue(
        _ kind: NoticeKind, on today: CivilDay, asked: Bool = false, _ facts: NoticeFacts
    ) -> [NoticePlan] {
        guard kind.about == .membership, hasRecipient(of: kind) else { return [] }
        let index = NoticeIndex(facts)
        return facts.memberships.compactMap { membership in
            guard let account = membership.account, let end = membership.end, asked || today <= end else { return nil }
            let days = kind.daysBefore.map { CivilDay(daysSince1970: end.daysSince1970 - Int64($0)) }
            guard let due = days.filter({ $0 <= today }).max() ?? (asked ? today : nil) else { return nil }
            let same = index.notices(about: membership.id).filter {
                $0["kind"] == kind.code && $0.day("due") == due
            }
            let waiting = same.first { $0["state"] == NoticeState.open.rawValue }
            guard waiting != nil || same.isEmpty else { return nil }
            let contact = membership.contact("contact")
            return NoticePlan(
                kind: kind, account: account, membership: membership, due: due, recipient: contact,
                waiting: waiting?.id, problem: index.problem(contact))
        }
    }

    /// The notices about an account as a whole: one for each of its people who receives them.
    public func notices(
        _ kind: NoticeKind, to account: AccountID, on today: CivilDay, _ facts: NoticeFacts
    ) -> [NoticePlan] {
        let primary = hasRecipient(of: kind)
        var people: [ContactID] = facts.contacts.filter {
            $0.account == account && $0.active && receives(kind, roles: $0.roles)
        }
        .map(\.id)
        var known = Set(people)
        for membership in facts.memberships where primary && membership.account == account {
            guard let contact = membership.contact("contact"), known.insert(contact).inserted else { continue }
            people.append(contact)
        }
        let index = NoticeIndex(facts)
        func plan(_ contact: ContactID?) -> NoticePlan {
            NoticePlan(
                kind: kind, account: account, membership: nil, due: today, recipient: contact, waiting: nil,
                problem: index.problem(contact))
        }
        return people.isEmpty ? [plan(nil)] : people.sorted().map(plan)
    }
}

extension NoticePlan {
    /// What is to be written: sent when somebody gets it, waiting with the reason otherwise.
    ///
    /// - Parameter more: values of the notice that somebody gave, such as a subject.
    public func edit(_ more: [String: String?] = [:]) -> RecordEdit {
        var values: [String: String?] = more
        let product = membership?["product"].map { ": \($0)" } ?? ""
        let end = membership?.end.map { ", until \($0)" } ?? ""
        if values["subject"] == nil, waiting == nil {
            values["subject"] = String("\(kind.name)\(product)\(end)".unicodeScalars.prefix(60))
        }
        values["state"] = (problem == nil ? NoticeState.sent : .open).rawValue
        values["problem"] = .some(problem.map { "\($0.message) \($0.remedy(membership?.id))" })
        if problem == nil { values["recipient"] = recipient?.description }
        if let waiting { return RecordEdit(waiting, values) }
        values[RecordKind.account] = account.description
        values["kind"] = kind.code
        values["membership"] = .some(membership?.id.description)
        values["due"] = due.description
        return RecordEdit(adding: .notice, values)
    }
}
