import CaseModel
import GuidePolicy

extension MemoryCaseStore {
    /// More critical situations than are read at once, running and over, commanded and not, and questions of every kind.
    func fillCases() async throws(StoreError) {
        let customers = ["Nord Energy", FullStore.harbours, FullStore.tokyo]
        let running: [LoadRecord] = (1...45).map { number in
            var record = SampleStore.history(
                "All sites without sessions \(number)" + FullStore.ends[number % 4], .one,
                number % 3 == 0 ? .wip : .new, customers[number % 3], number % 3 == 0 ? "ada" : nil,
                ago: Int64(number) * 2_000,
                more: [SampleStore.note(Int64(number) * 1_000, "ada", .replied, "We are looking at it.")])
            if case .history(var history) = record, number % 2 == 0 {
                history.entries[0].values[.criticalSituationManager] = "Agent \(number)" + FullStore.ends[number % 4]
                record = .history(history)
            }
            return record
        }
        let over: [LoadRecord] = (1...25).map { number in
            SampleStore.history(
                "It was over soon \(number)" + FullStore.ends[number % 4], .one, .closed, customers[number % 3], "kim",
                ago: Int64(number) * 900_000)
        }
        let asked: [LoadRecord] = (1...60).map { number in
            var record = SampleStore.history(
                "Question \(number)" + FullStore.ends[number % 4], number % 2 == 0 ? .two : .four,
                number % 4 == 0 ? .hold : .open, customers[number % 3], number % 3 == 0 ? "ada" : nil,
                ago: Int64(number) * 70_000)
            if case .history(var history) = record {
                history.entries[0].values[.type] = ["licensing", "account", "technical"][number % 3]
                record = .history(history)
            }
            return record
        }
        try await beginLoad(
            LoadHeader(
                source: "full", claim: SampleStore.ada, at: SampleStore.now, operation: OperationID("full-load")))
        _ = try await load(running + over + asked)
        try await finishLoad()
    }
}
