// Who may act for a customer: roles from outside, as far as the policy lets them (domain 11, rows 25 to 27).

extension Policy {
    /// The right to act for a customer, as policies name it.
    static let actingRight = "act-on-behalf"

    /// The roles from outside that may act for a customer.
    public var actingRoles: [ContactRole] {
        people.contactRoles.filter { $0.isOutside && $0.may.contains(Policy.actingRight) }
    }
}

extension CaseLedger {
    /// An appointment is of a role that may act for customers, and stays as it was once the customer removed it.
    func checkAppointment(_ old: Record, _ edit: RecordEdit) throws(StoreError) {
        if let removed = old.day("removedOn"), !edit.values.isEmpty {
            throw .refused(.appointmentRemoved(old.id, removed))
        }
        let roles = policies.inForce.actingRoles
        guard old.version == 0 || edit.values["role"] != nil else { return }
        guard !roles.isEmpty else { throw .refused(.noActingRole) }
        guard let code = edit.values["role"] ?? nil else { return }
        guard roles.contains(where: { $0.code == code.lowercased() }) else {
            throw .refused(.notActing(code, roles))
        }
    }
}

extension Refusal {
    static func appointmentRemoved(_ id: RecordID, _ day: CivilDay) -> Refusal {
        Refusal(
            rule: "partner-removed", message: "The customer removed the partner of \(id) on \(day); it stays removed.",
            remedy: "Let the customer appoint it anew (partner appoint).")
    }

    static let noActingRole = Refusal(
        rule: "partner-no-role", message: "The policy lets nobody from outside act for a customer.",
        remedy: "Give an outside [contact-role] of it the right \(Policy.actingRight).")

    static func notActing(_ code: String, _ roles: [Policy.ContactRole]) -> Refusal {
        Refusal(
            rule: "partner-role", message: "\(code) is no role from outside that may act for a customer.",
            remedy: "Give one of these: \(roles.map(\.code).joined(separator: ", ")).")
    }
}
