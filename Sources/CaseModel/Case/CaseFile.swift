/// Everything a case page and `show` need of one case.
public struct CaseFile: Equatable, Sendable {
    /// The case as it stands.
    public var item: Case
    /// The names behind the identifiers that case and events mention.
    public var names: Names
    /// The person who asked, in full.
    public var contact: Contact?
    /// The customer, in full.
    public var account: Account?
    /// What happened, oldest first.
    public var events: [CaseEvent]
    /// What was asked of the customer, oldest first.
    public var items: [ActionItem]

    /// A case with its people and its history.
    public init(
        item: Case, names: Names, contact: Contact? = nil, account: Account? = nil, events: [CaseEvent],
        items: [ActionItem]
    ) {
        self.item = item
        self.names = names
        self.contact = contact
        self.account = account
        self.events = events
        self.items = items
    }

    /// The places of the events that were taken back and not put back since.
    public var takenBack: Set<Int> { events.takenBack }

    /// The last event, of those that hold, by which a person agreed the severity with the customer; nil where none did.
    public var agreement: CaseEvent? {
        let takenBack = takenBack
        return events.last { $0.agreesSeverity && !takenBack.contains($0.seq) }
    }

    /// Since when it is a critical situation: when it became critical last, or was logged so (domain 5.2).
    ///
    /// What was taken back counts for nothing, and what came back with it began before.
    public func declaredCritical(_ words: Vocabulary) -> Timestamp {
        events.declaredCritical(words) ?? item.openedAt
    }

    /// When it ended as a critical situation: when it was closed as one, or became less than that; nil while it runs, and
    /// for a case that never was one.
    public func endedCritical(_ words: Vocabulary) -> Timestamp? {
        if item.severity.isCritical { return item.status.isOpen ? nil : item.closedAt ?? item.updatedAt }
        return events.lastChange { change in
            let back = FieldChange(change.field, change.new, change.old)
            return words.makesCritical(back)
        }
    }

    /// Since when it stands where it stands; nil where its history does not tell.
    public var statusSince: Timestamp? { events.since(item.status) }
}

extension [CaseEvent] {
    /// When a case came to stand where it stands; nil where its history does not tell.
    public func since(_ status: Status) -> Timestamp? { lastChange { $0.field == .status && $0.new == status.code } }

    /// When it became critical last; nil for what was logged so, and for what never was.
    func declaredCritical(_ words: Vocabulary) -> Timestamp? { lastChange { words.makesCritical($0) } }

    /// When something last changed in a way that holds.
    fileprivate func lastChange(_ fits: (FieldChange) -> Bool) -> Timestamp? {
        let takenBack = takenBack
        return last { event in
            event.refersTo == nil && !takenBack.contains(event.seq) && event.changes.contains(where: fits)
        }?.at
    }
}
