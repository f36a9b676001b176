/// Who decided a setting; later ones win.
enum Layer: Equatable, Sendable {
    /// The program itself.
    case builtIn
    /// A settings file of the host or the person, and the line in it.
    case file(String, line: Int)
    /// An environment variable.
    case environment(String)
    /// An option of the command line.
    case option(String)

    /// The layer in words, for `paths`.
    var words: String {
        switch self {
        case .builtIn: "built in"
        case .file(let path, let line): "\(path):\(line)"
        case .environment(let name): "$\(name)"
        case .option(let name): "--\(name)"
        }
    }
}

/// A value, and who decided it.
struct Decided<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The value in force.
    var value: Value
    /// Who decided it.
    var by: Layer

    /// A value with its layer.
    init(_ value: Value, by layer: Layer = .builtIn) {
        self.value = value
        by = layer
    }
}
