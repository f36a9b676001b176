/// Somebody outside who may stop an import as long as nothing of a file is in the store.
public protocol ImportStop: Sendable {
    /// Whether it was stopped.
    var isStopped: Bool { get }
    /// Asked before a file is written for good; when that may be, it can be stopped again only after ``end(isTaken:)``.
    func beginEnd() -> Bool
    /// The file was written for good, or that failed.
    func end(isTaken: Bool)
}
