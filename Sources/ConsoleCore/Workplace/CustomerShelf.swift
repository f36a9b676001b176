import CaseModel

/// The customers looked at last, so that moving the cursor paints once.
struct CustomerShelf: Equatable, Sendable {
    /// The customers at hand.
    private(set) var sheets: [AccountID: CustomerSheet] = [:]
    /// Their numbers, the one that came first in front.
    private var order: [AccountID] = []
    /// The question under way.
    var ticket = Ticket.none
    /// The customer last asked for; one that is gone is not asked for again and again.
    var asked: AccountID?
    /// Why the one last asked for did not come; nil once another is asked for.
    private(set) var problem: StoreError?
    /// The customers found for the words typed into a form.
    var found = FoundCustomers()
    /// What was found out of the host that is typed into a form.
    var host = FoundHost()
    /// A sheet holds much; few are kept.
    private static let capacity = 8

    /// Those that changed perhaps since they came; they are shown until they come anew.
    private var stale: Set<AccountID> = []
    /// How many times a customer came, for what is laid out with it.
    private(set) var version = 0

    /// The customers that came and that nothing covers, and their people.
    private(set) var uncovered: Set<Subject> = []

    /// Whether a customer is to be asked for: not at hand, or perhaps changed since.
    func isWanted(_ id: AccountID) -> Bool { sheets[id] == nil || stale.contains(id) }

    /// The customer, when it is at hand.
    subscript(id: AccountID) -> CustomerSheet? { sheets[id] }

    /// Puts a customer on the shelf and the oldest one away; who of it is not covered stays known.
    mutating func put(_ sheet: CustomerSheet, uncovered subjects: [Subject]) {
        uncovered.subtract(sheet.contacts.map { .contact($0.id) } + [.account(sheet.account.id)])
        uncovered.formUnion(subjects)
        version += 1
        stale.remove(sheet.account.id)
        if sheets.updateValue(sheet, forKey: sheet.account.id) == nil { order.append(sheet.account.id) }
        while order.count > CustomerShelf.capacity { sheets[order.removeFirst()] = nil }
    }

    /// A customer is asked for.
    mutating func ask(_ id: AccountID, _ ticket: Ticket) {
        if problem != nil { version += 1 }
        (asked, self.ticket, problem) = (id, ticket, nil)
    }

    /// The one that was asked for did not come.
    mutating func fail(_ error: StoreError) {
        version += 1
        (ticket, problem) = (.none, error)
    }

    /// Somebody changed something: all are asked for again when they are looked at.
    mutating func expire() {
        stale.formUnion(sheets.keys)
        // Of whom nothing was heard since, nothing is said.
        uncovered = []
        host = FoundHost()
        asked = nil
    }
}

/// Customers by a part of the name.
struct FoundCustomers: Equatable, Sendable {
    /// The words they were looked for by; nil for none yet.
    var words: String?
    /// The customers.
    var accounts: [Account] = []
    /// The question under way.
    var ticket = Ticket.none
}
