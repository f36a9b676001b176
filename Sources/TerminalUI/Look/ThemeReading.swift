public import SettingsText

extension Theme {
    /// What reading a theme gave: always a theme, and what was wrong.
    public struct Reading: Sendable {
        /// The theme; what could not be read is as in the theme it inherits from.
        public var theme: Theme
        /// What was wrong, never fatal.
        public var problems: [SettingsProblem]
    }

    /// Reads a theme from a settings file.
    ///
    ///     [theme]
    ///     inherits = dark
    ///     appearance = dark
    ///     glyphs = unicode
    ///     [palette]
    ///     rose = #ff6680
    ///     [roles]
    ///     severity1 = rose bold
    ///
    /// - Parameters:
    ///   - name: the name to give it when the file names none.
    ///   - lookup: finds the file of a theme to inherit from; `terminal` is known without it.
    public static func read(
        _ file: SettingsFile, named name: String, lookup: @escaping (String) -> SettingsFile? = { _ in nil }
    ) -> Reading {
        var reader = ThemeReader(lookup: lookup)
        let theme = reader.read(file, named: name, seen: [name])
        return Reading(theme: theme, problems: reader.problems)
    }
}

private struct ThemeReader {
    var lookup: (String) -> SettingsFile?
    var problems: [SettingsProblem] = []

    mutating func read(_ file: SettingsFile, named name: String, seen: Set<String>) -> Theme {
        var theme = parent(of: file, seen: seen)
        theme.name = name
        var palette: [String: Colour] = [:]
        for section in file.sections {
            switch section.kind {
            case "theme": readHead(section, file, &theme)
            case "palette": readPalette(section, file, &palette)
            case "roles": readRoles(section, file, palette, &theme)
            default:
                let known = ["theme", "palette", "roles"]
                problems.append(file.problem(at: section, unknown("section", section.kind, known)))
            }
        }
        return theme
    }

    private mutating func parent(of file: SettingsFile, seen: Set<String>) -> Theme {
        let entry = file.sections("theme").flatMap(\.entries).last { $0.key == "inherits" }
        guard let entry, entry.value != Theme.terminal.name else { return .terminal }
        guard !seen.contains(entry.value), seen.count < 8 else {
            let path = "Themes inherit from one another in a circle here: \(entry.value). Name another one."
            problems.append(file.problem(at: entry, path))
            return .terminal
        }
        guard let parent = lookup(entry.value) else {
            problems.append(file.problem(at: entry, "There is no theme \(entry.value) to inherit from."))
            return .terminal
        }
        return read(parent, named: entry.value, seen: seen.union([entry.value]))
    }

    private mutating func readHead(_ section: SettingsSection, _ file: SettingsFile, _ theme: inout Theme) {
        for entry in section.entries {
            switch entry.key {
            case "name": theme.name = entry.value
            case "inherits": break
            case "appearance":
                guard let appearance = Theme.Appearance(rawValue: entry.value) else {
                    problems.append(file.problem(at: entry, "An appearance is any, dark or light."))
                    continue
                }
                theme.appearance = appearance
            case "glyphs":
                guard let glyphs = GlyphSet(rawValue: entry.value) else {
                    problems.append(file.problem(at: entry, "Glyphs are unicode or ascii."))
                    continue
                }
                theme.glyphs = glyphs
            default:
                let known = ["name", "inherits", "appearance", "glyphs"]
                problems.append(file.problem(at: entry, unknown("setting", entry.key, known)))
            }
        }
    }

    private mutating func readPalette(
        _ section: SettingsSection, _ file: SettingsFile, _ palette: inout [String: Colour]
    ) {
        for entry in section.entries {
            if let colour = palette[entry.value] ?? Colour(entry.value) {
                palette[entry.key] = colour
            } else {
                problems.append(file.problem(at: entry, badColour(entry.value)))
            }
        }
    }

    private mutating func readRoles(
        _ section: SettingsSection, _ file: SettingsFile, _ palette: [String: Colour], _ theme: inout Theme
    ) {
        for entry in section.entries {
            guard let role = Role(name: entry.key) else {
                problems.append(file.problem(at: entry, unknown("role", entry.key, Role.allCases.map(\.name))))
                continue
            }
            do {
                theme[role] = try Style.parse(entry.value, palette: palette)
            } catch {
                let known =
                    Colour.names + Style.attributeNames.keys.sorted() + palette.keys.sorted() + ["default", "on"]
                let hint = closest(to: error.word, in: known).map { " Did you mean \($0)?" } ?? ""
                problems.append(file.problem(at: entry, badColour(error.word) + hint))
            }
        }
    }

    private func unknown(_ what: String, _ word: String, _ known: [String]) -> String {
        let hint =
            closest(to: word, in: known).map { "Did you mean \($0)?" } ?? "Known: \(known.joined(separator: ", "))."
        return "There is no \(what) \(word). \(hint)"
    }

    private func badColour(_ word: String) -> String {
        "\(word) is no colour or attribute. A colour is a name, 0 to 255 or #rrggbb."
    }
}
