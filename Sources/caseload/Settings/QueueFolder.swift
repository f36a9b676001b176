import CaseModel
import ConsoleCore
import SettingsText

/// The named queues of the host and the person: files in `queues/` with sections `[queue "Name"]`.
enum QueueFolder {
    /// The queues of the tab line, the built-in ones first; one of the same name takes the built-in one's place.
    static func read(places: Places) -> (queues: [NamedQueue], problems: [String]) {
        var queues = NamedQueue.builtIn
        var problems: [String] = []
        lazy var words = PolicyShelf(places: places).inForce?.reading.policy.map { Vocabulary($0) } ?? .none
        for folder in [places.system + "/queues", places.config + "/queues"] {
            for name in BoundedFile.names(in: folder) where !name.hasPrefix(".") {
                guard let file = SettingsSource.read(folder + "/" + name, &problems) else { continue }
                for section in file.sections {
                    guard let queue = queue(section, file, words, &problems) else { continue }
                    if let index = queues.firstIndex(where: { Words.fold($0.name) == Words.fold(queue.name) }) {
                        queues[index] = queue
                    } else {
                        queues.append(queue)
                    }
                }
            }
        }
        return (queues, problems)
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
