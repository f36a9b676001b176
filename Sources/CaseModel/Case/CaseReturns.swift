/// That time alone brought a case back that was put off.
public struct CaseReturn: Equatable, Sendable {
    /// When it came back.
    public let at: Timestamp
    /// What had put it off until then.
    public let event: CaseEvent
}

extension CaseFile {
    /// When time alone brought the case back, oldest first; a wake-up before its time, or a closing, is told by itself.
    ///
    /// - Parameter now: what is still put off then has not come back.
    public func returns(by now: Timestamp) -> [CaseReturn] {
        var found: [CaseReturn] = []
        var asleep: CaseReturn?
        var isClosed = false
        func wake(at instant: Timestamp) {
            guard let back = asleep, back.at <= instant else { return }
            if !isClosed { found.append(back) }
            asleep = nil
        }
        for event in events {
            wake(at: event.at)
            for change in event.changes {
                switch change.field {
                case .snoozedUntil:
                    asleep = change.new.flatMap { Timestamp(iso: $0) }.map { CaseReturn(at: $0, event: event) }
                case .closedAt: isClosed = change.new != nil
                default: break
                }
            }
        }
        wake(at: now)
        return found
    }

    /// The last event that gave it to the centre that has it now, of those that hold; nil where nobody handed it over.
    public var handOver: CaseEvent? {
        let takenBack = takenBack
        return events.last { event in
            event.action == .handedOver && !takenBack.contains(event.seq)
                && event.changes.contains { $0.field == .center && $0.new == item.center }
        }
    }

    /// The last event that put it off until when it comes back; nil where the history does not tell.
    public var snooze: CaseEvent? {
        let until = item.snoozedUntil?.description
        return events.last { $0.changes.contains { $0.field == .snoozedUntil && $0.new != nil && $0.new == until } }
    }
}
