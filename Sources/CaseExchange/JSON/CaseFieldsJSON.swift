public import CaseModel

extension CaseJSON {
    /// The keys of a case, in the order in which they are always written.
    static func fields(_ item: Case, _ names: Names, at now: Timestamp) -> [JSON.Field] {
        [
            .init("id", JSON(describing: item.id)),
            .init("externalID", JSON(item.externalID)),
            .init("subject", .string(item.subject)),
            .init("description", .string(item.description)),
            .init("type", .string(item.type.code)),
            .init("status", .string(item.status.code)),
            .init("severity", code(item.severity)),
            .init("requestedSeverity", code(item.requestedSeverity)),
            .init("account", named(item.account, item.account.flatMap { names.accounts[$0] })),
            .init("contact", named(item.contact, item.contact.flatMap { names.contacts[$0] })),
            .init("partner", named(item.partner, item.partner.flatMap { names.accounts[$0] })),
            .init("product", named(String?.none, item.product)),
            .init("channel", JSON(item.channel?.code)),
            .init("plan", JSON(item.plan)), .init("entitlement", JSON(describing: item.entitlement)),
            .init("region", JSON(item.region)),
            .init("center", named(item.center, item.center.flatMap(names.known.center))),
            .init("queue", named(item.queue, item.queue.flatMap { names.queues[$0] })),
            .init("owner", named(item.owner, item.owner.flatMap { names.agents[$0] })),
            .init(
                "criticalSituationManager",
                named(item.criticalSituationManager, item.criticalSituationManager.flatMap { names.agents[$0] })),
            .init("openedAt", JSON(describing: item.openedAt)),
            .init("firstResponseAt", JSON(describing: item.firstResponseAt)),
            .init("responseDueAt", JSON(describing: item.response.due)),
            .init("responseTarget", JSON(item.response.target)),
            .init("responseState", .string(item.response.phase(at: now).rawValue)),
            .init("followUpDueAt", JSON(describing: item.followUp.due)),
            .init("followUpState", .string(item.followUp.phase(at: now).rawValue)),
            .init("updatedAt", JSON(describing: item.updatedAt)),
            .init("closedAt", JSON(describing: item.closedAt)),
            .init("closureReason", JSON(item.closureReason?.code)),
            .init("duplicateOf", JSON(describing: item.duplicateOf)),
            .init("snoozedUntil", JSON(describing: item.snoozedUntil)),
            .init("tags", .array(item.tags.map(JSON.string))),
            .init("watchers", .array(item.watchers.map { named($0, names.agents[$0]) })),
            .init("policy", JSON(item.policy)), .init("language", JSON(item.language)),
            .init("flags", .array(item.flags.map(JSON.string))), .init("given", extra(item.given)),
            .init("extra", extra(item.extra)),
            .init("version", .number(Int64(item.version))),
        ]
    }

    /// A severity as scripts know it: a number where its code is one.
    public static func code(_ severity: Severity) -> JSON {
        Int64(severity.code).map { .number($0) } ?? .string(severity.code)
    }

    private static func extra(_ values: [String: String]) -> JSON {
        let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return .object(sorted.map { .init($0.key, .string($0.value)) })
    }
}
