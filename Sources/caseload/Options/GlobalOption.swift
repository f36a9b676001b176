/// An option that every command takes.
enum GlobalOption: String, CaseIterable {
    case store
    case actingAs = "as"
    case now
    case readOnly = "read-only"
    case json, jsonl, csv, plain
    case columns
    case noHeaders = "no-headers"
    case dryRun = "dry-run"
    case yes
    case noInput = "no-input"
    case color
    case help
    case version

    /// The letter that stands for it, if any.
    var letter: Unicode.Scalar? {
        switch self {
        case .help: "h"
        case .version: "V"
        case .dryRun: "n"
        case .yes: "y"
        default: nil
        }
    }

    /// What stands after it in the help; nil for a flag.
    var value: String? {
        switch self {
        case .store: "FILE"
        case .actingAs: "NAME"
        case .now: "TIME"
        case .columns: "A,B"
        case .color: "WHEN"
        default: nil
        }
    }

    /// One line for the help.
    var words: String {
        switch self {
        case .store: "the case file"
        case .actingAs: "who acts, when a login serves several people"
        case .now: "fixes the clock: ISO 8601 with offset; TIME+ starts there and runs"
        case .readOnly: "nothing is written"
        case .json: "one JSON array or object"
        case .jsonl: "one JSON object per line"
        case .csv: "comma-separated, safe for spreadsheets"
        case .plain: "tab-separated"
        case .columns: "these columns, in this order"
        case .noHeaders: "no header line"
        case .dryRun: "says what would change, writes nothing"
        case .yes: "never asks: the answer is yes"
        case .noInput: "never asks: fails and names the option"
        case .color: "auto, always or never"
        case .help: "help for the program or a command"
        case .version: "the version"
        }
    }

    static let byLetter = Dictionary(
        allCases.compactMap { option in option.letter.map { ($0, option) } }, uniquingKeysWith: { first, _ in first })
}

/// The form in which data is printed.
enum OutputForm: String {
    /// Columns as wide as the terminal allows.
    case table
    /// Cells divided by tabs.
    case plain
    /// Cells divided by commas, safe for spreadsheets.
    case csv
    /// One JSON value.
    case json
    /// One JSON object per line.
    case jsonl
}

/// Whether colours are used.
enum ColorChoice: String, CaseIterable {
    case auto, always, never
}

/// The values of the options that every command takes.
struct GlobalOptions: Equatable {
    var store: String?
    var actingAs: String?
    var now: String?
    var readOnly = false
    var form: OutputForm?
    var columns: [String]?
    var headers = true
    var dryRun = false
    var yes = false
    var noInput = false
    var color: ColorChoice?
}
