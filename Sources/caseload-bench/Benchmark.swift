import PseudoTerminal

/// Runs all programs on all sizes and prints the table.
struct Benchmark {
    let options: BenchOptions

    init(_ options: BenchOptions) { self.options = options }

    func run() throws {
        let console = try options.console()
        let workspace = try Workspace(keptAt: options.folder)
        var results: [SizeResult] = []
        for size in options.cases {
            let programs = try programs(console, size: size, in: workspace)
            var result = SizeResult(size: size, programs: programs.map(\.name))
            let presses = max(1, options.keys / options.rounds)
            let updates = max(1, 50 / options.rounds)
            for round in 1...options.rounds {
                for (index, program) in programs.enumerated() {
                    say("\(size) cases, round \(round) of \(options.rounds): \(program.name)")
                    try Round(program: program, presses: presses, updates: updates).run(into: &result.samples[index])
                }
            }
            results.append(result)
        }
        print(Report(results: results, keys: options.keys, rounds: options.rounds).markdown)
    }

    private func programs(_ console: String, size: Int, in workspace: Workspace) throws -> [MeasuredProgram] {
        var programs: [MeasuredProgram] = []
        if let floor = options.floor { programs.append(.floor(floor, rows: size)) }
        let text = try workspace.text(of: size)
        programs.append(.pager(options.pager, file: text.file, firstLine: text.firstLine))
        let store = try workspace.store(of: size, customers: options.accounts, by: console)
        programs.append(.console(console, store: store, folder: workspace.path))
        return programs
    }
}

/// What was measured on one size.
struct SizeResult {
    var size: Int
    /// Names of the programs, in the order of the columns.
    var programs: [String]
    /// The samples of each program.
    var samples: [[Measure: Samples]]

    init(size: Int, programs: [String]) {
        self.size = size
        self.programs = programs
        samples = Array(repeating: [:], count: programs.count)
    }

    /// The median of one measure of one program; nil where it was not measured.
    func median(_ measure: Measure, of program: String) -> Double? {
        programs.firstIndex(of: program).flatMap { samples[$0][measure]?.median }
    }
}
