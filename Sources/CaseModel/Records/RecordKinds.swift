// The table of kinds: domain 1.1, 5, 9 and the nouns of domain 11.

extension RecordKind {
    /// Every kind there is.
    public static let all: [RecordKind] =
        [
            contract, entitlement, membership, purchase, partner, hardware, license, attachment, environment, notice,
            referenceCheck, reveal, alert,
        ] + siteKinds

    static let customer = RecordField(
        account, .account, "the customer", source: "domain 11 row 5", fixed: true)

    private static func belongs(to kind: String, _ meaning: String) -> RecordField {
        RecordField(kind, .record([kind]), meaning, source: "domain 11 row 22", fixed: true)
    }

    /// A support and maintenance contract.
    public static let contract = RecordKind(
        "contract", "CN", act: .keepRecords, title: "number", start: "start", end: "end",
        [
            customer,
            RecordField("number", .text(200), "the number on paper", source: "domain 11 row 22", required: true),
            RecordField("plans", .words, "the plans it buys", source: "domain 11 row 16"),
            RecordField("start", .day, "its first day", source: "CTX126197", required: true),
            RecordField("end", .day, "its last day", source: "CTX126197", required: true),
            RecordField("partner", .account, "the partner who manages it", source: "CTX126197"),
            RecordField("note", .text(4000), "anything else", source: "INF"),
        ])

    /// What a contract entitles to.
    public static let entitlement = RecordKind(
        "entitlement", "EN", act: .keepRecords, title: "product", start: "start", end: "end", parent: "contract",
        [
            customer, belongs(to: "contract", "the contract it is part of"),
            RecordField("product", .text(200), "the product; every one when there is none", source: "CTX126197"),
            RecordField("plan", .plan, "the plan", source: "domain 11 row 16", required: true),
            RecordField("quantity", .count(1...1_000_000_000), "how many licences it covers", source: "426101"),
            RecordField("start", .day, "its first day; the contract's when there is none", source: "CTX126197"),
            RecordField("end", .day, "its last day; the contract's when there is none", source: "CTX126197"),
            RecordField("telemetry", .flag, "whether licence telemetry is compliant", source: "CTX126197"),
            RecordField("endOfLife", .day, "the day from which the product has no support", source: "PLC"),
        ])

    /// A renewable item under a contract.
    public static let membership = RecordKind(
        "membership", "MB", act: .keepRecords, title: "product", end: "end", parent: "contract",
        together: ["contact", "naming", "since"],
        [
            customer, belongs(to: "contract", "the contract it renews"),
            RecordField("product", .text(200), "the product", source: "domain 11 row 23", required: true),
            RecordField("quantity", .count(1...1_000_000_000), "how many", source: "domain 11 row 23"),
            RecordField("end", .day, "its last day", source: "domain 11 row 23", required: true),
            RecordField(
                "contact", .contact, "the Renewal Contact", source: "domain 11 row 8", act: .keepContacts),
            RecordField(
                "naming", .word(Naming.allCases.map(\.rawValue)), "how the contact was found",
                source: "domain 11 row 8", act: .keepContacts),
            RecordField(
                "since", .day, "the day from which it is that contact", source: "domain 11 row 8", act: .keepContacts),
            RecordField(
                "toldBy", .text(200), "who told us of the contact", source: "domain 11 row 18", act: .keepContacts),
        ])

    /// Something the customer bought.
    public static let purchase = RecordKind(
        "purchase", "PU", act: .keepRecords, title: "order",
        [
            customer,
            RecordField("order", .text(200), "the order", source: "domain 11 row 19", required: true),
            RecordField("day", .day, "when", source: "domain 11 row 19", required: true),
            RecordField("product", .text(200), "the product", source: "domain 11 row 19", required: true),
            RecordField("quantity", .count(1...1_000_000_000), "how many licences", source: "426101", required: true),
            RecordField("contact", .contact, "the contact who was named", source: "domain 11 row 19"),
        ])

    /// A company or person that acts for a customer; its removal is the customer's act.
    public static let partner = RecordKind(
        "partner", "PA", act: .keepPartners, title: "company", start: "from", end: "to", mark: "company",
        together: ["removedOn", "removedBy", "toldBy"],
        [
            customer,
            RecordField("company", .account, "who acts for it", source: "domain 11 row 25", fixed: true),
            RecordField("role", .code("contact-role"), "what it is for the customer", source: "domain 11 rows 25, 26"),
            RecordField("person", .contact, "the one person who may; anybody there otherwise", source: "S"),
            RecordField(
                "scope", .word(["cases", "renewals", "both"]), "what for", source: "domain 13 row 20", required: true),
            RecordField("from", .day, "the first day", source: "domain 11 row 25", required: true),
            RecordField("to", .day, "the last day", source: "domain 11 row 25"),
            RecordField("removedOn", .day, "when the customer removed it", source: "domain 11 row 27"),
            RecordField("removedBy", .agent, "who recorded that", source: "domain 11 row 27"),
            RecordField("toldBy", .contact, "who at the customer said so", source: "domain 11 row 27"),
        ])

    /// A machine under maintenance.
    public static let hardware = RecordKind(
        "hardware", "HW", act: .keepRecords, title: "serial", start: "start", end: "end",
        [
            customer,
            RecordField("product", .text(200), "the product", source: "domain 6", required: true),
            RecordField("serial", .text(200), "the serial number", source: "domain 7.2", required: true),
            RecordField("plan", .plan, "the level of maintenance", source: "domain 6", required: true),
            RecordField("start", .day, "the first day", source: "domain 6", required: true),
            RecordField("end", .day, "the last day", source: "domain 6", required: true),
            RecordField("address", .text(1000), "where it stands", source: "ASO"),
        ])
}

/// How the contact of a membership was found.
public enum Naming: String, CaseIterable, Sendable {
    /// Somebody named it.
    case named
    /// The default rule assigned it (domain 5.1).
    case automatic
}
