internal import CaseModel

/// All that is kept of one customer beside its cases, in the order in which it came to be known.
struct Books {
    let company: Company
    let world: World
    var dice: Dice
    /// What was told so far.
    private(set) var records: [LoadRecord] = []

    init(_ company: Company, _ world: World) {
        self.company = company
        self.world = world
        dice = Dice(seed: world.seed ^ (UInt64(company.number) &+ 77) &* 0x9E6D_62D0_6F6A_9A9B)
    }

    /// Tells all of it.
    mutating func keep() {
        keepPurchases()
        keepContract()
        keepMachines()
        keepTest()
        keepLicenses()
        keepPartner()
        keepPapers()
        keepSite()
        keepVisits()
    }

    /// Tells the life of one record; without entries there is none.
    mutating func tell(_ kind: RecordKind, _ key: String, _ entries: [RecordEntry], content: [UInt8]? = nil) {
        let past = entries.filter { $0.at <= world.now }
        guard !past.isEmpty else { return }
        records.append(.record(RecordHistory(kind: kind, key: self.key(key), line: 0, entries: past, content: content)))
    }

    /// The key of something of this customer.
    func key(_ name: String) -> String { "\(company.number)-\(name)" }

    /// Some time in the office on a day.
    mutating func time(_ day: CivilDay) -> Timestamp {
        let second = dice.number(9 * 3600...16 * 3600)
        return LocalTime(day: day, secondOfDay: second).timestamp(offset: Int64(company.land.hours) * 3600)
    }

    /// Somebody at the desk where contracts are kept.
    mutating func clerk() -> String { world.staff.member(of: "Customer Service", &dice) }

    /// What a customer is named in every record of its own.
    var customer: [String: String?] { [RecordKind.account: company.name] }

    /// A record that was made and did not change since.
    mutating func once(_ day: CivilDay, _ values: [String: String?], by actor: String? = nil) -> RecordEntry {
        let at = time(day)
        return RecordEntry(at: at, actor: actor ?? clerk(), values: values.merging(customer) { a, _ in a })
    }
}

/// When somebody looked at what the policy refers to.
struct References {
    let world: World

    init(_ world: World) {
        self.world = world
    }

    /// A look at each of the first few, each longer ago than the one before.
    var records: [LoadRecord] {
        world.policy.codes(of: "reference").prefix(4).enumerated().map { index, code in
            let day = world.today.adding(Int64(-20 - index * 67))
            let entry = RecordEntry(
                at: LocalTime(day: day, secondOfDay: 36_000).timestamp(offset: 0), actor: world.staff.me,
                values: [
                    "reference": code, "checked": day.description,
                    "note": index == 1 ? "The address moved; the text is the same." : nil,
                ])
            return .record(RecordHistory(kind: .referenceCheck, key: code, line: 0, entries: [entry]))
        }
    }
}
