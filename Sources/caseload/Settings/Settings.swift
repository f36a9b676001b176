import SettingsText

/// The settings in force, each with the layer that decided it: built in, host, person, environment, options.
struct Settings: Equatable, Sendable {
    /// The case file.
    var store: Decided<String>
    /// The theme's name.
    var theme: Decided<String>
    /// The named queue the console begins with; empty for the first.
    var queue: Decided<String>
    /// Whether colours are used.
    var color: Decided<ColorChoice>
    /// Bell, title and command for what nobody may sleep through.
    var alerts = AlertSettings()
    /// What was wrong in the files, in words; nothing of it is fatal.
    var problems: [String] = []

    /// The keys of the `settings` files: section, then key.
    static let known = [
        "store": ["file"], "console": ["theme", "queue", "color"], "alerts": AlertSettings.known,
    ]

    /// Only the program's own values.
    init(places: Places) {
        store = Decided(places.store)
        theme = Decided("terminal")
        queue = Decided("")
        color = Decided(.auto)
    }

    /// Everything that has a say, in order.
    init(places: Places, surroundings: Surroundings, options: GlobalOptions) {
        self.init(places: places)
        for folder in [places.system, places.config] { take(file: folder + "/settings", home: surroundings["HOME"]) }
        if let file = surroundings["CASELOAD_STORE"] { store = Decided(file, by: .environment("CASELOAD_STORE")) }
        if let name = surroundings["CASELOAD_THEME"] { theme = Decided(name, by: .environment("CASELOAD_THEME")) }
        if surroundings["NO_COLOR"] != nil {
            color = Decided(.never, by: .environment("NO_COLOR"))
        } else if let force = surroundings["CLICOLOR_FORCE"], force != "0" {
            color = Decided(.always, by: .environment("CLICOLOR_FORCE"))
        }
        if let file = options.store { store = Decided(file, by: .option("store")) }
        if let choice = options.color { color = Decided(choice, by: .option("color")) }
    }

    /// Takes one settings file in; a broken one changes nothing and says so.
    private mutating func take(file path: String, home: String?) {
        guard let reading = SettingsSource.read(path, &problems) else { return }
        var new = self
        for section in reading.sections {
            guard let keys = Settings.known[section.kind] else {
                let near = closest(to: section.kind, in: Settings.known.keys.sorted())
                let hint = near.map { " Did you mean [\($0)]?" } ?? ""
                new.problems.append(
                    reading.problem(at: section, "There is no section [\(section.kind)].\(hint)").description)
                continue
            }
            for entry in section.entries {
                guard keys.contains(entry.key) else {
                    let hint = closest(to: entry.key, in: keys).map { " Did you mean \($0)?" } ?? ""
                    let words = "There is no key \(entry.key) in [\(section.kind)].\(hint)"
                    new.problems.append(reading.problem(at: entry, words).description)
                    continue
                }
                new.set(section.kind, entry, in: reading, path, home)
            }
        }
        self = new
    }

    private mutating func set(
        _ section: String, _ entry: SettingsEntry, in file: SettingsFile, _ path: String, _ home: String?
    ) {
        let layer = Layer.file(path, line: entry.line)
        switch (section, entry.key) {
        case ("alerts", _):
            if let words = alerts.set(entry, by: layer) { problems.append(file.problem(at: entry, words).description) }
        case ("store", "file"):
            var value = entry.value
            if value.hasPrefix("~/"), let home { value = home + value.dropFirst() }
            guard value.hasPrefix("/") else {
                problems.append(file.problem(at: entry, "The store's path begins with / or ~/.").description)
                return
            }
            store = Decided(value, by: layer)
        case ("console", "theme"): theme = Decided(entry.value, by: layer)
        case ("console", "queue"): queue = Decided(entry.value, by: layer)
        case ("console", "color"):
            guard let choice = ColorChoice(rawValue: entry.value) else {
                problems.append(file.problem(at: entry, "color is auto, always or never.").description)
                return
            }
            color = Decided(choice, by: layer)
        default: break
        }
    }
}
