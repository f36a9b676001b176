import CaseExchange
import CaseModel
import Foundation

/// A file with given bytes that is gone when the test is over.
final class TemporaryFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit {
        // Nothing depends on it.
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// Files that stand beside the tests.
enum Fixture {
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }
}

extension Importer {
    /// Checks the file and loads it.
    func run(into store: any CaseStore, _ header: LoadHeader) async throws -> ImportSummary {
        try await load(try check(), into: store, header)
    }
}
