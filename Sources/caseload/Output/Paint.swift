import CaseModel

/// The few attributes that the shell's tables use, empty where colours are not wanted; no state is said by them alone.
struct Paint: Equatable {
    /// Above a table.
    let header: String
    /// A critical case.
    let critical: String
    /// What matters less.
    let dim: String

    /// Attributes for an output, as the settings, the terminal and `$TERM` allow.
    init(_ choice: ColorChoice, isTerminal: Bool, term: String?) {
        let wanted: Bool =
            switch choice {
            case .always: true
            case .never: false
            case .auto: isTerminal && term != nil && term != "dumb"
            }
        header = wanted ? "1" : ""
        critical = wanted ? "31" : ""
        dim = wanted ? "2" : ""
    }
}
