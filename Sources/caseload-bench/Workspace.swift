import Glibc
import PseudoTerminal

/// The folder with the stores and texts that are measured.
final class Workspace {
    /// A word that stands near the end of a text, once.
    static let rareWord = "zanzibar"
    /// A word that some subjects of the demo data hold.
    static let demoWord = "licence"

    let path: String
    private let isOurs: Bool

    init(keptAt folder: String?) throws(BenchProblem) {
        isOurs = folder == nil
        if let folder {
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
                throw BenchProblem(text: "cannot make the folder \(folder): \(String(cString: strerror(errno)))")
            }
            path = folder
        } else {
            let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
            var template = Array("\(base)/caseload-bench.XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else {
                throw BenchProblem(text: "cannot make a folder in \(base): \(String(cString: strerror(errno)))")
            }
            path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    deinit {
        guard isOurs else { return }
        // Leaving a folder behind is not worth an error at the end of a measurement.
        _ = try? CommandRun.run(Invocation("rm", ["-rf", path]))
    }

    /// An environment in which the console finds no settings of the person who measures.
    static func environment(_ folder: String) -> [String: String] {
        [
            "HOME": folder, "XDG_CONFIG_HOME": "\(folder)/config", "XDG_DATA_HOME": "\(folder)/data",
            "XDG_STATE_HOME": "\(folder)/state",
        ]
    }

    /// A store with so many demo cases and further customers, made by the program itself unless it is there already.
    func store(of cases: Int, customers: Int = 0, by program: String) throws -> String {
        let file = "\(path)/\(cases)\(customers > 0 ? "-\(customers)" : "").db"
        if access(file, F_OK) == 0 { return file }
        try run(program, ["demo", "--cases", String(cases), "--seed", "1", "--no-console", "--store", file])
        guard customers > 0 else { return file }
        for table in CustomerTable.all {
            let (rows, map) = ("\(path)/\(table.kind).csv", "\(path)/\(table.kind).map")
            try write(table.rows(customers), to: rows)
            try write([table.map], to: map)
            say("\(customers) customers: \(table.kind)")
            try run(program, ["import", rows, "--map", map, "--store", file])
        }
        return file
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let made = try CommandRun.run(
            Invocation(program, arguments, environment: Workspace.environment(path)), within: .seconds(1800))
        guard made.code == 0 else { throw BenchProblem(text: "cannot make a store: \(made.errors)") }
    }

    private func write(_ lines: some Sequence<String>, to path: String) throws(BenchProblem) {
        guard let file = fopen(path, "we") else {
            throw BenchProblem(text: "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        for line in lines { fputs(line + "\n", file) }
    }

    /// A text with so many lines of a case each, for the pager.
    func text(of lines: Int) throws(BenchProblem) -> (file: String, firstLine: String) {
        let path = "\(self.path)/\(lines).txt"
        guard let file = fopen(path, "we") else {
            throw BenchProblem(text: "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        let words = ["disk", "router", "invoice", "login", "gateway", "backup", "printer", "cluster"]
        for line in 1...lines {
            let subject = (0..<6).map { words[(line &* 31 &+ $0 &* 7 &+ (line >> $0)) & 7] }.joined(separator: " ")
            let rare = line == lines - lines / 10 ? " \(Workspace.rareWord)" : ""
            fputs("CS-\(1_000_000 + line) S\(line % 4 + 1) \(subject)\(rare), customer \(line % 97), due soon\n", file)
        }
        return (path, "CS-1000001")
    }
}
