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
        counts.isEmpty ? "" : "\(Self.assigned)\(choice(name))."
    }

    /// The choice in a sentence, for where somebody else was chosen before and is the contact still.
    public func wordsOfToday(_ name: (ContactID) -> String) -> String {
        counts.isEmpty ? "" : "Today the rule would choose \(choice(name)); the next renewal applies it again."
    }

    /// How the reason begins wherever the rule made somebody the contact, or found that it is rightly so.
    static let assigned = "Assigned automatically: "

    private func choice(_ name: (ContactID) -> String) -> String {
        guard let first = counts.first else { return "" }
        let others = counts.dropFirst().prefix(5).map { "\(name($0.contact)) \($0.count), last \($0.latest)" }
        let rest = others.isEmpty ? "" : "; others: \(others.joined(separator: "; "))"
        let times = first.count == 1 ? "once" : "\(first.count) times"
        return "\(name(first.contact)), \(because) (\(times), last \(first.latest))\(rest)"
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
