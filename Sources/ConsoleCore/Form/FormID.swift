import CaseModel

/// Which form it is: what is done, and with what; also the name of its draft.
public struct FormID: Hashable, Sendable {
    /// The command that the form becomes.
    public var command: Command
    /// What is done: `new`, `set`, `allocate`.
    public var verb: String
    /// The number of what it is done with, or of the customer something is added at; empty for none.
    public var object: String

    /// Names a form.
    public init(_ command: Command, _ verb: String, _ object: String = "") {
        self.command = command
        self.verb = verb
        self.object = object
    }

    /// The form that the words after `form` mean; nil for words that name no command.
    init?(words: [String]) {
        guard words.count >= 2, let command = Command(name: words[0]) else { return nil }
        self.init(command, words[1], words.count > 2 ? words[2] : "")
    }

    /// The words that open it.
    var words: [String] { [command.name, verb] + (object.isEmpty ? [] : [object]) }

    /// The same for people, without the names of commands: `renewal of CN-4`, `new contact at AC-1`.
    var plainWords: String {
        let kind = command.recordKind?.name ?? command.entry.title
        let at = object.isEmpty ? "" : " at \(object)"
        let object = isOfMarked ? "marked \(command.recordKind?.plural.lowercased() ?? "rows")" : object
        return switch verb {
        case "new", "add", "appoint", "propose", "request": "new \(kind)\(at)"
        case "case": "new case\(at)"
        case "set": "change of \(object)"
        case "renew": "renewal of \(object)"
        default: "\(verb) for \(object)"
        }
    }

    /// Letters, digits and hyphens, two hyphens between the parts.
    var fileName: String { words.joined(separator: "--") }

    /// Reads such a name; nil for one that names no form.
    init?(fileName: String) {
        var parts: [String] = []
        var part = ""
        var rest = fileName.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "-", rest.first == "-", !part.isEmpty {
                rest.removeFirst()
                parts.append(part)
                part = ""
            } else {
                part.unicodeScalars.append(scalar)
            }
        }
        self.init(words: parts + [part])
        guard self.fileName == fileName else { return nil }
    }
}
