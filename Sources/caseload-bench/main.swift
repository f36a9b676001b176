import Glibc
import PseudoTerminal

/// Measures the console beside a small C program and a pager, or a store's lists, and prints a Markdown table.
do {
    let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
    if options.wantsHelp {
        print(BenchOptions.help)
    } else if let store = options.questions {
        try await Questions(store: store).run()
    } else {
        try Benchmark(options).run()
    }
} catch let problem as BenchProblem {
    say("caseload-bench: \(problem.text)")
    exit(problem.isUsage ? 2 : 1)
} catch {
    say("caseload-bench: \(error)")
    exit(1)
}
