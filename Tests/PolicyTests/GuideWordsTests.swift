import CaseModel
import Foundation
import GuidePolicy
import Testing

@Suite("The words of the guide stand in its policy alone")
struct GuideWordsTests {
    /// The Swift files that read the policy and answer by it.
    private func sources() throws -> [(path: String, text: String)] {
        let root = URL(fileURLWithPath: #filePath).appending(path: "../../../Sources").standardizedFileURL
        let folders = [
            "CaseModel/Policy", "CaseModel/Clock", "CaseExchange/Calendar", "caseload/Shell", "caseload/Settings",
        ]
        return try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
        }
        .filter { url in
            !url.path.contains("caseload/") || ["Policy", "Clock"].contains { url.lastPathComponent.hasPrefix($0) }
        }
        .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }

    @Test func noneIsWrittenInSwift() throws {
        let files = try sources()
        #expect(files.count > 20)
        let policy = try Policies.builtIn.policy()
        let names =
            policy.cover.plans.map(\.name) + policy.places.regions.flatMap { [$0.name, $0.zone] }
            + policy.places.centers.map(\.name) + policy.people.teams.map(\.name) + policy.people.roles.map(\.name)
            + policy.lifeCycle.statuses.map(\.name).filter { $0.contains(" ") }
        for file in files {
            for name in names { #expect(!file.text.contains(name), "\(file.path): \(name)") }
        }
        let codes = Set(
            policy.cover.plans.map(\.code) + policy.places.regions.map(\.code) + policy.lifeCycle.statuses.map(\.code)
                + policy.lifeCycle.statuses.map(\.name))
        for file in files {
            let literals = file.text.matches(of: /"([^"\n\\]*)"/).map { String($0.1) }
            #expect(literals.filter { codes.contains($0) } == [], "\(file.path)")
        }
    }
}
