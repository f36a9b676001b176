/// A time at which a customer named somebody: on a purchase, a membership or a renewal of one.
public struct Registration: Hashable, Sendable {
    /// Who was named.
    public var contact: ContactID
    /// When.
    public var day: CivilDay
    /// Where: the record, and the event of it.
    public var record: RecordID

    /// Somebody who was named.
    public init(_ contact: ContactID, on day: CivilDay, in record: RecordID) {
        self.contact = contact
        self.day = day
        self.record = record
    }
}

/// Whom the default rule assigns as Renewal Contact, and why (domain 5.1; 13 rows 17 and 37).
public struct AutomaticContact: Equatable, Sendable {
    /// How often, and when last, somebody was named.
    public struct Count: Equatable, Sendable {
        /// Who.
        public var contact: ContactID
        /// How many registrations name the contact.
        public var count: Int
        /// The latest of them.
        public var latest: CivilDay
    }

    /// The rule of the policy by which somebody is chosen; without it nobody is.
    public static let rule = "automatic-renewal-contact"

    /// What decided.
    public enum Reason: String, CaseIterable, Equatable, Sendable {
        /// Nobody was named as often.
        case count
        /// Others were named as often, but not as late.
        case latest
        /// Others were named as often and as late; the lowest number decided.
        case number
    }

    /// Everybody who could be chosen, the chosen one first.
    public let counts: [Count]
    /// What decided.
    public let reason: Reason

    /// The chosen one.
    public var contact: ContactID? { counts.first?.contact }

    /// What was looked at, in order.
    private let order: [Reason]

    /// Chooses among those who were named and are still there; nil when there is nobody.
    ///
    /// - Parameter order: what is looked at first, then, last; of those equal in all of it the lowest number is taken.
    public init?(among registrations: [Registration], by order: [Reason], active: (ContactID) -> Bool) {
        var known: [ContactID: Count] = [:]
        for registration in registrations where active(registration.contact) {
            let id = registration.contact
            var count = known[id] ?? Count(contact: id, count: 0, latest: registration.day)
            count.count += 1
            count.latest = max(count.latest, registration.day)
            known[id] = count
        }
        let order = order + (order.contains(.number) ? [] : [.number])
        counts = known.values.sorted { a, b in
            for aspect in order where !a.equals(b, in: aspect) { return a.precedes(b, in: aspect) }
            return false
        }
        guard let first = counts.first else { return nil }
        var rivals = counts.dropFirst()[...]
        var decisive = Reason.number
        for aspect in order {
            decisive = aspect
            rivals = rivals.filter { $0.equals(first, in: aspect) }[...]
            if rivals.isEmpty { break }
        }
        reason = decisive
        self.order = order
    }

    /// Why the chosen one was chosen.
    private var because: String {
        let before = order.prefix { $0 != reason }
        guard !before.isEmpty else {
            switch reason {
            case .count: return "most often registered"
            case .latest: return "latest registered"
            case .number: return "with the lowest number"
            }
        }
        let equal = before.map { $0 == .count ? "as often" : "as late" }.joined(separator: " and ")
        switch reason {
        case .count: return "\(equal) registered as others, but most often"
        case .latest: return "\(equal) registered as others, but latest"
        case .number: return "\(equal) registered as others, with the lowest number"
        }
    }

    /// The choice in a sentence, for the event that makes it.
    public func words(_ name: (ContactID) -> String) -> String {
        guard let first = counts.first else { return "" }
        let others = counts.dropFirst().prefix(5).map { "\(name($0.contact)) \($0.count), last \($0.latest)" }
        let rest = others.isEmpty ? "" : "; others: \(others.joined(separator: "; "))"
        let times = first.count == 1 ? "once" : "\(first.count) times"
        return "Assigned automatically: \(name(first.contact)), \(because) (\(times), last \(first.latest))\(rest)."
    }
}

extension AutomaticContact.Count {
    fileprivate func equals(_ other: Self, in aspect: AutomaticContact.Reason) -> Bool {
        switch aspect {
        case .count: count == other.count
        case .latest: latest == other.latest
        case .number: contact == other.contact
        }
    }

    fileprivate func precedes(_ other: Self, in aspect: AutomaticContact.Reason) -> Bool {
        switch aspect {
        case .count: count > other.count
        case .latest: latest > other.latest
        case .number: contact < other.contact
        }
    }
}

extension CaseLedger {
    /// Whom a rule of the policy assigns for a customer on a day: by what was registered until then.
    public func automaticContact(
        of account: AccountID, on day: CivilDay, by rule: Policy.Rule
    ) throws(StoreError) -> AutomaticContact? {
        var registrations: [Registration] = []
        for purchase in try records(RecordQuery(.purchase, of: [account])) {
            guard let contact = purchase.contact("contact"), let day = purchase.day("day") else { continue }
            registrations.append(Registration(contact, on: day, in: purchase.id))
        }
        for membership in try records(RecordQuery(.membership, of: [account])) {
            registrations += self.registrations(of: membership, try recordEvents(of: membership.id, after: 0))
        }
        registrations.removeAll { day < $0.day }
        var active: Set<ContactID> = []
        for id in Set(registrations.map(\.contact)) where try contact(id)?.active == true { active.insert(id) }
        let order = rule.order.compactMap(AutomaticContact.Reason.init(rawValue:))
        return AutomaticContact(among: registrations, by: order, active: active.contains)
    }

    /// A membership registers the contact it was made with, and each renewal the contact named then; what the rule
    /// assigned was named by nobody.
    private func registrations(of membership: Record, _ events: [RecordEvent]) -> [Registration] {
        var record = Record(membership.id, kind: membership.kind)
        var result: [Registration] = []
        for event in events {
            let before = record
            record.apply(event)
            let isRenewal = before.version == 0 || before.isRenewed(by: event.changes)
            let names = event.changes.contains { $0.field == "contact" }
            guard isRenewal || names, record["naming"] == Naming.named.rawValue,
                let contact = record.contact("contact")
            else { continue }
            result.append(Registration(contact, on: event.at.day, in: membership.id))
        }
        return result
    }
}

extension Record {
    /// Whether changes give it a later end: a renewal.
    func isRenewed(by changes: [ValueChange<String>]) -> Bool {
        guard let old = end, let new = changes.first(where: { $0.field == kind.end })?.new else { return false }
        return CivilDay(iso: new).map { old < $0 } ?? false
    }
}

extension Timestamp {
    /// The day in UTC.
    public var day: CivilDay { LocalTime(self, offset: 0).day }
}
