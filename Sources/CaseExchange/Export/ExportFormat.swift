public import CaseModel

/// The forms in which data leaves.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// A table for spreadsheets.
    case csv
    /// One JSON array.
    case json
    /// One JSON object on each line.
    case jsonl
}

/// Why an export stopped: the store failed, or whoever takes the bytes did.
public enum ExportFailure<Taker: Error>: Error {
    /// The store.
    case store(StoreError)
    /// The taker of the bytes.
    case taker(Taker)
}
