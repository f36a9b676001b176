import CaseModel

/// From when, and on whose clock, the days and times of a form count.
struct FormClock: Equatable, Sendable {
    /// When it is.
    let now: Timestamp
    /// Whose clock the person reads.
    let zone: Zone

    /// The day it is there.
    var today: CivilDay { zone.local(now).day }

    /// The time that some words mean in a field: one that is over, for what happened is told, but the next of what is
    /// promised.
    func time(_ text: String, in field: String) -> Timestamp? {
        Timestamp(words: text, at: now, in: zone, isPast: field != Case.promise)
    }

    /// A time as it is typed: `2026-03-09T14:05`.
    func typed(_ at: Timestamp) -> String {
        let local = zone.local(at)
        return "\(local.day)T\(local.clockText)"
    }

    /// A time in words, with whose clock that is.
    func words(_ at: Timestamp) -> String {
        let local = zone.local(at)
        return "\(Timeline.words(for: local.day, today: today)) \(local.clockText), \(zone.name)"
    }
}

extension ConsoleState {
    /// The clock of the forms here.
    var formClock: FormClock { FormClock(now: now, zone: session?.zone ?? .utc) }

    /// A time as it is typed, on the clock of the display zone.
    func typed(_ at: Timestamp) -> String { formClock.typed(at) }
}
