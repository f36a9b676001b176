import CaseModel
import Glibc

/// When the main thread has to wake without being called: each minute for ages, each second for others' changes,
/// and soon after something was typed.
struct Alarms: Equatable {
    /// Whether there is a store to ask.
    var storeIsOpen = false
    private let clockStands: Bool
    private let begun = Alarms.steady()
    private var minute: Int64 = 0
    private var second: Int64 = 0
    private var nextRevision: Int64 = 0
    private var hasPainted = false
    /// When typed text is to be kept; nil while there is nothing new.
    private var draftsDue: Int64?

    /// How long others' changes may stay unseen, in milliseconds.
    private static let revisionPause: Int64 = 1000
    /// How long typed text may stay in memory alone, in milliseconds.
    private static let draftPause: Int64 = 800
    /// How long the first picture waits for the first page, in milliseconds, so that usually one painting is enough.
    private static let firstPause: Int64 = 60

    /// No alarm went off yet.
    init(clockStands: Bool) {
        self.clockStands = clockStands
    }

    /// How long to sleep at most, in milliseconds; -1 for ever.
    func delay(isWaitingToPaint: Bool) -> Int32 {
        let now = Alarms.steady()
        var shortest = Int64.max
        if isWaitingToPaint, !hasPainted { shortest = begun + Alarms.firstPause - now }
        if let draftsDue { shortest = min(shortest, draftsDue - now) }
        if storeIsOpen { shortest = min(shortest, nextRevision - now) }
        if !clockStands { shortest = min(shortest, 60_000 - Int64(Alarms.millisecondsOfMinute())) }
        return shortest == .max ? -1 : Int32(clamping: max(0, shortest))
    }

    /// Whether a picture may be painted: the first one waits a moment for something to show.
    mutating func mayPaint(hasNews: Bool) -> Bool {
        if hasPainted { return true }
        hasPainted = hasNews || Alarms.steady() >= begun + Alarms.firstPause
        return hasPainted
    }

    /// Something was typed that is to be kept before long.
    mutating func typed() {
        if draftsDue == nil { draftsDue = Alarms.steady() + Alarms.draftPause }
    }

    /// Whether typed text is to be kept now; counted as heard.
    mutating func draftsAreDue() -> Bool {
        guard let due = draftsDue, Alarms.steady() >= due else { return false }
        draftsDue = nil
        return true
    }

    /// Which alarms are due, each counted as heard.
    mutating func due(at now: Timestamp) -> (minute: Bool, revision: Bool) {
        let minutePassed = now.seconds / 60 != minute
        minute = now.seconds / 60
        let steady = Alarms.steady()
        guard storeIsOpen, steady >= nextRevision else { return (minutePassed, false) }
        let isFirst = nextRevision == 0
        nextRevision = steady + Alarms.revisionPause
        return (minutePassed, !isFirst)
    }

    /// Whether another second began since the last time.
    mutating func secondPassed(at now: Timestamp) -> Bool {
        guard now.seconds != second else { return false }
        second = now.seconds
        return true
    }

    /// Milliseconds of the host's steady clock.
    private static func steady() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private static func millisecondsOfMinute() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec % 60 * 1000 + time.tv_nsec / 1_000_000
    }
}
