import CaseModel

extension RosterQuery {
    /// What finds the customers, in order.
    var sql: SQLPart {
        var conditions: [String] = []
        var values: [SQLValue] = []
        switch parent {
        case .any: break
        case .top: conditions.append("parent IS NULL")
        case .under(let id):
            conditions.append("parent = ?")
            values.append(SQLValue(id))
        }
        if let ids {
            conditions.append("id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))")
            values += ids.map { SQLValue($0) }
        }
        if !text.isEmpty {
            conditions.append("(id = ? OR instr(folded, ?) > 0)")
            values += [.integer(AccountID(text: text)?.number ?? 0), .text(Words.fold(text))]
        }
        if let after {
            conditions.append("(folded, id) > (?, ?)")
            values += [.text(after.name), SQLValue(after.id)]
        }
        let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND ")) "
        return SQLPart(
            "SELECT \(Account.columns) FROM accounts \(condition)ORDER BY folded, id LIMIT ?",
            values + [SQLValue(max(0, limit))])
    }
}

extension ContactQuery {
    /// What finds those who are still there, or those who left, in order.
    func sql(active: Bool, limit: Int) -> SQLPart {
        var conditions = ["active = ?"]
        var values = [SQLValue(active)]
        if let account {
            conditions.append("account = ?")
            values.append(SQLValue(account))
        }
        if let ids {
            conditions.append("id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))")
            values += ids.map { SQLValue($0) }
        }
        if !text.isEmpty {
            conditions.append("(id = ? OR instr(folded, ?) > 0 OR instr(email_folded, ?) > 0)")
            let folded = SQLValue.text(Words.fold(text))
            values += [.integer(ContactID(text: text)?.number ?? 0), folded, folded]
        }
        if let after, after.active == active {
            conditions.append("(folded, id) > (?, ?)")
            values += [.text(after.name.name), SQLValue(after.name.id)]
        }
        return SQLPart(
            """
            SELECT \(Contact.columns) FROM contacts WHERE \(conditions.joined(separator: " AND "))
            ORDER BY folded, id LIMIT ?
            """, values + [SQLValue(max(0, limit))])
    }

    /// Those who are there, then those who left; only what may come after the line before.
    var standings: [Bool] { after?.active == false ? [false] : [true, false] }
}
