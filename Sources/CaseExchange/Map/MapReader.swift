public import CaseModel
public import SettingsText

extension ImportMap {
    /// Reads a map from the bytes of its file.
    ///
    /// - Parameters:
    ///   - name: the name of the file, for messages and, without its ending, as the source when the map names none.
    ///   - zones: gives the rules of a zone by its IANA name; nil for one that is not known.
    /// - Returns: the map, and what in it was not understood but can be done without.
    public static func read(
        bytes: [UInt8], named name: String, zones: (String) -> Zone?
    ) throws(ImportError) -> (map: ImportMap, warnings: [SettingsProblem]) {
        throw .map([])
    }
}
