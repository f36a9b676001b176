import SettingsText

extension Policy {
    /// The sections of a kind, such as `notice`, by code and name; the name is empty where the policy gives none.
    public func names(of section: String) -> [(code: String, name: String)] {
        file.sections(section).compactMap { found in
            found.name.map { ($0, found.entries.first { $0.key == "name" }?.value ?? "") }
        }
    }
}
