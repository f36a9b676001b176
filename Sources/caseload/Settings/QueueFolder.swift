import CaseModel
import ConsoleCore
import SettingsText
import TerminalUI

/// The named queues of the host and the person: files in `queues/` with sections `[queue "Name"]`, and rules for rows,
/// `[row "QUERY"]`: those below a queue are of that queue, those above all queues of a file are of every queue.
enum QueueFolder {
    /// The queues of the tab line, the built-in ones first; one of the same name takes the built-in one's place.
    static func read(places: Places) -> (queues: [NamedQueue], problems: [String]) {
        var queues = NamedQueue.builtIn
        var problems: [String] = []
        var everywhere: [RowRule] = []
        lazy var words = PolicyShelf(places: places).inForce?.policy.map { Vocabulary($0) } ?? .none
        for folder in [places.system + "/queues", places.config + "/queues"] {
            for name in BoundedFile.names(in: folder) where !name.hasPrefix(".") {
                guard let file = SettingsSource.read(folder + "/" + name, &problems) else { continue }
                var current: String?
                var isBroken = false
                for section in file.sections {
                    if section.kind == "row" {
                        guard let rule = rule(section, file, words, &problems) else { continue }
                        // The queue it belongs to is not there, and no other one's rule it is.
                        if isBroken { continue }
                        if let current {
                            for index in queues.indices where queues[index].name == current {
                                queues[index].rules.append(rule)
                            }
                        } else {
                            everywhere.append(rule)
                        }
                        continue
                    }
                    let read = queue(section, file, words, &problems)
                    isBroken = read == nil
                    guard let queue = read else { continue }
                    current = queue.name
                    if let index = queues.firstIndex(where: { Words.fold($0.name) == Words.fold(queue.name) }) {
                        queues[index] = queue
                    } else {
                        queues.append(queue)
                    }
                }
            }
        }
        for index in queues.indices { queues[index].rules += everywhere }
        return (queues, problems)
    }

    private static func rule(
        _ section: SettingsSection, _ file: SettingsFile, _ words: Vocabulary, _ problems: inout [String]
    ) -> RowRule? {
        func fail(_ message: String) -> RowRule? {
            problems.append(file.problem(at: section, message).description)
            return nil
        }
        guard let text = section.name, !Words.isBlank(text) else { return fail("A row begins with [row \"QUERY\"].") }
        do throws(QueryProblem) {
            if let beyond = try CaseQuery(text, words).beyondRows {
                return fail("Rows do not tell \(beyond); they tell what a list can show.")
            }
        } catch {
            return fail(error.description)
        }
        var rule = RowRule(text, role: .warn)
        for entry in section.entries {
            switch entry.key {
            case "role":
                if let role = Role(name: entry.value) {
                    rule.role = role
                } else {
                    let hint = closest(to: entry.value, in: Role.allCases.map(\.name)).map { " Did you mean \($0)?" }
                    problems.append(
                        file.problem(at: entry, "There is no role \(entry.value).\(hint ?? "")").description)
                }
            case "sign":
                let scalars = Array(entry.value.unicodeScalars)
                if scalars.count == 1, (0x21...0x7e).contains(scalars[0].value) {
                    rule.sign = scalars[0]
                } else {
                    problems.append(file.problem(at: entry, "A sign is one ASCII character.").description)
                }
            default:
                let hint = closest(to: entry.key, in: ["role", "sign"]).map { " Did you mean \($0)?" } ?? ""
                problems.append(file.problem(at: entry, "A row has role and sign.\(hint)").description)
            }
        }
        return rule
    }

    private static func queue(
        _ section: SettingsSection, _ file: SettingsFile, _ words: Vocabulary, _ problems: inout [String]
    ) -> NamedQueue? {
        guard section.kind == "queue", let name = section.name, !Words.isBlank(name) else {
            problems.append(file.problem(at: section, "A queue begins with [queue \"Name\"].").description)
            return nil
        }
        var queue = NamedQueue(name, query: "")
        for entry in section.entries {
            switch entry.key {
            case "query":
                do throws(QueryProblem) {
                    _ = try CaseQuery(entry.value, words)
                    queue.query = entry.value
                } catch {
                    problems.append(file.problem(at: entry, error.description).description)
                    return nil
                }
            case "sort":
                do throws(QueryProblem) {
                    queue.sort = try SortKey.parse(entry.value)
                } catch {
                    problems.append(file.problem(at: entry, error.description).description)
                }
            default:
                let hint = closest(to: entry.key, in: ["query", "sort"]).map { " Did you mean \($0)?" } ?? ""
                problems.append(file.problem(at: entry, "A queue has query and sort.\(hint)").description)
            }
        }
        return queue
    }
}
