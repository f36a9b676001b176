import SettingsText

/// Finds and reads the files that people edit: regular, ours, not larger than the grammar's cap.
enum SettingsSource {
    /// The bytes of a file; nil when there is none or it cannot be used, with the reasons in `problems`.
    static func bytes(_ path: String, _ problems: inout [String]) -> [UInt8]? {
        do throws(FileProblem) {
            return try BoundedFile.bytes(path, limit: SettingsFile.byteLimit, trust: .ownersOnly)
        } catch .missing {
            return nil
        } catch {
            problems.append(error.description + " What was in force stays.")
            return nil
        }
    }

    /// A file in the settings grammar; nil when there is none or it cannot be used, with the reasons in `problems`.
    static func read(_ path: String, _ problems: inout [String]) -> SettingsFile? {
        guard let bytes = bytes(path, &problems) else { return nil }
        let reading = SettingsFile.read(bytes: bytes, named: path)
        problems += reading.problems.map(\.description)
        guard !reading.isBroken else {
            problems.append("\(path) was not used; what was in force stays.")
            return nil
        }
        return reading.file
    }
}
