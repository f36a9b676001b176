import CaseModel

extension CaseJSON {
    /// The keys of a case, in the order in which they are always written.
    static func fields(_ item: Case, _ names: Names) -> [JSON.Field] {
        [
            .init("id", JSON(describing: item.id)),
            .init("externalID", JSON(item.externalID)),
            .init("subject", .string(item.subject)),
            .init("description", .string(item.description)),
            .init("type", .string(item.type.rawValue)),
            .init("status", .string(item.status.rawValue)),
            .init("severity", .number(Int64(item.severity.rawValue))),
            .init("requestedSeverity", .number(Int64(item.requestedSeverity.rawValue))),
            .init("account", named(item.account, item.account.flatMap { names.accounts[$0] })),
            .init("contact", named(item.contact, item.contact.flatMap { names.contacts[$0] })),
            .init("partner", named(item.partner, item.partner.flatMap { names.accounts[$0] })),
            .init("product", named(String?.none, item.product)),
            .init("channel", JSON(item.channel?.rawValue)),
            // Cover and clocks have nothing to say yet.
            .init("plan", .null), .init("entitlement", .null), .init("region", .null), .init("center", .null),
            .init("queue", named(item.queue, item.queue.flatMap { names.queues[$0] })),
            .init("owner", named(item.owner, item.owner.flatMap { names.agents[$0] })),
            .init("criticalSituationManager", .null),
            .init("openedAt", JSON(describing: item.openedAt)),
            .init("firstResponseAt", JSON(describing: item.firstResponseAt)),
            .init("responseDueAt", .null), .init("responseTarget", .null), .init("responseState", .string("none")),
            .init("updatedAt", JSON(describing: item.updatedAt)),
            .init("closedAt", JSON(describing: item.closedAt)),
            .init("closureReason", JSON(item.closureReason?.rawValue)),
            .init("duplicateOf", JSON(describing: item.duplicateOf)),
            .init("snoozedUntil", JSON(describing: item.snoozedUntil)),
            .init("tags", .array(item.tags.map(JSON.string))),
            .init("watchers", .array(item.watchers.map { named($0, names.agents[$0]) })),
            .init("extra", extra(item.extra)),
            .init("version", .number(Int64(item.version))),
        ]
    }

    private static func extra(_ values: [String: String]) -> JSON {
        let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return .object(sorted.map { .init($0.key, .string($0.value)) })
    }
}
