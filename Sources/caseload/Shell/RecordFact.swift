import CaseExchange
import CaseModel

/// Something that follows from a record and is not one of its fields: as JSON, and in lines to read.
struct RecordFact {
    /// The key and the value in JSON.
    let json: JSON.Field
    /// The lines that tell it; none for what only programs want.
    let lines: [String]

    /// A fact of one line, with its name before it.
    init(_ name: String, _ value: JSON, _ words: String?) {
        json = JSON.Field(name, value)
        lines = words.map { $0.isEmpty ? [] : ["\(name): \($0)"] } ?? []
    }

    /// A fact of several lines.
    init(_ name: String, _ value: JSON, lines: [String]) {
        json = JSON.Field(name, value)
        self.lines = lines.isEmpty ? [] : ["\(name):"] + lines.map { "  \($0)" }
    }
}

extension JSON {
    /// An object with more keys behind its own.
    func adding(_ more: [Field]) -> JSON {
        guard case .object(let fields) = self else { return self }
        return .object(fields + more)
    }
}

/// What follows from records by a policy on a day.
struct RecordFacts {
    /// The policy.
    let policy: Policy
    /// The day.
    let today: CivilDay
}

extension Shell {
    /// What follows from records by the policy of a store, today.
    func facts(_ store: any CaseStore) async throws(Failure) -> RecordFacts {
        do throws(StoreError) {
            return RecordFacts(policy: try await store.policies.inForce, today: today)
        } catch {
            throw Failure(error)
        }
    }
}

extension RecordFacts {
    /// The facts that lists show of a kind of record.
    static func listed(of kind: RecordKind) -> [String] {
        switch kind {
        case .license: ["allocated", "free", "standing"]
        case .product: ["behind"]
        default: []
        }
    }

    /// The facts of a record that follow from itself.
    func listed(_ record: Record) -> [RecordFact] {
        switch record.kind {
        case .license:
            let balance = LicenseBalance(record)
            let standing = LicenseStanding(record, on: today, policy)
            let marks = standing.marks.map(\.rawValue)
            let left = standing.daysLeft.map { $0 < 0 ? ["\(-$0) days ago"] : ["\($0) days left"] } ?? []
            return [
                RecordFact("allocated", .number(Int64(balance.allocated)), String(balance.allocated)),
                RecordFact("free", .number(Int64(balance.free)), String(balance.free)),
                RecordFact(
                    "standing", .array(marks.map(JSON.string)), (marks + left).joined(separator: ", ")),
            ]
        case .product:
            let gap = ReleaseGap(record, on: today, policy)
            return [RecordFact("behind", JSON(gap?.words(policy)), gap?.words(policy))]
        default: return []
        }
    }

    /// All that follows from a record with its history.
    func all(_ file: RecordFile, _ store: any CaseStore, _ now: Timestamp) async throws(StoreError) -> [RecordFact] {
        let record = file.record
        let own = listed(record)
        switch record.kind {
        case .license:
            let account = try await account(of: record, store)
            return own + route(about: record.kind, account)
        case .shipment: return own + steps(file, plan: nil)
        case .replacement:
            guard let id = record.parent else { return own }
            let machine = try await store.recordFile(id).record
            let account = try await account(of: record, store)
            return own + steps(file, plan: machine["plan"])
                + clock(file, machine: machine, account, try await store.policies.zones, now)
        case .hours:
            guard let id = record.parent, let day = record.day("day") else { return own }
            return own + hours(try await store.hours(of: id, on: day), of: id)
        case .access:
            guard let account = record.account else { return own }
            let visits = try await store.records(RecordQuery(.visit, of: [account]))
            return own + self.visits(visits, under: record.id)
        case .asset:
            let kind = policy.duties.ledgers.assetKinds.first { $0.code == record["what"] }
            let duty = kind?.duty.map { "\($0) \(policy.credit(kind?.origin.tags(of: "duty") ?? []))" }
            return own + [RecordFact("duty", JSON(duty), duty)]
        case .consent:
            guard let kind = policy.duties.ledgers.consentKinds.first(where: { $0.code == record["about"] }) else {
                return own
            }
            let answers = ConsentAnswer.all(kind.purpose, among: [record], policy)
            return own + answers.filter { $0.kind == kind }.flatMap(consent)
        case .entitlement: return own + benefits(record)
        default: return own
        }
    }

    private func account(of record: Record, _ store: any CaseStore) async throws(StoreError) -> Account? {
        guard let id = record.account else { return nil }
        return try await store.account(id)
    }

    /// Where questions go (domain 11, rows 36b, 44 and 45).
    private func route(about kind: RecordKind, _ account: Account?) -> [RecordFact] {
        guard let route = policy.route(about: kind, region: account?.region) else { return [] }
        let source = policy.credit(route.request.origin.tags(of: "team"))
        let others = route.otherwise.map { "\($0.team) in \($0.region)" }
        let words =
            ([route.team.name] + others).joined(separator: ", or ")
            + (route.role.map { ", for \($0.name)s" } ?? "") + " \(source)"
        let region = account?.region.map { "; \($0)" } ?? "; the customer's region is not known"
        let json = JSON.object([
            .init("request", .string(route.request.code)), .init("team", .string(route.team.code)),
            .init("teamName", .string(route.team.name)), .init("role", JSON(route.role?.code)),
            .init("region", JSON(account?.region)), .init("source", .string(source)),
        ])
        return [RecordFact("questions", json, words + (others.isEmpty ? "" : region))]
    }

    /// What the plan of an entitlement brings (domain 11, row 79).
    private func benefits(_ record: Record) -> [RecordFact] {
        guard let plan = policy.cover.plans.first(where: { $0.code == record["plan"] }) else { return [] }
        let credit = policy.credit(plan.origin.tags(of: "benefit"))
        return [
            RecordFact(
                "benefits", .array(plan.benefits.map(JSON.string)), lines: plan.benefits.map { "\($0) \(credit)" })
        ]
    }
}
