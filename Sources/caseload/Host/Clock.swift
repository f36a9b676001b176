import CaseModel
import Glibc

/// The program's clock: the host's, or one fixed by `--now` or `CASELOAD_NOW`.
struct Clock: Equatable {
    private enum Source: Equatable {
        case host
        case fixed(Timestamp)
        /// A time, and the count of the host's steady clock at which it was.
        case running(from: Timestamp, since: Int64)
    }

    private let source: Source

    /// The host's clock.
    static let host = Clock(source: .host)

    private init(source: Source) {
        self.source = source
    }

    /// Reads `2026-03-09T13:30:00Z`, or with a `+` behind it a time from which the clock runs; nil for anything else.
    init?(_ text: String) {
        if let instant = Timestamp(iso: text) {
            source = .fixed(instant)
        } else if text.hasSuffix("+"), let instant = Timestamp(iso: text.dropLast()) {
            source = .running(from: instant, since: Clock.seconds(of: CLOCK_MONOTONIC))
        } else {
            return nil
        }
    }

    /// What time it is.
    var now: Timestamp {
        switch source {
        case .host: Timestamp(seconds: Clock.seconds(of: CLOCK_REALTIME))
        case .fixed(let instant): instant
        case .running(let start, let since):
            min(start + (Clock.seconds(of: CLOCK_MONOTONIC) - since), Timestamp.writable.upperBound)
        }
    }

    /// Whether a person set the clock.
    var isSet: Bool { source != .host }

    /// Whether it stands still.
    var stands: Bool {
        if case .fixed = source { true } else { false }
    }

    /// The real time beside a time that was set by hand; nil under the host's clock.
    var recordedAt: Timestamp? {
        isSet ? Timestamp(seconds: Clock.seconds(of: CLOCK_REALTIME)) : nil
    }

    private static func seconds(of clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec)
    }
}

extension Clock {
    /// The clock that `--now`, then `CASELOAD_NOW`, asks for; the host's otherwise.
    static func chosen(_ options: GlobalOptions, _ surroundings: Surroundings) throws(Failure) -> Clock {
        let source = options.now != nil ? "--now" : "CASELOAD_NOW"
        guard let text = options.now ?? surroundings["CASELOAD_NOW"] else { return .host }
        guard let clock = Clock(text) else {
            throw .usage(
                "\(source) needs a time of the years 1 to 9999 with its offset, like 2026-03-09T13:30:00Z, not \(text)."
            )
        }
        return clock
    }
}
