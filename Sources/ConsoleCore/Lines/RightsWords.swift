import CaseModel

extension Policy {
    /// What a person at a customer may do by roles and portal access, in the policy's words and order; empty for nothing
    /// that the policy names.
    ///
    /// Somebody of a partner has no role there: an appointment lets such a person call, which is said with its cover.
    /// Whether an access is restricted is not known here, so of a portal type only what it lets in any case counts.
    ///
    /// - Parameter facts: what is known of the customer and who is above it; nil while that is still to come.
    func rights(of contact: Contact, at facts: CoverFacts?) -> [String] {
        guard contact.active, facts?.accounts.contains(where: { $0.id == contact.account }) ?? true else { return [] }
        let roles = people.contactRoles.filter { contact.roles.contains($0.code) }.flatMap(\.may)
        let portal = people.portalTypes.first { $0.code == contact.portalType }
        let access = portal.map { type in
            type.mayRestricted.isEmpty ? type.may : type.may.filter(type.mayRestricted.contains)
        }
        let all = Set(roles + (access ?? []))
        return people.rights.filter { all.contains($0.code) }.map(\.name)
    }
}
