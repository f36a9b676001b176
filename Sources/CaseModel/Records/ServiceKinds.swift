// What is kept of the service beside contracts: environments, notices, looks at references.

extension RecordKind {
    /// A site that is supported, what it must do, and who at the provider knows it (domain 11, rows 47 to 49, 81).
    public static let environment = RecordKind(
        "environment", "EV", act: .keepEnvironments, title: "name", mark: "manager",
        [
            customer,
            RecordField("name", .text(200), "what people call it", source: "domain 11 row 81", required: true),
            RecordField("description", .text(4000), "what stands there", source: "domain 11 row 81"),
            RecordField("critical", .flag, "whether the business stops with it", source: "domain 11 row 81"),
            RecordField("objectives", .text(4000), "what it must do for the customer", source: "domain 11 row 48"),
            RecordField("reviewed", .day, "when the objectives were last looked at", source: "domain 11 row 48"),
            RecordField("manager", .agent, "who is assigned to it", source: "domain 11 row 47"),
            RecordField(
                "principal", .flag, "whether that is the principal point of contact", source: "domain 11 row 49"),
        ])

    /// A notice to a customer (domain 11, rows 17a to 17c).
    public static let notice = RecordKind(
        "notice", "NT", act: .keepContacts, title: "subject", parent: "membership", mark: "state",
        together: ["recipient", "sentAt"],
        [
            customer,
            RecordField("kind", .code("notice"), "what it tells", source: "domain 11 row 17", fixed: true),
            RecordField(
                "membership", .record(["membership"]), "the membership it is about", source: "domain 11 row 17"),
            RecordField("subject", .text(200), "what it says", source: "domain 11 row 17", required: true),
            RecordField("due", .day, "the day on which it is due", source: "domain 11 row 17", required: true),
            RecordField("effective", .day, "from when on it holds", source: "domain 11 row 17b"),
            RecordField("oldPrice", .text(200), "where the old price stands", source: "domain 11 row 17b"),
            RecordField("newPrice", .text(200), "where the new price stands", source: "domain 11 row 17b"),
            RecordField(
                "state", .word(NoticeState.allCases.map(\.rawValue)), "what became of it", source: "domain 11 row 17",
                required: true),
            RecordField("recipient", .contact, "who got it; found when it is sent", source: "domain 11 row 17"),
            RecordField("sentAt", .instant, "when it was sent", source: "domain 11 row 17"),
            RecordField("problem", .text(1000), "why it was not sent", source: "domain 11 row 17"),
            RecordField("note", .text(4000), "anything else", source: "INF"),
        ])

    /// That somebody asked how a person at a customer is reached, and was told (reliability 5.2).
    public static let reveal = RecordKind(
        "reveal", "RV", act: .note, title: "contact",
        [
            customer,
            RecordField("contact", .contact, "whose mail and telephone were shown", source: "INF", fixed: true),
            RecordField("by", .agent, "who asked", source: "INF", fixed: true),
            RecordField("at", .instant, "when", source: "INF", fixed: true),
        ])

    /// When somebody last looked at a reference of the policy (domain 11, rows 4, 28, 57, 75, 78).
    public static let referenceCheck = RecordKind(
        "reference-check", "RC", act: .keepRecords, title: "reference",
        [
            RecordField("reference", .code("reference"), "the reference", source: "domain 11 row 4", fixed: true),
            RecordField("checked", .day, "when somebody looked", source: "domain 11 row 4", required: true),
            RecordField("note", .text(4000), "what was found", source: "INF"),
        ])
}

/// What became of a notice.
public enum NoticeState: String, CaseIterable, Sendable {
    /// It waits for somebody to tell.
    case open
    /// It was sent.
    case sent
    /// It came back.
    case bounced
}
