import CaseModel
import TerminalUI

extension ListingLook {
    /// The customers that somebody is assigned to, without those under them.
    func own(_ lines: [RosterLine], _ names: Names) -> Listing {
        var list = listing(lines, names, branches: [:], isTree: false)
        list.empty = unassigned
        return list
    }

    /// What of them ends, whatever it is, by month.
    func ownEnding(_ lists: [RecordList]) -> Listing { ending(lists, empty: unassigned) }

    /// A list of one's own for a login that is no agent.
    var nobody: Listing {
        Listing(
            [], [], empty: "You are no agent of this store, so no customer is yours.",
            help: "\(key(.back)) goes back.")
    }

    private var unassigned: (sentence: String, help: String) {
        (
            sentence: "No customer is yours yet: you are assigned to none of their environments.",
            help: "To be assigned to one: open it from \(key(goingTo: "contacts")), then \(key(.add)) and Environment."
        )
    }
}
