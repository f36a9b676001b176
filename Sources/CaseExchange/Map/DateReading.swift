public import CaseModel

/// How a source writes times.
public struct DateReading: Equatable, Sendable {
    /// Patterns in the order to try them.
    public var patterns: [DatePattern]
    /// The zone of times without an offset.
    public var zone: Zone

    /// Patterns and a zone.
    public init(patterns: [DatePattern], zone: Zone) {
        self.patterns = patterns
        self.zone = zone
    }

    /// The instant that a text means; nil when no pattern fits, or only out of the years that can be written.
    public func instant(_ text: some Collection<UInt8>) -> Timestamp? {
        let bytes = Array(text)
        for pattern in patterns {
            guard let instant = pattern.instant(bytes, zone: zone), Timestamp.writable.contains(instant) else {
                continue
            }
            return instant
        }
        return nil
    }
}
