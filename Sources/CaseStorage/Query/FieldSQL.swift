import CaseModel

// Which column, or which table beside it, a field of the query language is.

extension CodeField {
    func column(_ context: QueryContext) -> String? {
        switch self {
        case .status: "c.status"
        case .type: "c.type"
        case .channel: "c.channel"
        case .closureReason: "c.closure_reason"
        case .responseState: CodeField.phase("response", context)
        case .followUpState: CodeField.phase("follow", context)
        }
    }

    /// How a clock stands now: one that runs past its time is a breach.
    static func phase(_ clock: String, _ context: QueryContext) -> String {
        let now = context.now.seconds
        return """
            (CASE WHEN c.\(clock)_phase = 'running' AND c.\(clock)_late <= \(now) THEN 'breached' \
            ELSE c.\(clock)_phase END)
            """
    }
}

extension NumberField {
    var column: String {
        switch self {
        case .severity: "c.severity"
        case .requestedSeverity: "c.requested_severity"
        case .version: "c.version"
        }
    }
}

extension CaseIDField {
    var column: String {
        switch self {
        case .id: "c.id"
        case .duplicateOf: "c.duplicate_of"
        }
    }
}

extension TimeField {
    var column: String? {
        switch self {
        case .opened: "c.opened_at"
        case .updated: "c.updated_at"
        case .closed: "c.closed_at"
        case .response: "c.first_response_at"
        case .due: "c.response_due"
        case .followUp: "c.follow_due"
        case .snoozed: "c.snoozed_until"
        }
    }
}

extension ValuePattern {
    /// The pattern against a folded column, byte for byte; nil for `me`, which is no text.
    func sql(_ column: String) -> SQLPart? {
        switch self {
        case .me: nil
        case .whole(let needle): SQLPart("\(column) = ?", [.text(needle.folded)])
        case .begins(let needle):
            SQLPart(
                "substr(CAST(\(column) AS BLOB), 1, ?) = CAST(? AS BLOB)",
                [SQLValue(needle.folded.utf8.count), .text(needle.folded)])
        }
    }
}

extension ValueField {
    func sql(_ match: Match<ValuePattern>, _ context: QueryContext) -> SQLPart {
        switch self {
        case .account: named(match, "c.account", "accounts")
        case .partner: named(match, "c.partner", "accounts")
        case .contact: named(match, "c.contact", "contacts")
        case .queue: named(match, "c.queue", "queues")
        case .owner: named(match, "c.owner", "agents", me: context.me)
        case .product: match.sql("c.product_folded") { pattern, column in pattern.sql(column) ?? .never }
        case .externalID: match.sql("c.external_folded") { pattern, column in pattern.sql(column) ?? .never }
        case .tags:
            match.sql("c.tags") { pattern, _ in
                beside("c.id IN (SELECT case_id FROM tags WHERE", pattern.sql("folded"))
            }
        case .watchers: watchers(match, me: context.me)
        case .extra(let column):
            extras(match, "x.name IN (SELECT id FROM extra_names WHERE folded = ?)", [.text(column.folded)]) {
                $0.sql("ifnull(x.folded, x.value)")
            }
        case .extraNames:
            extras(match, "1", []) { pattern in
                pattern.sql("folded").map {
                    SQLPart("x.name IN (SELECT id FROM extra_names WHERE \($0.sql))", $0.values)
                }
            }
        case .criticalSituationManager: named(match, "c.manager", "agents", me: context.me)
        case .plan: listed(match, "c.plan", "+")
        case .flags: listed(match, "c.flags", " ")
        case .entitlement: plain(match, "c.covered_by")
        case .region: plain(match, "c.region")
        case .center: plain(match, "c.center")
        case .responseTarget: plain(match, "c.response_target")
        case .policy: plain(match, "c.policy")
        case .language: plain(match, "c.language")
        }
    }

    /// A field that is kept as it is written; there are few different ones.
    private func plain(_ match: Match<ValuePattern>, _ column: String) -> SQLPart {
        match.sql(column) { pattern, column in pattern.sql("\(TextFunction.fold)(\(column))") ?? .never }
    }

    /// A field of several values in one text, with a sign between them.
    private func listed(_ match: Match<ValuePattern>, _ column: String, _ sign: String) -> SQLPart {
        match.sql(column) { pattern, column in
            let whole = "'\(sign)' || \(TextFunction.fold)(\(column)) || '\(sign)'"
            switch pattern {
            case .me: return .never
            case .whole(let needle) where needle.folded.contains(sign): return .never
            case .begins(let needle) where needle.folded.contains(sign): return .never
            case .whole(let needle): return SQLPart("instr(\(whole), ?) > 0", [.text(sign + needle.folded + sign)])
            case .begins(let needle): return SQLPart("instr(\(whole), ?) > 0", [.text(sign + needle.folded)])
            }
        }
    }

    /// A field that refers to a row with a name.
    private func named(
        _ match: Match<ValuePattern>, _ column: String, _ table: String, me: AgentID? = nil
    ) -> SQLPart {
        match.sql(column) { pattern, column in
            switch pattern {
            case .me: return me.map { SQLPart("\(column) = ?", [SQLValue($0)]) } ?? .never
            case .whole(let needle) where table != "contacts":
                // One row at most has the name, so the index of the column serves the order, too.
                return SQLPart("\(column) = (SELECT id FROM \(table) WHERE folded = ?)", [.text(needle.folded)])
            default: return beside("\(column) IN (SELECT id FROM \(table) WHERE", pattern.sql("folded"))
            }
        }
    }

    private func watchers(_ match: Match<ValuePattern>, me: AgentID?) -> SQLPart {
        match.sql("c.watchers") { pattern, _ in
            if pattern == .me {
                return me.map {
                    SQLPart("c.id IN (SELECT case_id FROM watchers WHERE agent = ?)", [SQLValue($0)])
                } ?? .never
            }
            return beside(
                "c.id IN (SELECT w.case_id FROM watchers w JOIN agents g ON g.id = w.agent WHERE",
                pattern.sql("g.folded"))
        }
    }

    private func extras(
        _ match: Match<ValuePattern>, _ which: String, _ values: [SQLValue], _ pattern: (ValuePattern) -> SQLPart?
    ) -> SQLPart {
        let some = "EXISTS (SELECT 1 FROM extras x WHERE x.case_id = c.id AND \(which)"
        switch match {
        case .none: return SQLPart("NOT \(some))", values)
        case .any: return SQLPart("\(some))", values)
        case .value(let wanted):
            guard let part = pattern(wanted) else { return .never }
            return SQLPart("\(some) AND \(part.sql))", values + part.values)
        }
    }

    private func beside(_ opening: String, _ part: SQLPart?) -> SQLPart {
        part.map { SQLPart("\(opening) \($0.sql))", $0.values) } ?? .never
    }
}

extension WordField {
    func sql(_ match: Match<WordPattern>) -> SQLPart {
        switch (self, match) {
        case (.text, .none): return .never
        case (.text, .any): return .always
        case (.subject, .none): return SQLPart("c.subject = ''")
        case (.subject, .any): return SQLPart("c.subject <> ''")
        case (.description, .none): return SQLPart("c.description = ''")
        case (.description, .any): return SQLPart("c.description <> ''")
        case (.awaited, .none): return SQLPart("(c.given IS NULL OR \(TextFunction.given)(c.given) = ' ')")
        case (.awaited, .any): return SQLPart("(c.given IS NOT NULL AND \(TextFunction.given)(c.given) <> ' ')")
        case (.awaited, .value(let pattern)):
            // No index: of open cases it is looked at beside one, and the whole store is seldom asked.
            return SQLPart(
                "(c.given IS NOT NULL AND instr(\(TextFunction.given)(c.given), ?) > 0)", [.text(pattern.run)])
        case (_, .value(let pattern)):
            // The words hold letters and digits alone, so nothing in them can be taken for an operator.
            let phrase = "\"\(pattern.words.joined(separator: " "))\"" + (pattern.prefix ? " *" : "")
            let column = self == .text ? "" : "{\(rawValue)} : "
            let found = SQLPart("SELECT rowid FROM search WHERE search MATCH ?", [.text(column + phrase)])
            let one = pattern.caseID.map { SQLPart("SELECT ?", [SQLValue($0)]) }
            guard self == .text, let named = pattern.figures.map(numbers) ?? one else {
                return SQLPart("c.id IN (\(found.sql))", found.values)
            }
            return SQLPart("c.id IN (\(found.sql) UNION ALL \(named.sql))", found.values + named.values)
        }
    }

    /// The numbers of cases that end with some figures, from the newest down, and those that begin with them: each is
    /// looked up by the number, and no row is read for it.
    private func numbers(_ figures: String) -> SQLPart {
        let number = Int64(figures) ?? 0
        let step = figures.utf8.reduce(Int64(1)) { size, _ in size * 10 }
        var sql = """
            SELECT id FROM (WITH RECURSIVE ending(id) AS (
                SELECT max(id) - (max(id) - ?) % ? FROM cases UNION ALL SELECT id - ? FROM ending WHERE id > ?)
            SELECT id FROM ending)
            """
        var values: [SQLValue] = [.integer(number), .integer(step), .integer(step), .integer(CaseKind.first)]
        var size: Int64 = 1
        for _ in 0...WordPattern.figuresLeft where !figures.hasPrefix("0") {
            sql += " UNION ALL SELECT id FROM cases WHERE id BETWEEN ? AND ?"
            values += [.integer(number * size), .integer((number + 1) * size - 1)]
            size *= 10
        }
        return SQLPart(sql, values)
    }
}
