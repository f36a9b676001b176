import CaseModel
import Testing

@Suite("The default rule for the Renewal Contact")
struct AutomaticContactTests {
    /// Registrations as `contact/day of March`, those who left, the chosen one with what decided.
    static let table: [([(Int64, Int)], left: [Int64], Int64?, AutomaticContact.Reason?)] = [
        ([], [], nil, nil),
        ([(3, 1)], [], 3, .count),
        ([(3, 1), (4, 9), (3, 2)], [], 3, .count),
        ([(3, 1), (4, 9)], [], 4, .latest),
        ([(4, 9), (3, 1)], [], 4, .latest),
        ([(3, 1), (3, 8), (4, 9), (4, 2)], [], 4, .latest),
        ([(4, 9), (3, 9)], [], 3, .number),
        ([(5, 9), (4, 9), (3, 1)], [], 4, .number),
        ([(3, 1), (3, 2), (4, 9)], [3], 4, .count),
        ([(3, 1)], [3], nil, nil),
    ]

    @Test(arguments: table.indices)
    func choice(_ row: Int) throws {
        let (named, left, contact, reason) = Self.table[row]
        let registrations = try named.map { number, day in
            Registration(
                ContactID(number), on: try #require(CivilDay(year: 2026, month: 3, day: day)),
                in: RecordID(.purchase, Int64(day)))
        }
        let choice = AutomaticContact(among: registrations, by: [.count, .latest, .number]) {
            !left.contains($0.number)
        }
        #expect(choice?.contact?.number == contact && choice?.reason == reason)
        #expect(choice?.counts.map(\.count).reduce(0, +) ?? 0 == named.filter { !left.contains($0.0) }.count)
    }

    @Test func theReasonShowsCountsAndWhatDecided() throws {
        let day = try #require(CivilDay(year: 2026, month: 3, day: 9))
        let ids: [Int64] = [4, 3, 3, 4, 5]
        let choice = AutomaticContact(
            among: ids.map { Registration(ContactID($0), on: day, in: RecordID(.purchase, 1)) },
            by: [.count, .latest, .number], active: { _ in true })
        #expect(
            choice?.words(\.description)
                == "Assigned automatically: CT-3, as often and as late registered as others, with the lowest number "
                + "(2 times, last 2026-03-09); others: CT-4 2, last 2026-03-09; CT-5 1, last 2026-03-09.")
    }

    /// Orders that another policy may have, whom they choose of three, and the words for it.
    static let orders: [([AutomaticContact.Reason], Int64, String)] = [
        ([.count, .latest, .number], 3, "most often registered"), ([.latest, .number], 5, "latest registered"),
        ([.number], 3, "with the lowest number"), ([], 3, "with the lowest number"),
        ([.latest, .count], 5, "latest registered"), ([.number, .count], 3, "with the lowest number"),
    ]

    @Test(arguments: orders)
    func thePolicySaysWhatIsLookedAtFirst(order: [AutomaticContact.Reason], contact: Int64, words: String) throws {
        let registrations = try [(3, 1), (3, 2), (4, 9), (5, 20)].map { number, day in
            Registration(
                ContactID(number), on: try #require(CivilDay(year: 2026, month: 3, day: Int(day))),
                in: RecordID(.purchase, 1))
        }
        let choice = try #require(AutomaticContact(among: registrations, by: order) { _ in true })
        #expect(choice.contact?.number == contact)
        #expect(choice.words(\.description).contains(", \(words) ("), "\(choice.words(\.description))")
    }
}
