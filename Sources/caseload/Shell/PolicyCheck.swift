import CaseExchange
import CaseModel
import ConsoleCore
import SettingsText
import TerminalUI

extension Shell {
    /// `policy check [FILE]`: everything that is wrong with a file, or with those that would be in force.
    func checkPolicies(_ path: String?) throws(Failure) -> ExitCode {
        var readings: [(name: String, reading: PolicyReading)] = []
        var unusable: [String] = []
        if let path {
            readings.append((path, Policy.read(bytes: try policyBytes(path), named: path)))
        } else {
            let shelf = PolicyShelf(places: places)
            unusable = shelf.problems.filter { $0.hasSuffix("What was in force stays.") }
            // The built-in one is looked at when nothing stands in its place.
            let own = shelf.editions.filter { $0.path != nil }
            readings = (own.isEmpty ? shelf.editions : own).map { ($0.path ?? $0.name, $0.reading) }
        }
        for words in unusable { try notes.line(Shown(detail: words)) }
        let found = readings.map { name, reading in (name, problems(of: reading), warnings(of: reading)) }
        if wantsJSON {
            try printJSON(found.flatMap { $1.map { json($0, "error") } + $2.map { json($0, "warning") } })
        } else {
            for (name, problems, warnings) in found {
                for problem in problems { try data.line(Shown(detail: problem.description)) }
                for warning in warnings { try data.line(Shown(detail: "\(warning) (warning)")) }
                try data.line("\(name): \(problems.count) problems, \(warnings.count) warnings.")
            }
        }
        return found.allSatisfy { $0.1.isEmpty } && unusable.isEmpty ? .done : .failed
    }

    /// The bytes of a policy's file.
    func policyBytes(_ path: String) throws(Failure) -> [UInt8] {
        do throws(FileProblem) {
            return try BoundedFile.bytes(path, limit: SettingsFile.byteLimit)
        } catch {
            throw Failure(error)
        }
    }

    /// What was read wrong, and zones that this host does not know.
    private func problems(of reading: PolicyReading) -> [SettingsProblem] {
        guard let policy = reading.policy else { return reading.problems }
        return reading.problems + policy.zoneMistakes(isKnown: HostZones.isKnown, names: ZoneNames.all())
    }

    private func warnings(of reading: PolicyReading) -> [SettingsProblem] {
        reading.policy?.warnings(on: zone.local(clock.now).day) ?? []
    }

    private func json(_ problem: SettingsProblem, _ level: String) -> JSON {
        .object([
            .init("file", .string(problem.file)), .init("line", .number(Int64(problem.line))),
            .init("column", .number(Int64(problem.column))), .init("level", .string(level)),
            .init("message", .string(problem.message)),
        ])
    }

    /// `policy holidays FILE.ics --calendar NAME`: the lines to paste into a calendar.
    func holidays(_ path: String, _ call: CommandCall) async throws(Failure) -> ExitCode {
        guard let name = call.options[.calendar] else {
            throw .usage("holidays needs --calendar NAME: a calendar of the policy. Usage: \(usage(call))")
        }
        return try await holidays([path], HolidayMap(calendar: name))
    }

    /// `import FILE… --map MAP` of holidays: the same lines, from iCalendar files and tables.
    func holidays(_ paths: [String], _ map: HolidayMap) async throws(Failure) -> ExitCode {
        let name = map.calendar
        let policy = try await policyOfStore()
        guard let region = policy.places.regions.first(where: { $0.calendar == name }) else {
            throw notThere("calendar", name, policy.places.regions.map(\.calendar))
        }
        let year = zone.local(clock.now).day.year
        let own = policy.places.calendars.first { $0.code == name }?.zone
        let local = HostZones.zone(named: own ?? region.zone, years: year - 10...year + 10) ?? .utc
        var holidays: [CivilDay: String] = [:]
        var problems: [String] = []
        for path in paths {
            try refuseStoreFile(path)
            let file = try holidayFile(path, map, years: year...year + 2, local)
            holidays.merge(file.holidays) { $0 == $1 ? $0 : "\($0), \($1)" }
            problems += file.problems.map { "\(path):\($0.line): \($0.message)" }
        }
        try print(holidays.sorted { $0.key < $1.key }, of: name)
        for problem in problems { try notes.line(Shown(detail: problem)) }
        if holidays.isEmpty { return .failed }
        return problems.isEmpty ? .done : .partly
    }

    private func holidayFile(
        _ path: String, _ map: HolidayMap, years: ClosedRange<Int>, _ zone: Zone
    ) throws(Failure) -> HolidayFile {
        do throws(ImportError) {
            if let file = try HolidayFile(table: path, map) { return file }
        } catch {
            throw Failure(error)
        }
        do throws(FileProblem) {
            return HolidayFile(try BoundedFile.bytes(path, limit: HolidayFile.byteLimit), years: years, zone: zone)
        } catch {
            throw Failure(error)
        }
    }

    private func print(_ holidays: [(key: CivilDay, value: String)], of calendar: String) throws(Failure) {
        if wantsJSON {
            return try printJSON(
                holidays.map { .object([.init("day", JSON(describing: $0.key)), .init("name", .string($0.value))]) })
        }
        try data.line(Shown(detail: "# Holidays to paste below [calendar \"\(calendar)\"]."))
        for (day, title) in holidays { try data.line(Shown(detail: "holiday = \(day) \(title)")) }
        guard let last = holidays.last?.key else { return }
        try data.line("# When all holidays of \(last.year) are here, say so: known-through = \(last.year)-12-31")
    }
}
