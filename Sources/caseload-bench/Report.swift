/// The results as Markdown: a table for each size, then the sizes beside each other.
struct Report {
    let results: [SizeResult]
    let keys: Int
    let rounds: Int

    var markdown: String {
        (["120x40, medians of \(keys) single keys and \(rounds) starts; 95 of 100 stay below the figure in brackets"]
            + results.map(table) + [comparison].compactMap { $0 })
            .joined(separator: "\n\n")
    }

    private func table(_ result: SizeResult) -> String {
        let last = result.programs.last ?? ""
        var lines = [
            row(["\(result.size) cases"] + result.programs + ["\(last) ÷ yardstick", "aim"]),
            row(["---"] + Array(repeating: "---:", count: result.programs.count + 2)),
        ]
        for measure in Measure.allCases {
            var cells = [measure.title]
            for samples in result.samples {
                let times = samples[measure]
                let high = (times?.values.count ?? 0) >= 20 ? " (\(written(times?.quantile(0.95))))" : ""
                cells.append(written(times?.median) + high)
            }
            let ratio = quotient(result.median(measure, of: last), result.median(measure, of: "yardstick"))
            cells += [last == "yardstick" ? "–" : written(ratio), measure.aim.map { "≤ \(written($0))" } ?? ""]
            lines.append(row(cells))
        }
        return lines.joined(separator: "\n")
    }

    /// The largest size beside the smallest, for the last program.
    private var comparison: String? {
        guard let small = results.first, let large = results.last, large.size > small.size,
            let name = small.programs.last
        else { return nil }
        var lines = [row([name, "\(large.size) ÷ \(small.size) cases"]), row(["---", "---:"])]
        for measure in Measure.allCases {
            let ratio = quotient(large.median(measure, of: name), small.median(measure, of: name))
            lines.append(row([measure.title, written(ratio)]))
        }
        return lines.joined(separator: "\n")
    }

    private func quotient(_ above: Double?, _ below: Double?) -> Double? {
        guard let above, let below, below > 0 else { return nil }
        return above / below
    }

    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
