import CaseModel
import CaseStorage

/// Times what screens ask a store about customers, their people and records; it is never changed.
struct Questions {
    private let path: String
    /// How often each is asked.
    private static let times = 20

    init(store path: String) { self.path = path }

    func run() async throws {
        let store = try await SQLiteCaseStore.open(path: path, mode: .readOnly, .none)
        let totals = try await store.totals()
        print("\(totals.accounts) accounts, \(totals.contacts) contacts; milliseconds, \(Questions.times) times each\n")
        print("| question | first | median | worst |\n|---|---:|---:|---:|")
        let day = CivilDay(daysSince1970: 20_700)
        func rosters(_ name: String, _ query: RosterQuery) async throws {
            try await ask(name) { _ = try await store.roster(query) }
        }
        func people(_ name: String, _ query: ContactQuery) async throws {
            try await ask(name) { _ = try await store.contacts(query) }
        }
        func records(_ name: String, _ query: RecordQuery) async throws {
            try await ask(name) { _ = try await store.records(query) }
        }
        let top = try await store.roster(RosterQuery(.top, on: day, limit: 50))
        try await rosters("customers, first page", RosterQuery(on: day, limit: 50))
        try await rosters("customers on top, first page", RosterQuery(.top, on: day, limit: 50))
        if let last = top.last {
            try await rosters("customers on top, next page", RosterQuery(.top, on: day, after: last.place, limit: 50))
            try await rosters("those under one", RosterQuery(.under(last.account.id), on: day, limit: 50))
            try await people("people of one", ContactQuery(of: last.account.id, limit: 50))
        }
        try await rosters("customers with a common word", RosterQuery(text: "river", on: day, limit: 50))
        try await rosters("customers with a rare word", RosterQuery(text: "99998", on: day, limit: 50))
        try await rosters("customers with a word nobody has", RosterQuery(text: "zanzibar", on: day, limit: 50))
        try await people("people, first page", ContactQuery(limit: 50))
        try await people("people with a common word", ContactQuery(text: "ida", limit: 50))
        try await people("people with an address", ContactQuery(text: "p1@c77777.", limit: 50))
        try await people("people with a word nobody has", ContactQuery(text: "zanzibar", limit: 50))
        try await records("memberships by end", RecordQuery(.membership, byEnd: true, limit: 50))
        try await records(
            "memberships that end from a day on", RecordQuery(.membership, endingFrom: day, byEnd: true, limit: 50))
        try await records("environments of one manager", RecordQuery(.environment, marked: "AG-1", limit: 50))
        try await ask("how much there is") { _ = try await store.totals() }
        let watch = AlertWatch(now: Timestamp(seconds: try await newest(store)), ahead: 900)
        try await ask("what alerts are to be raised") { _ = try await store.alerts(watch) }
        var judged = watch
        judged.judged = try await store.alerts(watch).judged
        let again = judged
        try await ask("the same once more") { _ = try await store.alerts(again) }
        await store.close()
    }

    /// When anything last happened in the store.
    private func newest(_ store: SQLiteCaseStore) async throws -> Int64 {
        let context = QueryContext(now: Timestamp(seconds: 0), words: try await store.policies.words)
        let page = try await store.firstPage(.all, sort: [SortKey(.updated, descending: true)], limit: 1, context)
        return page.first?.updatedAt.seconds ?? 0
    }

    private func ask(_ name: String, _ question: () async throws -> Void) async throws {
        var samples = Samples()
        for _ in 0..<Questions.times {
            let start = ContinuousClock.now
            try await question()
            samples.add((ContinuousClock.now - start).milliseconds)
        }
        let figures = [samples.values.first, samples.median, samples.values.max()].map { written($0) }
        print("| \(name) | \(figures.joined(separator: " | ")) |")
    }
}
