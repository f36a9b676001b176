/// How long a program took to answer keys.
public struct AnswerTime: Sendable {
    /// From the key to the first byte of the answer; nil when there was none.
    public let first: Duration?
    /// From the key to the last byte before the terminal went quiet; nil when there was no answer.
    public let last: Duration?
    /// How many bytes came.
    public let bytes: Int
}

extension TerminalSession {
    /// Sends keys in one write and times the answer, which ends with the first silence of length `quiet`.
    ///
    /// The screen is brought up to date only afterwards, so that our own work is not in the figures.
    public func time(
        _ keys: [UInt8], quiet: Duration = .milliseconds(25), within limit: Duration = .seconds(30)
    ) throws(HarnessError) -> AnswerTime {
        let before = log.count
        let beforeArrivals = arrivals.count
        let start = ContinuousClock.now
        try send(keys, within: limit)
        let deadline = start + limit
        while ContinuousClock.now < deadline {
            // The first byte may be late; afterwards silence is the end.
            let patience = arrivals.count == beforeArrivals ? quiet * 8 : quiet
            if read(until: min(deadline, ContinuousClock.now + patience), showing: false) != .bytes { break }
        }
        show()
        let answer = arrivals[beforeArrivals...]
        return AnswerTime(
            first: answer.first.map { $0.instant - start }, last: answer.last.map { $0.instant - start },
            bytes: log.count - before)
    }

    /// Sends keys and reads until `condition` holds: the time of the read after which it held.
    ///
    /// Every read is shown at once, so this suits answers of milliseconds, not of microseconds.
    public func time(
        _ keys: [UInt8], until what: String, within limit: Duration = .seconds(30), _ condition: (Screen) -> Bool
    ) throws(HarnessError) -> Duration {
        let start = ContinuousClock.now
        try send(keys, within: limit)
        try waitUntil(what, within: limit, condition)
        return (arrivals.last?.instant ?? start) - start
    }
}

extension TerminalSession {
    /// Reads until the text is on the screen and nothing came for `quiet`: from the start to the last byte of that paint.
    public func timeFirstPaint(
        showing text: String, quiet: Duration = .milliseconds(150), within limit: Duration = .seconds(60)
    ) throws(HarnessError) -> Duration {
        let deadline = started + limit
        var isQuiet = false
        while !(isQuiet && screen.contains(text)) {
            guard ContinuousClock.now < deadline else {
                throw .timedOut(waitingFor: "the first paint with “\(text)”", screen: screen.text)
            }
            switch read(until: min(deadline, ContinuousClock.now + quiet), showing: false) {
            case .bytes: isQuiet = false
            case .nothing:
                isQuiet = true
                show()
            case .ended: throw .ended(waitingFor: "the first paint with “\(text)”", screen: screen.text)
            }
        }
        return (arrivals.last?.instant ?? started) - started
    }
}
