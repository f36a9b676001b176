import Glibc

/// The folders in which the program's files live (XDG base directories).
struct Places: Equatable {
    /// Settings of the whole host.
    let system: String
    /// The person's settings.
    let config: String
    /// The store.
    let data: String
    /// Drafts and the log.
    let state: String
    /// Short-lived private files.
    let temporary: String

    /// The folders that the environment names; relative paths in it are ignored, as the convention wants it.
    init(_ surroundings: Surroundings, home: String?) {
        let home = home ?? "/"
        func place(_ variable: String, _ fallback: String) -> String {
            let base = surroundings[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/" + fallback
            return base + "/caseload"
        }
        system = "/etc/caseload"
        config = place("XDG_CONFIG_HOME", ".config")
        data = place("XDG_DATA_HOME", ".local/share")
        state = place("XDG_STATE_HOME", ".local/state")
        let runtime = surroundings["XDG_RUNTIME_DIR"] ?? surroundings["TMPDIR"]
        temporary = runtime.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    }

    /// The store when nobody says otherwise.
    var store: String { data + "/cases.db" }
    /// Texts that were typed and not sent.
    var drafts: String { state + "/drafts" }
    /// What the program and its runtime say while the screen is up.
    var log: String { state + "/log" }

    /// The folder in which a file lies.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    static func name(of path: String) -> String {
        let parts = path.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" }
        return parts.last.map { String($0) } ?? path
    }

    /// A path from the root, with links and dots resolved where the file is there.
    static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else {
            guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
            defer { free(here) }
            return String(cString: here) + "/" + path
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
