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
                guard let value = values?.pointee, sqlite3_value_type(value) == SQLITE_TEXT,
                    let start = sqlite3_value_text(value)
                else { return sqlite3_result_null(context) }
                let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
                caseload_result_text(context, Words.fold(String(decoding: bytes, as: UTF8.self)))
            }, nil, nil, nil)
    }
}
