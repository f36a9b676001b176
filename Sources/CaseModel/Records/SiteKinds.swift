// The table of kinds, continued: licences, and what happens at a customer's site (domain 11, rows 37 to 43, 60, 66 to
// 68, 71 to 77; domain 12).

extension RecordKind {
    /// A licence: how much was bought, and how much of it is allocated to which host (domain 8).
    public static let license = RecordKind(
        "license", "LI", act: .keepRecords, title: "product", start: "bought", end: "expires", parent: "entitlement",
        [
            customer,
            RecordField("product", .text(200), "the product", source: "domain 11 row 38", required: true),
            RecordField("quantity", .count(1...Amounts.most), "how many were bought", source: "LIC", required: true),
            RecordField("bought", .day, "when", source: "LIC"),
            RecordField("expires", .day, "the last day it is good for", source: "domain 11 row 38"),
            RecordField("entitlement", .record(["entitlement", "contract"]), "what covers it", source: "426101"),
            RecordField("code", .text(200), "the code it is known by", source: "INF"),
            RecordField("whole", .flag, "whether it is allocated whole or not at all", source: "LIC"),
            RecordField("note", .text(4000), "anything else", source: "INF"),
            RecordField(lastAct, .text(600), "what was done with it last", source: "INF", byAct: true),
            RecordField(allocations, .amounts, "how many each host has", source: "domain 11 row 40", byAct: true),
            RecordField(
                "files", .amounts, "how often each host's file was downloaded", source: "domain 11 row 39",
                byAct: true),
            RecordField(
                "downloaded", .instant, "the first download of all", source: "domain 11 row 39a", byAct: true),
        ])

    /// The field with the last act, for kinds whose history is made of acts.
    public static let lastAct = "act"

    /// The field with what each host has of a licence.
    public static let allocations = "allocations"

    static let siteKinds: [RecordKind] = [
        shipment, replacement, hours, access, visit, asset, product, consent,
    ]

    private static let forCase = RecordField("case", .item, "the case it is for", source: "INF")
    private static let note = RecordField("note", .text(4000), "anything else", source: "INF")
    private static let step = RecordField("step", .text(40), "where it stands", source: "domain 12", byAct: true)
    private static let stepAt = RecordField(
        "stepAt", .instant, "since when it stands there", source: "domain 12", byAct: true)

    /// A machine, or a part of one, sent in for testing.
    public static let shipment = RecordKind(
        "shipment", "SH", act: .keepSite, title: "item", mark: "step",
        [
            customer, forCase,
            RecordField("item", .code("shipment-item"), "what is sent", source: "domain 11 row 71", fixed: true),
            RecordField("serial", .text(200), "its serial number", source: "domain 11 row 71"),
            RecordField(
                "agreedByCustomer", .contact, "who agreed for the customer", source: "domain 11 row 71", byAct: true),
            RecordField("agreedByUs", .agent, "who agreed for support", source: "domain 11 row 71", byAct: true),
            RecordField(
                "attestedBy", .contact, "who attested that no confidential or personal data is on it",
                source: "domain 11 row 73", byAct: true),
            RecordField("destination", .code("destination"), "where it goes", source: "domain 11 row 72"),
            RecordField("tracking", .text(200), "the number of the parcel", source: "domain 11 row 71"),
            RecordField("finding", .text(4000), "what the test found", source: "domain 11 row 71c"),
            step, stepAt, note,
        ])

    /// A machine that is replaced.
    public static let replacement = RecordKind(
        "replacement", "RP", act: .keepSite, title: "reason", parent: "hardware", mark: "step",
        [
            customer,
            RecordField("hardware", .record(["hardware"]), "the machine", source: "domain 12", fixed: true),
            forCase,
            RecordField("reason", .text(1000), "what is wrong with it", source: "domain 12", required: true),
            RecordField("confirmedBy", .agent, "who confirmed the defect", source: "SPUN", byAct: true),
            RecordField("center", .code("center"), "the centre it comes from", source: "domain 6"),
            RecordField(
                "distance", .count(0...100_000), "how far the site is from it, in the policy's unit",
                source: "426101, ASO"),
            RecordField(
                "sameCountry", .flag, "whether the site is in the centre's country", source: "426101, ASO"),
            RecordField("fallback", .code("plan"), "the level taken instead, for once", source: "domain 12"),
            RecordField("tracking", .text(200), "the number of the parcel", source: "INF"),
            step, stepAt, note,
        ])

    /// Scheduled support that was used.
    public static let hours = RecordKind(
        "hours", "HU", act: .keepSite, title: "note", parent: "contract",
        [
            customer,
            RecordField("contract", .record(["contract"]), "the contract it counts to", source: "PRI", fixed: true),
            RecordField("day", .day, "when", source: "domain 13 row 29", fixed: true),
            RecordField("minutes", .count(0...100_000), "how long", source: "PRI", required: true),
            RecordField("by", .agent, "who was there", source: "INF", fixed: true),
            forCase, note,
        ])

    /// Leave to come to the customer's site, or to its machines from afar.
    public static let access = RecordKind(
        "access", "AX", act: .keepSite, title: "scope", start: "from", end: "to",
        [
            customer,
            RecordField("way", .code("access-kind"), "in which way", source: "domain 13 row 26", fixed: true),
            RecordField("scope", .text(1000), "to what", source: "domain 11 row 66", required: true),
            RecordField("from", .day, "the first day", source: "domain 11 row 66", required: true),
            RecordField("to", .day, "the last day", source: "domain 11 row 66"),
            RecordField("person", .contact, "who gave it", source: "domain 11 row 66", required: true),
            forCase, note,
        ])

    /// A visit, or a session from afar.
    public static let visit = RecordKind(
        "visit", "VI", act: .keepSite, title: "note", parent: "access",
        [
            customer,
            RecordField(
                "access", .record(["access"]), "the leave it was under", source: "domain 11 row 66", fixed: true),
            RecordField("at", .instant, "when", source: "domain 11 row 66", fixed: true),
            RecordField("by", .agent, "who came", source: "domain 11 row 66", fixed: true),
            RecordField("consentBy", .contact, "who consented to it", source: "domain 11 row 66"),
            forCase,
            RecordField("note", .text(4000), "what was done", source: "domain 11 row 66", required: true),
        ])

    /// Something of the customer that support depends on.
    public static let asset = RecordKind(
        "asset", "AS", act: .keepSite, title: "name",
        [
            customer,
            RecordField("what", .code("asset-kind"), "what it is", source: "domain 11 row 67", fixed: true),
            RecordField("name", .text(200), "which one", source: "domain 11 row 67", required: true),
            RecordField("number", .text(60), "the number to call", source: "domain 11 row 67c"),
            RecordField("working", .flag, "whether it works", source: "domain 11 row 67c"),
            RecordField("checked", .day, "when that was tried last", source: "INF"),
            note,
        ])

    /// A product that a customer runs: the release that is installed, and the newest one there is.
    public static let product = RecordKind(
        "product", "PR", act: .keepSite, title: "product",
        [
            customer,
            RecordField("product", .text(200), "the product", source: "domain 11 row 68", required: true),
            RecordField("installed", .text(100), "the release they run", source: "domain 11 row 68", required: true),
            RecordField("available", .text(100), "the newest release there is", source: "domain 11 row 68"),
            RecordField("since", .day, "when that one came out", source: "domain 11 row 68"),
            note,
        ])

    /// What a customer was asked to consent to, and what it answered.
    public static let consent = RecordKind(
        "consent", "CO", act: .keepSite, title: "about", mark: "state",
        [
            customer,
            RecordField("about", .code("consent-kind"), "to what", source: "domain 11 row 74", fixed: true),
            RecordField(
                "state", .word(ConsentState.allCases.map(\.rawValue)), "how it stands", source: "domain 11 row 74",
                required: true),
            RecordField("day", .day, "since when", source: "domain 11 row 60", required: true),
            RecordField("by", .contact, "who answered", source: "domain 11 row 60"),
            forCase, note,
        ])
}

/// How a consent stands.
public enum ConsentState: String, CaseIterable, Sendable {
    /// Nobody answered yet.
    case requested
    /// The customer consents.
    case granted
    /// The customer does not.
    case refused
    /// What was consented to is done.
    case complete
}
