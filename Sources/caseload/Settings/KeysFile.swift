import ConsoleCore
import SettingsText

/// The person's keys: the file `keys` with sections `[queue]`, `[page]` and `[all]`, and lines `gt = take`.
enum KeysFile {
    /// The bindings of the host and the person, the person's last so that they win, and what was wrong.
    static func read(places: Places) -> (bindings: [KeyBinding], problems: [String]) {
        var bindings: [KeyBinding] = []
        var problems: [String] = []
        for folder in [places.system, places.config] {
            let path = folder + "/keys"
            guard let file = SettingsSource.read(path, &problems) else { continue }
            for section in file.sections {
                guard contexts.contains(section.kind) else {
                    let hint = closest(to: section.kind, in: contexts).map { " Did you mean [\($0)]?" } ?? ""
                    let words = "Keys stand in [queue], [page] or [all].\(hint)"
                    problems.append(file.problem(at: section, words).description)
                    continue
                }
                for entry in section.entries {
                    bindings.append(
                        KeyBinding(
                            context: section.kind, keys: entry.key, line: entry.value, origin: "\(path):\(entry.line)"))
                }
            }
        }
        return (bindings, problems)
    }

    private static let contexts = ["queue", "page", "all"]
}
