import CaseModel

/// What is known of the cover of a few customers, the most recently wanted ones, so that moving the cursor paints once.
struct CoverShelf: Equatable, Sendable {
    /// What is at hand.
    private var facts: [AccountID: CoverFacts] = [:]
    /// Their numbers, the one that came first in front.
    private var order: [AccountID] = []
    /// The customers that were asked for last, and the store's revision then.
    private var asked: (accounts: [AccountID], revision: Int64) = ([], -1)
    /// The revision of the store when each was asked for.
    private var revisions: [AccountID: Int64] = [:]
    /// How many times something came, for what is laid out with it.
    private(set) var version = 0
    /// How many had come when each came last.
    private var versions: [AccountID: Int] = [:]
    /// How many are kept; customers may have many records.
    private static let capacity = 24

    /// What is known of a customer, when it is at hand.
    subscript(id: AccountID) -> CoverFacts? { facts[id] }

    /// Another number whenever something of a customer came; 0 while nothing is at hand.
    func version(of id: AccountID?) -> Int { id.flatMap { versions[$0] } ?? 0 }

    /// Puts a customer on the shelf and the oldest one away.
    ///
    /// - Parameter revision: that of the store when it was asked for; the answer may come after a later question.
    mutating func put(_ new: CoverFacts, at revision: Int64) {
        guard let id = new.accounts.first?.id else { return }
        version += 1
        versions[id] = version
        revisions[id] = revision
        if facts.updateValue(new, forKey: id) == nil { order.append(id) }
        while order.count > CoverShelf.capacity {
            let oldest = order.removeFirst()
            facts[oldest] = nil
            revisions[oldest] = nil
            versions[oldest] = nil
        }
    }

    /// Those of these customers that are to be asked for: not at hand, or older than the store's revision.
    ///
    /// What is shown stays until the new answer comes; the same question is asked once.
    mutating func missing(_ accounts: [AccountID], at revision: Int64) -> [AccountID] {
        let wanted = accounts.filter { revisions[$0] != revision }
        guard !wanted.isEmpty, (wanted, revision) != asked else { return [] }
        asked = (wanted, revision)
        return wanted
    }

    static func == (a: CoverShelf, b: CoverShelf) -> Bool {
        a.facts == b.facts && a.asked == b.asked && a.version == b.version
    }
}

extension ConsoleState {
    /// The customer of the case that is looked at.
    var accountInSight: AccountID? {
        if let page { return page.file?.item.account }
        if let top = workplaces.top {
            guard case .item(let id)? = top.row.map({ subjectInSight($0.subject) }) else { return nil }
            return caseInFull(id)?.item.account
        }
        return queue.cursorID.flatMap { queue.shelf.rows[$0]?.summary.account }
    }

    /// Asks for the cover of the customers in sight.
    mutating func askMissingCovers(_ layout: ScreenLayout) -> [Effect] {
        var accounts: [AccountID] = []
        if screen != .queue {
            accounts = [accountInSight].compactMap { $0 }
        } else if layout.hasPreview {
            let position = queue.cursor.position
            for neighbour in [position, position + 1, position - 1, position + 2] {
                guard let account = queue.order[neighbour].flatMap({ queue.shelf.rows[$0]?.summary.account }),
                    !accounts.contains(account)
                else { continue }
                accounts.append(account)
            }
        }
        let wanted = desk.covers.missing(accounts, at: desk.revision)
        return wanted.isEmpty ? [] : [.loadCover(wanted, revision: desk.revision, ask())]
    }
}
