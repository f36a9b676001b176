public import CaseModel
public import SettingsText

/// Why an import came to nothing.
public enum ImportError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The map cannot be used; what is wrong in it.
    case map([SettingsProblem])
    /// There is no file of that name.
    case missing(String)
    /// The file cannot be read; its name and why.
    case file(String, String)
    /// The header of the file does not fit the map.
    case header([ImportProblem])
    /// The file of a whole store is not as it was written; where, and what is wrong.
    case broken(ImportProblem)
    /// The file changed between checking and writing.
    case changed(String)
    /// Somebody stopped it; see ``ImportStop``.
    case stopped
    /// The store refused, or failed.
    case store(StoreError)

    /// What happened and what to do, in words.
    public var description: String {
        switch self {
        case .map(let problems):
            problems.map(\.description).joined(separator: "\n") + "\nNothing was imported. Mend the map first."
        case .missing(let name): "There is no file \(name)."
        case .file(let name, let why): "\(name) cannot be read: \(why)."
        case .header(let problems): problems.map(\.description).joined(separator: "\n")
        case .broken(let problem): "\(problem). Nothing was imported; export the store again."
        case .changed(let name): "\(name) was changed while it was imported. Nothing was taken. Try again."
        case .stopped: "Stopped; nothing was imported."
        case .store(let error): error.description
        }
    }

    /// The same as problems of a file, each with its place where there is one.
    public func problems(of file: String) -> [ImportProblem] {
        if case .header(let problems) = self { return problems }
        if case .broken(let problem) = self { return [problem] }
        return [ImportProblem(file: file, line: 0, column: 0, message: description)]
    }
}
