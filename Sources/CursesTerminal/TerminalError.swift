/// Why a terminal could not be opened.
public enum TerminalError: Error, Equatable, Sendable {
    /// Standard input or output is no terminal; which one.
    case noTerminal(String)
    /// The kind of terminal is not known here, or not named.
    case unknownTerminal(String)
    /// The terminal cannot move its cursor.
    case tooSimple(String)
    /// The system refused something; its error number.
    case system(Int32)

    /// What is wrong and what to do, in one line.
    public var message: String {
        switch self {
        case .noTerminal(let stream):
            "Standard \(stream) is no terminal. Start the console in one, or use a command such as \"caseload list\"."
        case .unknownTerminal(let name) where name.isEmpty:
            "TERM is not set. Set it to your terminal's kind, such as TERM=xterm-256color."
        case .unknownTerminal(let name):
            "The terminal \"\(name)\" is not known on this host. Set TERM to one that is, such as xterm-256color."
        case .tooSimple(let name):
            "The terminal \"\(name)\" cannot move its cursor. Use a command such as \"caseload list\" there."
        case .system(let number):
            "The terminal could not be opened: system error \(number)."
        }
    }
}
