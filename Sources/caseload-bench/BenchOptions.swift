import Glibc

/// Why the benchmark cannot go on, in words.
struct BenchProblem: Error {
    var text: String
    /// Whether the command line itself is wrong.
    var isUsage = false
}

/// What the command line asks for.
struct BenchOptions {
    /// The console's program; nil for the one beside the benchmark.
    var program: String?
    /// The yardstick: a C program that shows rows and nothing else.
    var floor: String?
    /// The pager.
    var pager = "less"
    /// Sizes of the stores, in cases.
    var cases = [10_000, 100_000]
    /// Customers to add to each store, with three people, a contract and a membership each.
    var accounts = 0
    /// A store whose lists of customers are asked instead of measuring the console.
    var questions: String?
    /// Single key presses to time, for each program, size and kind of press.
    var keys = 200
    /// How often each program is started, in turn with the others.
    var rounds = 5
    /// Where stores and texts are made, and kept; nil for a folder that goes away.
    var folder: String?
    var wantsHelp = false

    static let help = """
        caseload-bench --floor ./floor > table.md

          --program PATH   the console to measure (caseload, beside this program)
          --floor PATH     a C program that shows rows, called as PATH COUNT idlok
          --pager PATH     the pager beside it (less)
          --cases N,N      sizes of the stores (10000,100000)
          --accounts N     customers to add to each store, with three people and a contract each (0)
          --questions FILE times the lists of customers, people and records of a store, and nothing else
          --keys N         single key presses to time (200)
          --rounds N       starts of each program, in turn (5)
          --folder DIR     keep stores there and use them again
        """

    init(_ arguments: [String]) throws(BenchProblem) {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            if option == "--help" {
                wantsHelp = true
                continue
            }
            guard let value = rest.popFirst() else {
                throw BenchProblem(text: "\(option) needs a value, or is unknown", isUsage: true)
            }
            switch option {
            case "--program": program = value
            case "--floor": floor = value
            case "--pager": pager = value
            case "--cases":
                cases = try value.split(separator: ",").map { part throws(BenchProblem) in
                    try BenchOptions.count(part, option)
                }
            case "--accounts": accounts = try BenchOptions.count(value[...], option)
            case "--questions": questions = value
            case "--keys": keys = try BenchOptions.count(value[...], option)
            case "--rounds": rounds = try BenchOptions.count(value[...], option)
            case "--folder": folder = value
            default: throw BenchProblem(text: "unknown option \(option); --help lists all", isUsage: true)
            }
        }
    }

    /// The console's program: the one that was named, else the one built beside this.
    func console() throws(BenchProblem) -> String {
        if let program { return program }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
        let folder = bytes.split(separator: UInt8(ascii: "/")).dropLast()
        let path = folder.map { "/" + String(decoding: $0, as: UTF8.self) }.joined() + "/caseload"
        guard access(path, X_OK) == 0 else {
            throw BenchProblem(text: "there is no \(path); build it, or name another with --program", isUsage: true)
        }
        return path
    }

    private static func count(_ text: Substring, _ option: String) throws(BenchProblem) -> Int {
        guard let count = Int(text), count > 0 else {
            throw BenchProblem(text: "\(option) needs a number above 0, not “\(text)”", isUsage: true)
        }
        return count
    }
}

/// Writes a line to standard error, where it does not disturb the table.
func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
}
