import PseudoTerminal

/// One start of one program, with everything that is measured in it.
struct Round {
    let program: MeasuredProgram
    /// Single key presses of each kind.
    let presses: Int
    /// Cases that are changed; the list of those that can be grows shorter by each.
    let updates: Int

    /// Starts the program, measures, and quits it.
    func run(into samples: inout [Measure: Samples]) throws(HarnessError) {
        let session = try TerminalSession(program.invocation)
        defer { session.close() }
        samples[.start, default: Samples()].add(try session.timeFirstPaint(showing: program.firstText))
        samples[.idle, default: Samples()].add(idleShare(of: session))
        if let keys = program.longList {
            try session.type(keys)
            session.settle(quiet: .milliseconds(300))
        }
        try pressInPage(session, &samples)
        try pressScrolling(session, &samples)
        try search(session, &samples)
        try update(session, &samples)
        if let figures = session.figures { samples[.memory, default: Samples()].add(Double(figures.peakKiB) / 1_024) }
        try session.type(program.quit)
        // A program that does not leave on its key is killed by `close`.
        session.settle(within: .milliseconds(500))
    }

    /// The share of one processor, in percent, over some seconds without a key.
    private func idleShare(of session: TerminalSession) -> Double {
        let before = session.figures?.processorTime ?? .zero
        let start = ContinuousClock.now
        session.settle(quiet: .seconds(3), within: .seconds(4))
        let used = (session.figures?.processorTime ?? .zero) - before
        return 100 * used.milliseconds / (ContinuousClock.now - start).milliseconds
    }

    private func pressInPage(_ session: TerminalSession, _ samples: inout [Measure: Samples]) throws(HarnessError) {
        guard let (forth, back) = program.inPage else { return }
        for press in 0..<presses {
            // Eight rows there and eight back, so that no page is too small.
            let answer = try session.time(KeyBytes.bytes(press / 8 % 2 == 0 ? forth : back))
            if let last = answer.last { samples[.inPage, default: Samples()].add(last) }
        }
    }

    private func pressScrolling(_ session: TerminalSession, _ samples: inout [Measure: Samples]) throws(HarnessError) {
        let down = KeyBytes.bytes(program.down)
        // Past the end of the first page, so that every further key scrolls.
        _ = try session.time(Array(repeating: down, count: 60).flatMap { $0 }, quiet: .milliseconds(100))
        for _ in 0..<presses {
            if let last = try session.time(down).last { samples[.scrolling, default: Samples()].add(last) }
        }
        let many = Array(repeating: down, count: 500).flatMap { $0 }
        if let last = try session.time(many, quiet: .milliseconds(100)).last {
            samples[.burst, default: Samples()].add(last)
        }
        guard let page = program.page else { return }
        for _ in 0..<(presses / 2) {
            if let last = try session.time(KeyBytes.bytes(page)).last { samples[.page, default: Samples()].add(last) }
        }
    }

    private func search(_ session: TerminalSession, _ samples: inout [Measure: Samples]) throws(HarnessError) {
        guard let (keys, leave) = program.search else { return }
        for _ in 0..<3 {
            if let last = try session.time(KeyBytes.bytes(keys), quiet: .milliseconds(300)).last {
                samples[.search, default: Samples()].add(last)
            }
            try session.type(leave)
            session.settle(quiet: .milliseconds(300))
        }
    }

    private func update(_ session: TerminalSession, _ samples: inout [Measure: Samples]) throws(HarnessError) {
        guard let (list, key, notice) = program.update else { return }
        try session.type(list)
        session.settle(quiet: .milliseconds(300))
        for _ in 0..<updates {
            // The list shrinks by the case that was taken, so the cursor is on the next one already.
            let before = session.screen.row(of: notice).map { session.screen.line($0) }
            let saved = try session.time(KeyBytes.bytes(key), until: "“\(notice)” after “\(key)”") { screen in
                guard let row = screen.row(of: notice) else { return false }
                return screen.line(row) != before
            }
            samples[.update, default: Samples()].add(saved)
            session.settle(quiet: .milliseconds(150))
        }
    }
}
