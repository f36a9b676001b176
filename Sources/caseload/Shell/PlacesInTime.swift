import CaseExchange
import CaseModel
import ConsoleCore

extension Shell {
    /// The instant that `--at` names, or now; a time without an offset is told in the display zone.
    func instant(_ call: CommandCall) throws(Failure) -> Timestamp {
        guard let text = call.options[.at] else { return clock.now }
        guard let instant = Timestamp(iso: text) ?? LocalTime(iso: text).map({ zone.instant($0) }) else {
            throw .usage("--at needs a time, like 2026-03-09T03:00 or 2026-03-09T03:00:00Z, not \(text).")
        }
        return instant
    }

    /// The rules of the zones that a policy names, for the years around an instant.
    ///
    /// Reading them sets the environment for a moment: it is done before a store with its threads is opened.
    func zones(of policy: Policy, around instant: Timestamp) -> [String: Zone] {
        let year = LocalTime(instant, offset: 0).day.year
        let years = min(9999, max(1, year - 1))...max(1, min(9999, year + 2))
        var zones: [String: Zone] = [:]
        for name in policy.zoneNames { zones[name] = HostZones.zone(named: name, years: years) }
        return zones
    }

    /// The agents of the store; nobody where there is no store, for places and rules need none.
    func agentsIfAny() async throws(Failure) -> [Agent] {
        guard BoundedFile.exists(settings.store.value) else { return [] }
        let store = try await openForReading()
        do throws(StoreError) {
            return try await store.agents()
        } catch {
            throw Failure(error)
        }
    }

    /// An instant in UTC and, where that differs, in the display zone: `Mon 2026-03-09 13:30 UTC (14:30 Europe/Oslo)`.
    func when(_ instant: Timestamp) -> String {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let utc = LocalTime(instant, offset: 0)
        let words = "\(names[utc.day.weekday - 1]) \(utc.day) \(utc.clockText) UTC"
        let here = zone.local(instant)
        guard here != utc else { return words }
        let day = here.day == utc.day ? "" : "\(names[here.day.weekday - 1]) \(here.day) "
        return "\(words) (\(day)\(here.clockText) \(zone.name))"
    }

    /// Whether a centre is open, until when, or from when on.
    func hours(_ state: CenterState) -> String {
        if state.isOpen { return "open" + (state.closes.map { " until \(when($0))" } ?? "") }
        return "closed" + (state.opens.map { " until \(when($0))" } ?? "")
    }
}
