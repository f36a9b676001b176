// How large an attached file may be: a threshold of the policy (INF).

/// Decides whether a file is small enough, by the policy's threshold.
func checkSize(_ size: Int, of name: String, in policy: Policy) throws(Refusal) {
    guard let limit = policy.attachmentLimit else { throw .noAttachmentSize }
    guard limit.bytes.map({ size <= $0 }) ?? true else { throw .tooLarge(name, limit.words) }
}

extension Policy {
    /// How large an attached file may be.
    public struct AttachmentLimit: Equatable, Sendable {
        /// The most bytes; nil for no limit.
        public let bytes: Int?
        /// The same in the policy's words.
        public let words: String
    }

    /// How large an attached file may be; nil when the policy does not say.
    public var attachmentLimit: AttachmentLimit? {
        guard let threshold = threshold(Threshold.attachmentSize) else { return nil }
        guard let amount = threshold.amount else { return AttachmentLimit(bytes: nil, words: "no limit") }
        guard let shift = Threshold.byteUnits[threshold.unit] else { return nil }
        return AttachmentLimit(bytes: amount << shift, words: "\(amount) \(threshold.unit)")
    }
}

extension Policy.Threshold {
    /// The code of the threshold for files.
    static let attachmentSize = "attachment-size"

    /// What it may be counted in, with how often it is doubled.
    fileprivate static let byteUnits = ["bytes": 0, "KiB": 10, "MiB": 20]

    /// Whether it cannot be used as it is counted.
    var isOddSize: Bool { code == Self.attachmentSize && amount != nil && Self.byteUnits[unit] == nil }
}
