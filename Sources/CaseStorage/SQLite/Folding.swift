internal import CSQLite
import CaseModel

/// The form in which names are compared, as a function of SQL: for what is seldom asked and has no column of its own.
enum Folding {
    static let name = "caseload_fold"

    /// Teaches a connection the function.
    static func add(to handle: OpaquePointer) {
        sqlite3_create_function_v2(
            handle, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, values in
                guard let text = values?.pointee?.textOfSQL else { return sqlite3_result_null(context) }
                caseload_result_text(context, Words.fold(text))
            }, nil, nil, nil)
    }
}

/// The further value by which a record is found, as a function of SQL: for bringing older files up to date.
enum RecordMark {
    static let name = "caseload_mark"

    /// Teaches a connection the function: of the kind of a record and its body.
    static func add(to handle: OpaquePointer) {
        sqlite3_create_function_v2(
            handle, name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, values in
                guard let field = values?[0]?.textOfSQL.flatMap({ RecordKind(code: $0) })?.mark,
                    let mark = values?[1]?.textOfSQL.flatMap(Record.values)?[field]
                else { return sqlite3_result_null(context) }
                caseload_result_text(context, mark)
            }, nil, nil, nil)
    }
}

/// The hosts that have something of a licence, as a function of SQL: each with a blank behind it, for the same.
enum LicenseHosts {
    static let name = "caseload_hosts"

    /// Teaches a connection the function: of the body of a licence.
    static func add(to handle: OpaquePointer) {
        sqlite3_create_function_v2(
            handle, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, values in
                let values = values?.pointee?.textOfSQL.flatMap(Record.values) ?? [:]
                let license = Record(RecordID(.license, 1), kind: .license, values: values)
                caseload_result_text(context, license.hosts.map { $0 + " " }.joined())
            }, nil, nil, nil)
    }
}

extension OpaquePointer {
    /// The text that a value of SQL is; nil when it is something else.
    fileprivate var textOfSQL: String? {
        guard sqlite3_value_type(self) == SQLITE_TEXT, let start = sqlite3_value_text(self) else { return nil }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(self)))
        return String(decoding: bytes, as: UTF8.self)
    }
}
