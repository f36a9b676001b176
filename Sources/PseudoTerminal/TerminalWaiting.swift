extension TerminalSession {
    /// Reads until the text stands in a row of the screen.
    ///
    /// Throws `timedOut` or `ended`, with the screen as it is then.
    public func waitFor(_ text: String, within limit: Duration = .seconds(10)) throws(HarnessError) {
        try waitUntil("“\(text)”", within: limit) { $0.contains(text) }
    }

    /// Reads until the text stands in no row of the screen any more.
    public func waitForNo(_ text: String, within limit: Duration = .seconds(10)) throws(HarnessError) {
        try waitUntil("“\(text)” to go", within: limit) { !$0.contains(text) }
    }

    /// Reads until the screen is as `condition` wants it; `what` names that in the error.
    public func waitUntil(
        _ what: String, within limit: Duration = .seconds(10), _ condition: (Screen) -> Bool
    ) throws(HarnessError) {
        let deadline = ContinuousClock.now + limit
        while !condition(screen) {
            switch read(until: deadline) {
            case .bytes: continue
            case .nothing where ContinuousClock.now < deadline: continue
            case .nothing: throw .timedOut(waitingFor: what, screen: screen.text)
            case .ended: throw .ended(waitingFor: what, screen: screen.text)
            }
        }
    }

    /// Types keys, then reads until the screen is quiet.
    public func press(_ keys: String) throws(HarnessError) {
        try type(keys)
        settle()
    }

    /// Reads until nothing came for `quiet`, or the program ended, or `limit` is over.
    public func settle(quiet: Duration = .milliseconds(60), within limit: Duration = .seconds(10)) {
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if read(until: min(deadline, ContinuousClock.now + quiet)) != .bytes { return }
        }
    }

    /// Everything the program wrote, as text; bytes that are not UTF-8 become replacement characters.
    public var logText: String { String(decoding: log, as: UTF8.self) }
}
