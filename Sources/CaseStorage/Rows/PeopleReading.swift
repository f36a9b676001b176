import CaseModel

extension Connection {
    func agents(_ rest: String = "ORDER BY folded, id", _ values: [SQLValue] = []) throws(StoreError) -> [Agent] {
        try all("SELECT \(Agent.columns) FROM agents \(rest)", values, table: "agents") {
            (row) throws(StoreError) in try Agent(row)
        }
    }

    func accounts(_ rest: String, _ values: [SQLValue]) throws(StoreError) -> [Account] {
        try all("SELECT \(Account.columns) FROM accounts \(rest)", values, table: "accounts") {
            (row) throws(StoreError) in try Account(row)
        }
    }

    func contacts(_ rest: String, _ values: [SQLValue]) throws(StoreError) -> [Contact] {
        try all("SELECT \(Contact.columns) FROM contacts \(rest)", values, table: "contacts") {
            (row) throws(StoreError) in try Contact(row)
        }
    }

    func queues(_ rest: String = "ORDER BY folded, id", _ values: [SQLValue] = []) throws(StoreError) -> [Queue] {
        try all("SELECT \(Queue.columns) FROM queues \(rest)", values, table: "queues") {
            (row) throws(StoreError) in try Queue(row)
        }
    }

    func accounts(_ ids: [AccountID]) throws(StoreError) -> [Account] {
        try accounts(Connection.numbered, [.text(Connection.list(ids.map(\.number)))])
    }

    func contacts(_ ids: [ContactID]) throws(StoreError) -> [Contact] {
        try contacts(Connection.numbered, [.text(Connection.list(ids.map(\.number)))])
    }

    /// One statement for however many numbers, so that it is prepared once.
    private static let numbered = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"

    private static func list(_ numbers: [Int64]) -> String {
        "[\(numbers.map(String.init).joined(separator: ","))]"
    }

    func agent(_ id: AgentID) throws(StoreError) -> Agent? { try agents("WHERE id = ?", [SQLValue(id)]).first }
    func account(_ id: AccountID) throws(StoreError) -> Account? { try accounts("WHERE id = ?", [SQLValue(id)]).first }
    func contact(_ id: ContactID) throws(StoreError) -> Contact? { try contacts("WHERE id = ?", [SQLValue(id)]).first }
    func queue(_ id: QueueID) throws(StoreError) -> Queue? { try queues("WHERE id = ?", [SQLValue(id)]).first }

    func agents(withLogin login: String) throws(StoreError) -> [Agent] {
        try agents(
            "WHERE active = 1 AND id IN (SELECT agent FROM agent_logins WHERE login = ?) ORDER BY id", [.text(login)])
    }

    /// Accounts whose number it is, then those whose name begins with a text, then those whose name holds it.
    func accounts(matching text: String, limit: Int) throws(StoreError) -> [Account] {
        let rest = """
            WHERE id = ?2 OR instr(folded, ?1) > 0
            ORDER BY id = ?2 DESC, instr(folded, ?1) = 1 DESC, folded, id LIMIT ?3
            """
        let number = AccountID(text: text)?.number ?? 0
        return try accounts(rest, [.text(Words.fold(text)), .integer(number), SQLValue(max(0, limit))])
    }

    /// Contacts that hold a text in their name or address, or whose number it is.
    func contacts(matching text: String, account: AccountID?, limit: Int) throws(StoreError) -> [Contact] {
        let part = SQLPart.contacts(matching: text, account: account, limit: limit)
        return try contacts(part.sql, part.values)
    }
}

extension SQLPart {
    /// Contacts whose number it is, then those whose name or address begins with a text, then those that hold it;
    /// those who left after the others.
    static func contacts(matching text: String, account: AccountID?, limit: Int) -> SQLPart {
        // Said only where it matters, so that the index of a customer's people serves.
        let place = account == nil ? "" : "account = ?4 AND "
        let rest = """
            WHERE \(place)(id = ?2 OR instr(folded, ?1) > 0 OR instr(ifnull(email_folded, ''), ?1) > 0)
            ORDER BY id = ?2 DESC, active DESC, (instr(folded, ?1) = 1 OR instr(ifnull(email_folded, ''), ?1) = 1) DESC, folded, id
            LIMIT ?3
            """
        let number = ContactID(text: text)?.number ?? 0
        let values: [SQLValue] = [.text(Words.fold(text)), .integer(number), SQLValue(max(0, limit))]
        return SQLPart(rest, values + (account.map { [SQLValue($0)] } ?? []))
    }
}
