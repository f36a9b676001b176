import CaseModel

extension Agent {
    static let columns = """
        id, name, duties, active, (SELECT group_concat(login, char(31)) FROM agent_logins WHERE agent = id),
        expertise, products, center, shift, tier, role, languages
        """

    /// What divides the products in their column.
    static let separator: Character = "\u{1F}"

    init(_ row: Row) throws(StoreError) {
        let duties = try row.word(2) { text in
            let words = text.split(separator: " ")
            let duties = words.compactMap { Duty(rawValue: String($0)) }
            return duties.count == words.count ? duties : nil
        }
        let logins = try row.textOrNil(4)?.split(separator: "\u{1F}").map(String.init).sorted() ?? []
        self.init(
            id: try row.id(0), name: try row.text(1), logins: logins, duties: Set(duties),
            active: try row.integer(3) == 1, expertise: try row.textOrNil(5),
            products: try row.text(6).split(separator: Agent.separator).map(String.init), center: try row.textOrNil(7),
            shift: try row.textOrNil(8), tier: try row.integerOrNil(9).map { Int($0) }, role: try row.textOrNil(10),
            languages: try row.text(11).split(separator: " ").map(String.init))
    }
}

extension Account {
    static let columns = "id, name, organization, country, parent, region"

    init(_ row: Row) throws(StoreError) {
        self.init(
            id: try row.id(0), name: try row.text(1), organizationID: try row.textOrNil(2),
            country: try row.textOrNil(3), parent: try row.idOrNil(4), region: try row.textOrNil(5))
    }
}

extension Contact {
    static let columns = "id, account, name, email, phone, language, roles, portal_type, active"

    init(_ row: Row) throws(StoreError) {
        self.init(
            id: try row.id(0), account: try row.idOrNil(1), name: try row.text(2), email: try row.textOrNil(3),
            phone: try row.textOrNil(4), language: try row.textOrNil(5),
            roles: try row.text(6).split(separator: " ").map(String.init), portalType: try row.textOrNil(7),
            active: try row.integer(8) == 1)
    }
}

extension Queue {
    static let columns = "id, name"

    init(_ row: Row) throws(StoreError) {
        self.init(id: try row.id(0), name: try row.text(1))
    }
}
