import CaseModel

// Writing a case: its events, its row and what is kept beside it to be found by.

extension SQLiteLedger {
    func write(_ events: [CaseEvent], from old: CaseState?, to new: CaseState) throws(StoreError) {
        guard let first = events.first else { return }
        let number = try number(of: first.operation)
        if let old { try update(old.item, to: new.item) } else { try insert(new.item) }
        for event in events {
            try connection.run(
                "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", event.row(operation: number))
        }
        try writeExtras(from: old?.item.extra ?? [:], to: new.item)
        try writeItems(from: old?.items ?? [], to: new)
        try writeTags(from: old?.item.tags ?? [], to: new.item)
        try writeWatchers(from: old?.item.watchers ?? [], to: new.item)
        try index(new.item, was: old?.item, events: events)
    }

    /// Replaces what is kept of a case beside its events, where its texts changed.
    func rewriteRows(from old: CaseState, to new: CaseState) throws(StoreError) {
        if CaseColumns.values(of: old.item) != CaseColumns.values(of: new.item) {
            try update(old.item, to: new.item)
        }
        try writeExtras(from: old.item.extra, to: new.item)
        try writeItems(from: old.items, to: new)
        try writeTags(from: old.item.tags, to: new.item)
    }

    private func insert(_ item: Case) throws(StoreError) {
        try connection.run(CaseColumns.insert, CaseColumns.values(of: item))
    }

    /// Sets the columns that are different, so that only their indexes are touched.
    private func update(_ old: Case, to new: Case) throws(StoreError) {
        let (before, after) = (CaseColumns.values(of: old), CaseColumns.values(of: new))
        let different = before.indices.filter { before[$0] != after[$0] }
        let sets = different.map { "\(CaseColumns.names[$0]) = ?" }.joined(separator: ", ")
        try connection.run(
            "UPDATE cases SET \(sets) WHERE id = ? AND version = ?",
            different.map { after[$0] } + [SQLValue(new.id), SQLValue(old.version)])
        guard connection.changed == 1 else { throw .damaged("\(new.id) is no longer at version \(old.version)") }
    }

    private func writeExtras(from old: [String: String], to item: Case) throws(StoreError) {
        for (name, value) in item.extra where old[name] != value {
            let folded = Words.fold(value)
            let same = folded.utf8.elementsEqual(value.utf8)
            try connection.run(
                "INSERT OR REPLACE INTO extras(case_id, name, value, folded) VALUES (?, ?, ?, ?)",
                [
                    SQLValue(item.id), .integer(try number(ofExtra: name)), .text(value),
                    same ? .null : .text(folded),
                ])
        }
        for name in old.keys where item.extra[name] == nil {
            try connection.run(
                "DELETE FROM extras WHERE case_id = ? AND name = ?",
                [SQLValue(item.id), .integer(try number(ofExtra: name))])
        }
    }

    private func writeItems(from old: [ActionItem], to state: CaseState) throws(StoreError) {
        guard old != state.items else { return }
        try connection.run("DELETE FROM items WHERE case_id = ?", [SQLValue(state.item.id)])
        for item in state.items {
            try connection.run(
                "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    SQLValue(item.id.caseID), SQLValue(item.id.ordinal), .text(item.kind), .text(item.text),
                    SQLValue(item.askedAt), SQLValue(item.dueAt), .text(item.state.rawValue), SQLValue(item.settledAt),
                ])
        }
    }

    private func writeTags(from old: [String], to item: Case) throws(StoreError) {
        guard old != item.tags else { return }
        try connection.run("DELETE FROM tags WHERE case_id = ?", [SQLValue(item.id)])
        for tag in item.tags {
            try connection.run(
                "INSERT OR IGNORE INTO tags VALUES (?, ?, ?)", [SQLValue(item.id), .text(tag), .text(Words.fold(tag))])
        }
    }

    private func writeWatchers(from old: [AgentID], to item: Case) throws(StoreError) {
        guard old != item.watchers else { return }
        try connection.run("DELETE FROM watchers WHERE case_id = ?", [SQLValue(item.id)])
        for agent in item.watchers {
            try connection.run("INSERT OR IGNORE INTO watchers VALUES (?, ?)", [SQLValue(item.id), SQLValue(agent)])
        }
    }

    /// Keeps the words of a case, so that it is found by them.
    private func index(_ item: Case, was old: Case?, events: [CaseEvent]) throws(StoreError) {
        let added = events.compactMap(\.text).map(Words.index).filter { !$0.isEmpty }
        guard let old else {
            let contact = try item.contact.flatMap { id throws(StoreError) in try connection.contact(id)?.name }
            try connection.run(
                "INSERT INTO search(rowid, subject, description, notes, external, contact) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    SQLValue(item.id), .text(Words.index(item.subject)), .text(Words.index(item.description)),
                    .text(added.joined(separator: " ")), .text(Words.index(item.externalID ?? "")),
                    .text(Words.index(contact ?? "")),
                ])
            return
        }
        var columns: [(String, String)] = []
        if old.subject != item.subject { columns.append(("subject", Words.index(item.subject))) }
        if old.description != item.description { columns.append(("description", Words.index(item.description))) }
        if old.externalID != item.externalID { columns.append(("external", Words.index(item.externalID ?? ""))) }
        if old.contact != item.contact {
            let contact = try item.contact.flatMap { id throws(StoreError) in try connection.contact(id)?.name }
            columns.append(("contact", Words.index(contact ?? "")))
        }
        if !added.isEmpty {
            let known = try connection.first(
                "SELECT rowid, notes FROM search WHERE rowid = ?", [SQLValue(item.id)], table: "search"
            ) { (row) throws(StoreError) in try row.text(1) }
            let notes = (known.map { $0.isEmpty ? [] : [$0] } ?? []) + added
            columns.append(("notes", notes.joined(separator: " ")))
        }
        guard !columns.isEmpty else { return }
        try connection.run(
            "UPDATE search SET \(columns.map { "\($0.0) = ?" }.joined(separator: ", ")) WHERE rowid = ?",
            columns.map { SQLValue.text($0.1) } + [SQLValue(item.id)])
    }
}
