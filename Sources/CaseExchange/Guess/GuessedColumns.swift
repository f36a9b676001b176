internal import CaseModel

/// What the columns of a table seem to be, by their names.
struct GuessedColumns {
    /// The number of a case.
    private(set) var key: Int?
    /// When a row happened.
    private(set) var time: Int?
    /// Who did it.
    private(set) var actor: Int?
    /// Fields with their columns.
    private(set) var fields: [(field: CaseField, column: Int)] = []
    private let names: [String]

    init(_ header: [String]) {
        names = header.map { name in
            String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
        }
        key = find([
            "number", "casenumber", "issuekey", "key", "ticketid", "caseid", "issueid", "incidentid", "ticket", "id",
        ])
        actor = find(["sysupdatedby", "updatedby", "modifiedby", "actor", "resource", "author"])
        for (field, words) in GuessedColumns.words {
            if let column = find(words), column != key { fields.append((field, column)) }
        }
    }

    /// The columns that may hold times.
    var times: [Int] {
        fields.filter { $0.field.isTime }.map(\.column) + [time].compactMap { $0 }
    }

    /// Drops columns that sound like times and hold none, and finds the time of a row.
    mutating func settle(isTime: (Int) -> Bool) {
        fields.removeAll { $0.field.isTime && !isTime($0.column) }
        let updated = find([
            "sysupdatedat", "updatedat", "updated", "updateddate", "lastmodifieddate", "systemmodstamp",
            "completetimestamp", "timestamp", "eventtime", "date",
        ])
        let opened = fields.first { $0.field == .openedAt }?.column
        time = [updated, opened].compactMap { $0 }.first(where: isTime)
    }

    private func find(_ words: [String]) -> Int? {
        for word in words {
            if let index = names.firstIndex(of: word) { return index }
        }
        return nil
    }

    private static let words: [(CaseField, [String])] = [
        (.subject, ["subject", "summary", "title", "shortdescription"]),
        (.description, ["description", "longdescription", "body", "details"]),
        (.status, ["status", "state", "incidentstate", "casestatus"]),
        (.severity, ["severity", "priority", "urgency"]),
        (
            .account,
            ["account", "accountname", "customer", "company", "organization", "organisation", "suppliedcompany"]
        ),
        (.contact, ["contact", "contactname", "callerid", "caller", "requester", "reporter", "suppliedname"]),
        (.product, ["product", "productname", "component"]),
        (.channel, ["channel", "contacttype", "origin", "via"]),
        (.queue, ["queue", "assignmentgroup", "group", "team", "workgroup"]),
        (.owner, ["owner", "ownername", "assignedto", "assignee", "agent"]),
        (.openedAt, ["openedat", "opened", "created", "createdat", "createddate", "createdon", "opendate"]),
        (.closedAt, ["closedat", "closed", "closeddate", "resolved", "resolvedat", "resolutiondate"]),
        (.closureReason, ["closurereason", "resolution", "closecode", "closedcode", "reason"]),
        (.tags, ["tags", "labels", "keywords"]),
    ]
}

extension String {
    /// The text without line ends and other controls, for a line of a settings file.
    var onOneLine: String {
        let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars)).trimmedBlanks
    }

    /// The text as the value of a setting.
    var asValue: String {
        let text = onOneLine
        return text.contains("{") ? "\"\(text.replacing("{", with: "{{"))\"" : text
    }

    /// The text as the key of a setting.
    var asKey: String {
        let text = onOneLine
        let isPlain = !text.contains { "=\"[#".contains($0) }
        return isPlain ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
