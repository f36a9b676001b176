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

    /// The policies and the agents of the store; where there is none, this person's policy and nobody, for places and
    /// rules need no store.
    func bookAndAgents() async throws(Failure) -> (book: PolicyBook, agents: [Agent]) {
        guard BoundedFile.exists(settings.store.value) else {
            return (PolicyBook(try policyInForce(), zones: supply.zones), [])
        }
        let store = try await openForReading()
        do throws(StoreError) {
            return (try await store.policies, try await store.agents())
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
