import CaseModel
import ConsoleCore
import Glibc
import TerminalUI

extension Shell {
    /// The most that standard input may hold: a text with its cap, or very many numbers.
    private static var inputLimit: Int { 4 << 20 }

    /// Everything on standard input, as text.
    func readInput() throws(Failure) -> String {
        guard !isInConsole else { throw .usage("A lone - is standard input, which the console has none of.") }
        if inputIsTerminal { try say("Reading what you type; ctrl-d on an empty line ends it.") }
        do throws(FileProblem) {
            let bytes = try BoundedFile.read(0, "standard input", Shell.inputLimit)
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText("Standard input") }
            return text
        } catch {
            throw Failure(.failed, error.description)
        }
    }

    /// A text from standard input, without the line ends behind it.
    func readText() throws(Failure) -> String {
        var text = try readInput()
        while text.unicodeScalars.last == "\n" || text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
        return text
    }

    /// Whether a person could type there.
    var inputIsTerminal: Bool { isatty(0) == 1 }

    /// The references as typed, with those on standard input for a `-`.
    func expand(_ references: [String]) throws(Failure) -> [String] {
        guard references.contains("-") else { return references }
        let read = try readInput().split { $0.isWhitespace }.map(String.init)
        return references.flatMap { $0 == "-" ? read : [$0] }
    }

    /// The case that a reference means: its number here, or its number in the source when that is unique.
    func find(_ reference: String, in store: any CaseStore) async throws(Failure) -> CaseID {
        let found: [CaseID]
        do throws(StoreError) {
            found = try await store.cases(named: reference)
        } catch {
            throw Failure(error)
        }
        do throws(CallProblem) {
            if let id = try oneCase(reference, among: found) { return id }
        } catch {
            throw Failure(error)
        }
        throw Failure(.notFound, "There is no case \(reference).")
    }
}
