import CaseExchange
import CaseModel
import EmbeddedFiles
import Foundation
import SettingsText
import Synchronization
import Testing

/// The two policies that all tests read: the built-in one, and one that shares no word with it.
enum Policies: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case builtIn, harbour

    var testDescription: String { rawValue }

    var bytes: [UInt8] {
        get throws {
            switch self {
            case .builtIn: EmbeddedFiles.policy
            case .harbour: Array(try Data(contentsOf: URL(fileURLWithPath: Policies.harbourPath)))
            }
        }
    }

    static let harbourPath = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/harbour.policy").path

    /// The policy, which must be without any problem.
    func policy() throws -> Policy {
        let reading = Policy.read(bytes: try bytes, named: rawValue)
        #expect(reading.problems == [])
        return try #require(reading.policy)
    }

    /// The policy's text, to be changed in tests.
    func text() throws -> String { String(decoding: try bytes, as: UTF8.self) }
}

/// Zones of this host, each read once: the host's library knows one zone at a time.
enum TestZones {
    private static let known = Mutex<[String: Zone?]>([:])

    static func zone(_ name: String) -> Zone? {
        known.withLock { known in
            if let zone = known[name] { return zone }
            let zone = HostZones.zone(named: name, years: 2024...2038)
            known[name] = zone
            return zone
        }
    }
}

/// Reads a policy from a text and gives its problems in words.
func problems(in text: String) -> [String] {
    Policy.read(bytes: Array(text.utf8), named: "p").problems.map(\.description)
}

extension String {
    /// The text with something in it exchanged, which must be there.
    func exchanging(_ old: String, _ new: String, _ place: SourceLocation = #_sourceLocation) -> String {
        #expect(contains(old), "\(old) is not in the text", sourceLocation: place)
        return replacing(old, with: new, maxReplacements: 1)
    }
}
