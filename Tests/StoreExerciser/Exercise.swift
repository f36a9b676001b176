// A program that works on a store until it is killed; what it prints on standard output was acknowledged before.

import CaseModel
import CaseStorage
import Glibc
import GuidePolicy

@main
struct Exercise {
    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        guard words.count >= 2 else {
            print("usage: store-exerciser saves|loads|counts|holds|reads STORE [ARGUMENT…]")
            exit(2)
        }
        do throws(StoreError) {
            switch words[0] {
            case "saves": try await saves(words[1], name: words.count > 2 ? words[2] : "s")
            case "loads": try await loads(words[1], name: words.count > 2 ? words[2] : "l")
            case "counts": try await counts(words[1], times: words.count > 2 ? Int(words[2]) ?? 1 : 1)
            case "holds": try await holds(words[1])
            default: exit(2)
            }
        } catch {
            print("failed \(error)")
            exit(1)
        }
    }

    static let me = Claim(login: "ada", userNumber: 1001)
    static let now = Timestamp(seconds: 1_772_000_000)

    /// Prints a line at once, whole.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(1, bytes, bytes.count)
    }

    static func everyID(_ store: SQLiteCaseStore) async throws(StoreError) -> [CaseID] {
        try await store.orderedIDs(.all, sort: [SortKey(.id)], QueryContext(now: now))
    }

    /// Saves for ever: each act changes two cases, by several events each, and is told once it is saved.
    static func saves(_ path: String, name: String) async throws(StoreError) {
        let store = try await SQLiteCaseStore.open(path: path)
        let ids = try await everyID(store)
        var number = 0
        while true {
            number += 1
            let severity = Severity(rawValue: number % 4 + 1) ?? .one
            let edits = (0..<2).map { offset in
                CaseEdit(
                    ids[(number + offset) % ids.count], base: nil,
                    [
                        .note("act \(name)-\(number)"), .severity(severity), .extra("last", "\(name)-\(number)"),
                        .tags(adding: ["t\(number % 7)"], removing: ["t\((number + 3) % 7)"]),
                    ])
            }
            say("try \(name)-\(number)")
            let operation = Operation(id: OperationID("\(name)-\(number)"), claim: me, at: now, edits: edits)
            if number % 9 == 0 {
                _ = try await store.undo(operation)
            } else {
                _ = try await store.apply(operation)
            }
            say("saved \(name)-\(number)")
        }
    }

    /// Loads for ever, a batch at a time.
    static func loads(_ path: String, name: String) async throws(StoreError) {
        let store = try await SQLiteCaseStore.open(path: path)
        var number = 0
        while true {
            number += 1
            try await store.beginLoad(
                LoadHeader(source: name, claim: me, at: now, operation: OperationID("\(name)-\(number)")))
            for part in 0..<5 {
                let records = (0..<10).map { index in
                    LoadRecord.history(
                        CaseHistory(
                            key: "\(number)-\(part)-\(index)", line: 1,
                            entries: [
                                HistoryEntry(
                                    at: now, actor: "Robot", values: [.subject: "Case \(index)", .queue: "Q \(part)"])
                            ]))
                }
                _ = try await store.load(records)
            }
            try await store.finishLoad()
            say("saved \(name)-\(number)")
        }
    }

    /// Counts a field of one case up, beside others who do the same; whoever meets another begins again.
    static func counts(_ path: String, times: Int) async throws(StoreError) {
        let store = try await SQLiteCaseStore.open(path: path)
        let id = try await everyID(store)[0]
        var done = 0
        var met = 0
        while done < times {
            let item = try await store.caseFile(id).item
            let next = (Int(item.extra["count"] ?? "0") ?? 0) + 1
            let operation = Operation(
                id: OperationID("\(getpid())-\(done)-\(met)"), claim: me, at: now,
                edits: [CaseEdit(id, base: item.version, [.extra("count", String(next))])])
            switch try await store.apply(operation).edits.first {
            case .done: done += 1
            // The other wrote the very number this one was about to write: that counts once.
            case .conflict, .unchanged: met += 1
            default: say("failed to count")
            }
        }
        await store.close()
        say("counted \(done), met \(met)")
    }

    /// Holds the write lock until it is killed.
    static func holds(_ path: String) async throws(StoreError) {
        let store = try await SQLiteCaseStore.open(path: path)
        try await store.beginLoad(
            LoadHeader(source: "elsewhere", claim: me, at: now, operation: OperationID("hold-\(getpid())")))
        say("holding")
        sleep(600)
    }
}
