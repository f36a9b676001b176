// Customers and people as the values of their fields, in the form in which records keep theirs.

/// Somebody or something without a history of its own, as the values of its fields.
protocol ValuedByField: Equatable {
    var values: [String: String] { get }
    func with(_ values: [String: String]) -> Self
}

extension ValuedByField {
    /// The fields in which it differs from another, by name.
    func fields(unlike other: Self) -> [String] {
        let (mine, theirs) = (values, other.values)
        return Set(mine.keys).union(theirs.keys).filter { mine[$0] != theirs[$0] }.sorted()
    }
}

extension Account: ValuedByField {
    /// The values by field; a field without one is not there.
    public var values: [String: String] {
        [
            "name": name, "organizationID": organizationID, "country": country, "parent": parent?.description,
            "region": region,
        ].compactMapValues { $0 }
    }

    /// The account with other values; what it holds beside them stays.
    func with(_ values: [String: String]) -> Account {
        var account = self
        account.name = values["name"] ?? ""
        account.organizationID = values["organizationID"]
        account.country = values["country"]
        account.parent = values["parent"].flatMap { AccountID(text: $0) }
        account.region = values["region"]
        return account
    }
}

extension Contact: ValuedByField {
    /// The values by field; a field without one is not there.
    public var values: [String: String] {
        [
            "account": account?.description, "name": name, "email": email, "phone": phone, "language": language,
            "roles": roles.isEmpty ? nil : roles.joined(separator: " "), "portalType": portalType,
            "active": active ? "yes" : "no",
        ].compactMapValues { $0 }
    }

    /// The contact with other values; what it holds beside them stays.
    func with(_ values: [String: String]) -> Contact {
        var contact = self
        contact.account = values["account"].flatMap { AccountID(text: $0) }
        contact.name = values["name"] ?? ""
        contact.email = values["email"]
        contact.phone = values["phone"]
        contact.language = values["language"]
        contact.roles = values["roles"].blankSeparated
        contact.portalType = values["portalType"]
        contact.active = values["active"] != "no"
        return contact
    }
}

extension Agent: ValuedByField {
    /// The values by field; a field without one is not there.
    public var values: [String: String] {
        let duties = duties.map(\.rawValue).sorted()
        return [
            "name": name, "logins": logins.isEmpty ? nil : logins.sorted().joined(separator: " "),
            "duties": duties.isEmpty ? nil : duties.joined(separator: " "), "role": role,
            "tier": tier.map { String($0) }, "center": center, "shift": shift, "expertise": expertise,
            "products": products.isEmpty ? nil : products.joined(separator: "; "),
            "languages": languages.isEmpty ? nil : languages.joined(separator: " "), "active": active ? "yes" : "no",
        ].compactMapValues { $0 }
    }

    /// The agent with other values; what it holds beside them stays.
    func with(_ values: [String: String]) -> Agent {
        var agent = self
        agent.name = values["name"] ?? ""
        agent.logins = values["logins"].blankSeparated
        agent.duties = Set(values["duties"].blankSeparated.compactMap { Duty(rawValue: $0) })
        agent.role = values["role"]
        agent.tier = values["tier"].flatMap { Int($0) }
        agent.center = values["center"]
        agent.shift = values["shift"]
        agent.expertise = values["expertise"]
        agent.products = separated(values["products"] ?? "", by: ";")
        agent.languages = values["languages"]?.split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init) ?? []
        agent.active = values["active"] != "no"
        return agent
    }
}
