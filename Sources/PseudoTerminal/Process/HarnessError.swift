import Glibc

/// Why a program could not be started, driven or waited for.
public enum HarnessError: Error, Equatable, CustomStringConvertible {
    /// A system call answered an error number.
    case system(call: String, errno: Int32)
    /// What was waited for did not come; the screen as it was then.
    case timedOut(waitingFor: String, screen: String)
    /// The program ended, or closed its terminal, while something was waited for.
    case ended(waitingFor: String, screen: String)
    /// A program without terminal ran longer than it may, and was killed.
    case overtime(program: String)

    /// One sentence, and the screen where there is one.
    public var description: String {
        switch self {
        case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
        case .timedOut(let what, let screen): "timed out waiting for \(what); the screen was:\n\(screen)"
        case .ended(let what, let screen): "the program ended while waiting for \(what); the screen was:\n\(screen)"
        case .overtime(let program): "\(program) ran longer than its time limit and was killed"
        }
    }

    /// The error of the system call that just failed.
    static func last(_ call: String) -> HarnessError { .system(call: call, errno: errno) }
}
