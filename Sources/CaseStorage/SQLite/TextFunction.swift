internal import CSQLite
import CaseModel

/// A function of SQL that is ours: from texts to a text, the same for the same texts.
enum TextFunction {
    /// The form in which names are compared: for what is seldom asked and has no column of its own.
    static let fold = "caseload_fold"
    /// The further value by which a record is found, of its kind and body: for bringing older files up to date.
    static let mark = "caseload_mark"
    /// The hosts that have something of a licence, of its body, each with a blank behind it: for the same.
    static let hosts = "caseload_hosts"

    /// The words of what a case was given for its status, as searches look at them.
    static let given = "caseload_given"

    /// Teaches a connection all of them.
    static func add(to handle: OpaquePointer) {
        add(fold, taking: 1, to: handle) { context, _, values in
            giveResult(context, values?[0]?.textOfSQL.map { Words.fold($0) })
        }
        add(given, taking: 1, to: handle) { context, _, values in
            let given = values?[0]?.textOfSQL.flatMap(GivenText.decode) ?? [:]
            giveResult(context, String(decoding: QuerySubject.words(ofGiven: given), as: UTF8.self))
        }
        add(mark, taking: 2, to: handle) { context, _, values in
            let field = values?[0]?.textOfSQL.flatMap { RecordKind(code: $0) }?.mark
            let body = values?[1]?.textOfSQL.flatMap(Record.values)
            giveResult(context, field.flatMap { body?[$0] })
        }
        add(hosts, taking: 1, to: handle) { context, _, values in
            let body = values?[0]?.textOfSQL.flatMap(Record.values) ?? [:]
            let license = Record(RecordID(.license, 1), kind: .license, values: body)
            giveResult(context, license.hosts.map { $0 + " " }.joined())
        }
    }

    private static func add(
        _ name: String, taking count: Int32, to handle: OpaquePointer, _ body: @escaping Body
    ) {
        sqlite3_create_function_v2(
            handle, name, count, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, body, nil, nil, nil)
    }

    private typealias Body =
        @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void
}

/// Gives SQL a text, or nothing.
private func giveResult(_ context: OpaquePointer?, _ text: String?) {
    guard let text else { return sqlite3_result_null(context) }
    caseload_result_text(context, text)
}

extension OpaquePointer {
    /// The text that a value of SQL is; nil when it is something else.
    fileprivate var textOfSQL: String? {
        guard sqlite3_value_type(self) == SQLITE_TEXT, let start = sqlite3_value_text(self) else { return nil }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(self)))
        return String(decoding: bytes, as: UTF8.self)
    }
}
