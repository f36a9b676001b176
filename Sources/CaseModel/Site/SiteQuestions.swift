// What the records of a customer's site answer.

/// How far a customer is behind the newest release of a product (domain 11, row 68).
public struct ReleaseGap: Equatable, Sendable {
    /// The record.
    public let record: RecordID
    /// The product.
    public let product: String
    /// The release they run.
    public let installed: String
    /// The newest one there is.
    public let available: String
    /// For how many days it has been there.
    public let days: Int64
    /// How long it may wait.
    public let grace: Policy.Threshold

    /// The gap of a release on a day; nil where the newest is installed, and where the policy gives no grace to go by.
    public init?(_ release: Record, on day: CivilDay, _ policy: Policy) {
        guard release.kind == .product, let installed = release["installed"], let available = release["available"],
            installed != available, let since = release.day("since"), let grace = policy.threshold("update-grace"),
            grace.days != nil
        else { return nil }
        record = release.id
        product = release.title
        self.installed = installed
        self.available = available
        days = max(0, day.daysSince1970 - since.daysSince1970)
        self.grace = grace
    }

    /// Whether it has waited longer than it may.
    public var isLate: Bool { grace.days.map { days > $0 } ?? false }

    /// The warning, with the gap and the source of the grace.
    public func words(_ policy: Policy) -> String {
        let limit = "\(grace.amount ?? 0) \(grace.unit) \(policy.credit(grace.origin.tags(of: "value")))"
        let what = "\(product) \(installed) is installed, \(available) has been there for \(days) days"
        return isLate ? "\(what), longer than \(limit)." : "\(what); \(limit) are fine."
    }
}

/// Where support can call a customer back (domain 11, row 67c).
public struct CallBack: Equatable, Sendable {
    /// The lines that are meant for it, those that work first.
    public let lines: [Record]
    /// The number that works; nil when there is none.
    public var number: String? { lines.first { $0.flag("working") == true }?["number"] }

    /// The lines among the assets of a customer; nil where the policy calls nobody back.
    public init?(_ assets: [Record], _ policy: Policy) {
        let codes = policy.duties.ledgers.assetKinds.filter(\.callsBack).map(\.code)
        guard !codes.isEmpty else { return nil }
        let all = assets.filter { asset in asset["what"].map(codes.contains) ?? false }
        lines = all.filter { $0.flag("working") == true } + all.filter { $0.flag("working") != true }
    }
}

/// How a customer stands on something it is asked to consent to (domain 11, rows 60 and 74 to 77).
public struct ConsentAnswer: Equatable, Sendable {
    /// What is asked.
    public let kind: Policy.ConsentKind
    /// The newest answer, if there is any.
    public let record: Record?
    /// What a refusal may lead to.
    public let ground: Policy.Ground?
    /// The text with the terms.
    public let reference: Policy.Reference?
    /// Whether it was given.
    public var isGiven: Bool {
        [ConsentState.granted.rawValue, ConsentState.complete.rawValue].contains(record?["state"])
    }

    /// The answers of a customer to all that serves a purpose; none where the policy asks for none.
    public static func all(_ purpose: Policy.ConsentPurpose, among records: [Record], _ policy: Policy)
        -> [ConsentAnswer]
    {
        policy.duties.ledgers.consentKinds.filter { $0.purpose == purpose }.map { kind in
            ConsentAnswer(
                kind: kind,
                record: records.filter { $0.kind == .consent && $0["about"] == kind.code }.max {
                    $0.number < $1.number
                },
                ground: policy.duties.grounds.first { $0.code == kind.ground },
                reference: policy.references.first { $0.code == kind.reference })
        }
    }
}

/// A product that a customer runs, with its licences and releases (domain 11, row 80).
public struct RunningProduct: Equatable, Sendable {
    /// The product as the first record writes it.
    public let name: String
    /// Its licences.
    public let licenses: [Record]
    /// Its releases.
    public let releases: [Record]
    /// How many licences were bought.
    public var purchased: Int { licenses.reduce(0) { $0 + LicenseBalance($1).purchased } }
    /// How many of them are allocated.
    public var allocated: Int { licenses.reduce(0) { $0 + LicenseBalance($1).allocated } }
    /// How many can still be allocated.
    public var free: Int { purchased - allocated }

    /// The products among records of licences and releases, by name.
    public static func all(_ records: [Record]) -> [RunningProduct] {
        let known = records.filter { $0.kind == .license || $0.kind == .product }
        let byName = Dictionary(grouping: known) { Words.fold($0.title) }
        return byName.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { _, records in
            RunningProduct(
                name: records.first?.title ?? "", licenses: records.filter { $0.kind == .license },
                releases: records.filter { $0.kind == .product })
        }
    }
}
