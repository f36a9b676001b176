import EventLogReplay

// Replays the log of incident events through the life cycle of the built-in policy and prints what became of the
// changes: `swift run log-replay FILE`.

guard CommandLine.arguments.count == 2 else {
    print("usage: log-replay FILE")
    throw UsageProblem()
}
let counts = try await EventLogReplay().run(CommandLine.arguments[1])
print("changes \(counts.changes)")
print("inside  \(counts.inside)")
print("outside \(counts.outside)")
print("refused \(counts.refused)")
print("held    \(counts.held)")
print("warned  \(counts.warned)")
for kind in counts.kinds.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("\(kind.value)\t\(kind.key)") }

/// The program was called without a file.
struct UsageProblem: Error {}
