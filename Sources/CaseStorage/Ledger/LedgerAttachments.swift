import CaseModel

// Reading and writing files of cases and records.

extension SQLiteLedger {
    /// Bytes are kept in pieces of this size, so that none has to be read or written out as one.
    private static var piece: Int { 1 << 20 }

    func attachments(on holder: AttachmentHolder) throws(StoreError) -> [Record] {
        // A case has those of its action items with its own.
        var condition = "holder = ?"
        var value = SQLValue.text(holder.description)
        if case .item(let id) = holder { (condition, value) = ("case_id = ?", SQLValue(id)) }
        let sql = """
            SELECT \(Record.columns) FROM records WHERE kind = ?
                AND number IN (SELECT number FROM attached WHERE \(condition)) ORDER BY number
            """
        return try connection.all(sql, [.text(RecordKind.attachment.code), value], table: "records") {
            (row) throws(StoreError) in try Record(row)
        }
    }

    func isAttached(_ digest: String) throws(StoreError) -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM attached WHERE digest = ? AND standing = 1)"
        return try connection.number(sql, [.text(digest)]) == 1
    }

    func content(of digest: String) throws(StoreError) -> [UInt8]? {
        let sql = "SELECT digest, size FROM contents WHERE digest = ?"
        let size = try connection.first(sql, [.text(digest)], table: "contents") { (row) throws(StoreError) in
            Int(try row.integer(1))
        }
        guard let size else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(max(0, size), 1 << 26))
        let parts = "SELECT digest, bytes FROM content_parts WHERE digest = ? ORDER BY part"
        try connection.each(parts, [.text(digest)], table: "content_parts") { (row) throws(StoreError) in
            bytes += try row.bytes(1)
            return true
        }
        return bytes
    }

    func everyContent() throws(StoreError) -> [String] {
        try connection.all("SELECT digest FROM contents ORDER BY digest", table: "contents") {
            (row) throws(StoreError) in try row.text(0)
        }
    }

    func keep(content bytes: [UInt8], as digest: String) throws(StoreError) {
        try connection.run("INSERT INTO contents VALUES (?, ?)", [.text(digest), SQLValue(bytes.count)])
        for (part, start) in stride(from: 0, to: bytes.count, by: Self.piece).enumerated() {
            let piece = Array(bytes[start..<min(start + Self.piece, bytes.count)])
            try connection.run(
                "INSERT INTO content_parts VALUES (?, ?, ?)", [.text(digest), SQLValue(part), .bytes(piece)])
        }
    }

    func dropContent(of digest: String) throws(StoreError) {
        for table in ["content_parts", "contents"] {
            try connection.run("DELETE FROM \(table) WHERE digest = ?", [.text(digest)])
        }
    }

    /// Keeps where an attachment is found.
    func place(_ record: Record) throws(StoreError) {
        guard let row = record.attachedRow else { return }
        try connection.run("INSERT OR REPLACE INTO attached VALUES (?, ?, ?, ?, ?)", row)
    }
}

extension Record {
    /// The row by which an attachment is found; nil for other records.
    var attachedRow: [SQLValue]? {
        guard let attachment = Attachment(self), let holder = attachment.holder else { return nil }
        return [
            .integer(number), .text(holder.description), SQLValue(holder.caseID), .text(attachment.digest),
            SQLValue(attachment.stands),
        ]
    }
}
