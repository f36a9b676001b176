/// How a program ended.
public enum ExitStatus: Equatable, Sendable, CustomStringConvertible {
    /// It ended by itself with this exit code.
    case code(Int32)
    /// This signal ended it.
    case signal(Int32)

    /// From the status word of `wait4`, whose macros Swift does not import.
    init(waitStatus status: Int32) {
        let signal = status & 0x7f
        self = signal == 0 ? .code((status >> 8) & 0xff) : .signal(signal)
    }

    /// `exit 0` or `signal 9`.
    public var description: String {
        switch self {
        case .code(let code): "exit \(code)"
        case .signal(let signal): "signal \(signal)"
        }
    }
}
