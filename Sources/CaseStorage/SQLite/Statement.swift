internal import CSQLite
import CaseModel

/// A prepared statement; values reach it as parameters only.
final class Statement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    /// Rows of it are being read.
    private(set) var isBusy = false

    init(_ sql: String, on connection: OpaquePointer) throws(StoreError) {
        var made: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
        guard code == SQLITE_OK, let made else { throw .sqlite(code, connection) }
        handle = made
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// Gives the parameters their values, in order; those left over from before are cleared.
    func bind(_ values: [SQLValue]) throws(StoreError) {
        isBusy = true
        var place: Int32 = 0
        for value in values {
            place += 1
            let code: Int32
            switch value {
            case .null: code = sqlite3_bind_null(handle, place)
            case .integer(let number): code = sqlite3_bind_int64(handle, place, number)
            case .text(var text):
                code = text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) { chars in
                        guard let start = chars.baseAddress else { return caseload_bind_text(handle, place, "", 0) }
                        return caseload_bind_text(handle, place, start, UInt64(chars.count))
                    }
                }
            case .bytes(let bytes):
                code = bytes.withUnsafeBytes { caseload_bind_bytes(handle, place, $0.baseAddress, UInt64($0.count)) }
            }
            guard code == SQLITE_OK else { throw .sqlite(code, connection, "binding") }
        }
    }

    /// Goes to the next row; false after the last.
    func step() throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw .sqlite(code, connection)
        }
    }

    /// Makes the statement ready for the next use.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        isBusy = false
    }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64? {
        guard sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER else { return nil }
        return sqlite3_column_int64(handle, Int32(column))
    }

    /// The text of a column; nil when it is no text, or no UTF-8.
    func text(_ column: Int) -> String? {
        let column = Int32(column)
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT else { return nil }
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        return String(validating: bytes, as: UTF8.self)
    }

    /// The bytes of a column; nil when it holds anything else.
    func bytes(_ column: Int) -> [UInt8]? {
        let column = Int32(column)
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { return nil }
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func name(_ column: Int) -> String {
        sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? "column \(column)"
    }
}
