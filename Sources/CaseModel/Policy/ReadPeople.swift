import SettingsText

// How the sections of people and requests become records.

extension PolicyReader {
    mutating func people() -> Policy.People {
        Policy.People(
            teams: records("team", team), roles: records("role", role),
            contactRoles: records("contact-role", contactRole), portalTypes: records("portal-type", portalType),
            rights: records("right", named), expertise: records("expertise", expertise),
            shifts: records("shift", shift), languages: records("language", language),
            availabilities: records("availability", named))
    }

    private func team(_ at: inout SectionReader) -> Policy.Team? {
        Policy.Team(
            code: at.code(), name: at.text("name"), does: at.optional("does"), regions: at.list("regions"),
            origin: at.origin)
    }

    private func role(_ at: inout SectionReader) -> Policy.Role? {
        Policy.Role(
            code: at.code(), name: at.text("name"), also: at.list("also"), team: at.optional("team"),
            availability: at.choice("availability", Policy.Availability.self), isCritical: at.flag("critical"),
            isFastTrack: at.flag("fast-track"), records: at.list("records"), isAssigned: at.flag("assigned"), isPrincipal: at.flag("principal"),
            tier: at.number("tier"), does: at.optional("does"), origin: at.origin)
    }

    private func contactRole(_ at: inout SectionReader) -> Policy.ContactRole? {
        Policy.ContactRole(
            code: at.code(), name: at.text("name"), may: at.list("may"), isPrimary: at.flag("primary"),
            isOutside: at.flag("outside"), does: at.optional("does"), origin: at.origin)
    }

    private func portalType(_ at: inout SectionReader) -> Policy.PortalType? {
        Policy.PortalType(
            code: at.code(), name: at.text("name"), may: at.list("may"), mayRestricted: at.list("may.restricted"),
            does: at.optional("does"), origin: at.origin)
    }

    mutating func intake() -> Policy.Intake {
        Policy.Intake(
            channels: records("channel", channel), requestTypes: records("request-type", requestType),
            troubleshooting: records("troubleshooting", step), selfHelp: records("self-help", selfHelp))
    }

    private func channel(_ at: inout SectionReader) -> Policy.Channel? {
        Policy.Channel(
            code: at.code(), name: at.text("name"), isForCritical: at.flag("critical"),
            also: at.list("also"), origin: at.origin)
    }

    private func requestType(_ at: inout SectionReader) -> Policy.RequestType? {
        let byRegion = at.parts("team").map { ($0.part, $0.entry.value) }
        return Policy.RequestType(
            code: at.code(), name: at.text("name"), team: at.text("team"),
            teamByRegion: Dictionary(byRegion, uniquingKeysWith: { first, _ in first }), kind: at.text("kind"),
            may: at.list("may"), role: at.optional("role"), about: at.list("about"), origin: at.origin)
    }
}
