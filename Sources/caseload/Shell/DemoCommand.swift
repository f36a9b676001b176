import CaseDemo
import CaseModel
import CaseStorage
import ConsoleCore

extension Shell {
    /// How many cases the demonstration has when nobody says otherwise.
    static var usualDemoCases: Int { 1200 }
    /// The seed of the demonstration when nobody says otherwise.
    static var usualDemoSeed: UInt64 { 1 }

    func fill(_ store: SQLiteCaseStore, cases: Int, seed: UInt64) async throws(Failure) {
        throw .usage("demo comes soon")
    }
}
