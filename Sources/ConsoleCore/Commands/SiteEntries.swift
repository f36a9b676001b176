import CaseModel

extension CommandEntry {
    /// The commands of licences, and of what happens at a customer's site.
    static let siteEntries: [CommandEntry] = [
        records(
            .license, .license, "Lists, shows, adds licences; allocates, moves, returns and downloads them.",
            usualVerbs + "|history ID|allocate ID --quantity N --binding HOST|reallocate ID --quantity N --from HOST "
                + "--to HOST|return ID --quantity N --binding HOST --reason TEXT|download ID [--binding HOST]"
                + "|advice ID -m TEXT",
            .quantity, .binding, .from, .to, .reason),
        records(
            .shipment, .shipment, "Follows machines sent in for testing, step by step as the policy has it.",
            "list [TEXT]|show ID|set ID… FIELD=VALUE…|propose --account A item=WORD|agree ID [--contact C]|attest ID "
                + "--contact C|ship ID destination=WORD|receive ID|return ID finding=TEXT [--on TIME]",
            .contact, .on),
        records(
            .replacement, .replacement, "Follows machines that are replaced, and the clock of their maintenance.",
            "list [TEXT]|show ID|set ID… FIELD=VALUE…|request hardware=ID reason=TEXT|confirm ID|authorise ID "
                + "[distance=N sameCountry=yes]|ship ID|deliver ID|return ID|complete ID [--on TIME]",
            .contact, .on),
        records(
            .hours, .hours, "Tells and uses the hours of scheduled support of a contract.",
            "list [TEXT]|show CONTRACT|show ID|use CONTRACT LENGTH [FIELD=VALUE…]|set ID… FIELD=VALUE…", .on),
        records(
            .access, .access, "Keeps leave to come to a customer's site or machines, and each visit.",
            usualVerbs + "|visit ID -m TEXT [--contact C] [--on TIME]", .contact, .on),
        records(
            .asset, .asset, "Keeps what a customer has for support to depend on, and where it can be called.",
            usualVerbs + "|check --account A", .contact),
        records(
            .product, .product, "Keeps which releases a customer runs, beside its licences.",
            usualVerbs + "|check --account A", .contact),
        records(
            .consent, .consent, "Keeps what customers agreed to: that they cooperate.",
            "list [TEXT]|show ID|accept --account A --contact C|refuse --account A --contact C|check --account A",
            .contact),
        records(
            .auditConsent, .consent, "Asks customers for an audit of licences, and keeps what they answer.",
            "list [TEXT]|show ID|request --account A|grant ID --contact C|refuse ID --contact C|complete ID"
                + "|check --account A",
            .contact),
    ]
}
