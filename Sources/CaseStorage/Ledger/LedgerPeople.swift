import CaseModel

// Writing agents, queues and customers.

extension SQLiteLedger {
    func put(_ agent: Agent) throws(StoreError) -> Agent {
        var agent = agent
        agent.logins = Set(agent.logins).sorted()
        let duties = Duty.allCases.filter(agent.duties.contains).map(\.rawValue).joined(separator: " ")
        agent.id = AgentID(
            try put(
                "agents",
                [
                    "name", "folded", "duties", "active", "expertise", "products", "center", "shift", "tier", "role",
                    "languages",
                ],
                id: agent.id.number,
                [
                    .text(agent.name), .text(Words.fold(agent.name)), .text(duties), SQLValue(agent.active),
                    SQLValue(agent.expertise), .text(agent.products.joined(separator: String(Agent.separator))),
                    SQLValue(agent.center), SQLValue(agent.shift), SQLValue(agent.tier.map { Int64($0) }),
                    SQLValue(agent.role),
                    .text(agent.languages.joined(separator: " ")),
                ]))
        try connection.run("DELETE FROM agent_logins WHERE agent = ?", [SQLValue(agent.id)])
        for login in agent.logins {
            try connection.run(
                "INSERT INTO agent_logins(login, agent) VALUES (?, ?)", [.text(login), SQLValue(agent.id)])
        }
        return agent
    }

    func put(_ account: Account) throws(StoreError) -> Account {
        var account = account
        account.id = AccountID(
            try put(
                "accounts", ["name", "folded", "organization", "country", "parent", "region"], id: account.id.number,
                [
                    .text(account.name), .text(Words.fold(account.name)), SQLValue(account.organizationID),
                    SQLValue(account.country), SQLValue(account.parent), SQLValue(account.region),
                ]))
        return account
    }

    func put(_ contact: Contact) throws(StoreError) -> Contact {
        var contact = contact
        let before = contact.id.number == 0 ? nil : try connection.contact(contact.id)
        contact.id = ContactID(
            try put(
                "contacts",
                [
                    "account", "name", "folded", "email", "email_folded", "phone", "language", "roles", "portal_type",
                    "active",
                ],
                id: contact.id.number,
                [
                    SQLValue(contact.account), .text(contact.name), .text(Words.fold(contact.name)),
                    SQLValue(contact.email), SQLValue(contact.email.map(Words.fold)), SQLValue(contact.phone),
                    SQLValue(contact.language), .text(contact.roles.joined(separator: " ")),
                    SQLValue(contact.portalType), SQLValue(contact.active),
                ]))
        if let before, before.name != contact.name {
            // Cases are found by the name of the person who asked.
            try connection.run(
                "UPDATE search SET contact = ? WHERE rowid IN (SELECT id FROM cases WHERE contact = ?)",
                [.text(Words.index(contact.name)), SQLValue(contact.id)])
        }
        return contact
    }

    func put(_ queue: Queue) throws(StoreError) -> Queue {
        var queue = queue
        queue.id = QueueID(
            try put(
                "queues", ["name", "folded"], id: queue.id.number, [.text(queue.name), .text(Words.fold(queue.name))]))
        return queue
    }

    /// Writes a row; number 0 makes a new one.
    ///
    /// Table and columns are words of this file, never of a person.
    private func put(
        _ table: String, _ columns: [String], id: Int64, _ values: [SQLValue]
    ) throws(StoreError) -> Int64 {
        if id != 0 {
            let sets = columns.map { "\($0) = ?" }.joined(separator: ", ")
            try connection.run("UPDATE \(table) SET \(sets) WHERE id = ?", values + [.integer(id)])
            return id
        }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table)(\(columns.joined(separator: ", "))) VALUES (\(places)) RETURNING id"
        return try connection.number(sql, values, table: table)
    }
}
