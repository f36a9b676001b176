import CaseModel
import TerminalUI

extension Shell {
    /// Says of which memberships people who left are the Renewal Contacts (domain 11, row 18).
    func warn(ofNoticesMissedBy people: [Contact], _ store: any CaseStore) async throws(Failure) {
        guard !people.isEmpty else { return }
        let memberships: [Record]
        do throws(StoreError) {
            // Asked for once; whoever belongs to no customer may be named by any of them.
            let homes = Set(people.compactMap(\.account))
            let accounts = people.contains { $0.account == nil } ? nil : try await groups(of: homes, store)
            memberships = try await store.records(RecordQuery(.membership, of: accounts)).records
        } catch {
            throw Failure(error)
        }
        for person in people {
            let missed = memberships.filter { $0.contact("contact") == person.id }.map(\.id)
            guard let first = missed.first else { continue }
            let list = missed.prefix(8).map(\.description).joined(separator: ", ")
            try data.flush()
            try say(
                Shown(
                    detail: "\(person.name) is the Renewal Contact of \(list): notices may be missed. "
                        + "Name another (renewal assign \(first) --contact NAME)."))
        }
    }

    /// Some customers with those above and below them, whose records may name their people.
    private func groups(of homes: Set<AccountID>, _ store: any CaseStore) async throws(StoreError) -> [AccountID] {
        var above: Set<AccountID> = []
        for home in homes {
            var next = try await store.account(home)?.parent
            while let id = next, above.insert(id).inserted { next = try await store.account(id)?.parent }
        }
        var below = homes
        var open = Array(homes)
        while let id = open.popLast() {
            let children = try await store.roster(RosterQuery(.under(id), on: today, limit: .max))
            open += children.map(\.account.id).filter { below.insert($0).inserted }
        }
        return above.union(below).sorted()
    }
}
