import CaseModel

/// A tab that holds the words that the open one does not.
struct OtherTab: Equatable, Sendable {
    /// Its place.
    var tab: Int
    /// What it is called.
    var title: String
    /// How many of its rows have the words.
    var count: Int
}

extension ConsoleState {
    /// The tabs of the policy with the words that are looked for, where the open one has none; none on other screens.
    ///
    /// A policy is all at hand, and there is only so much of it, whatever the number of cases.
    var otherTabs: [OtherTab] {
        guard let top = workplaces.top, top.place == .policy, !top.words.isEmpty, top.list?.shown.isEmpty == true,
            let look = ListingLook(self)
        else { return [] }
        return top.place.tabs.enumerated().compactMap { place, tab -> OtherTab? in
            guard place != top.tab, case .policy(let part) = tab.content else { return nil }
            var list = look.policy(part)
            list.narrow(to: top.words)
            let count = list.count(before: list.shown.count)
            return count > 0 ? OtherTab(tab: place, title: tab.title, count: count) : nil
        }
    }

    /// Goes to the first tab that has the words, which are kept; nil where the open one has them, or none.
    mutating func followWords() -> [Effect]? {
        guard let words = workplaces.top?.words, let first = otherTabs.first else { return nil }
        let effects = turn(to: first.tab)
        workplaces.top?.words = words
        refill()
        return effects
    }
}

extension [OtherTab] {
    /// `3 in Duties, 1 in People`.
    var words: String { map { "\(grouped($0.count)) in \($0.title)" }.joined(separator: ", ") }
}
