internal import CSQLite
import CaseModel

extension StoreError {
    /// What a code of SQLite means to a person; the one place that knows.
    static func sqlite(_ code: Int32, _ connection: OpaquePointer?, _ doing: String = "") -> StoreError {
        let detail = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "no detail"
        let text = doing.isEmpty ? detail : "\(doing): \(detail)"
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: return .locked("another program writes to the file just now")
        case SQLITE_INTERRUPT: return .cancelled
        case SQLITE_CORRUPT: return .damaged(text)
        case SQLITE_NOTADB: return .notACaseFile("it holds something else")
        case SQLITE_CONSTRAINT: return .damaged("a rule of the file was broken (\(text))")
        case SQLITE_MISMATCH: return .damaged("a value has the wrong type (\(text))")
        case SQLITE_FULL: return .unavailable("the disk is full; nothing was changed")
        case SQLITE_READONLY: return .unavailable("the file or its folder may not be written (\(text))")
        case SQLITE_CANTOPEN:
            return .unavailable("the file or the files beside it cannot be opened; look at owner and mode (\(text))")
        case SQLITE_PERM, SQLITE_AUTH: return .unavailable("the system does not allow it (\(text))")
        case SQLITE_IOERR:
            return .unavailable("the disk could not be read or written (\(text)); check with `caseload verify`")
        case SQLITE_NOMEM: return .unavailable("there is not enough memory")
        case SQLITE_TOOBIG: return .unavailable("a text is too long for the file")
        default: return .unavailable("SQLite says \(code): \(text)")
        }
    }
}
