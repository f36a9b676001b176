internal import CaseModel

/// What all stories and records of a centre have in common.
struct World: Sendable {
    let staff: Staff
    let customers: Customers
    let script: Script
    let policy: Policy
    let now: Timestamp
    let seed: UInt64

    /// The day of the end of the history.
    var today: CivilDay { LocalTime(now, offset: 0).day }
}
