import CaseModel
import Glibc

extension StoreError {
    /// What the system said last, in words.
    static func system(_ what: String) -> StoreError {
        let code = errno
        let words = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return .unavailable("\(what): \(words)")
    }
}
