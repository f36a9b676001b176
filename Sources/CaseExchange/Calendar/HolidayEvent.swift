internal import CaseModel

/// One event of an iCalendar file, as far as it says which days it covers.
struct HolidayEvent {
    private let lines: [ContentLine]

    /// An event from its lines, `BEGIN` first.
    init(_ lines: [ContentLine]) {
        self.lines = lines
    }

    private func first(_ name: String) -> ContentLine? { lines.first { $0.name == name } }

    /// The line at which it begins.
    var line: Int { lines.first?.line ?? 1 }

    /// What it is called, in one line.
    var name: String {
        let words = (first("SUMMARY")?.text ?? "").unicodeScalars.split { $0.properties.isWhitespace }
        return words.isEmpty ? "holiday" : words.map { String($0) }.joined(separator: " ")
    }

    /// Whether it was called off.
    var isCancelled: Bool { first("STATUS")?.value.uppercased() == "CANCELLED" }

    /// The rule by which it repeats.
    var rule: String? { first("RRULE")?.value }

    /// Lines that say something of its days that is not understood here.
    var notUnderstood: [ContentLine] { lines.filter { ["RDATE", "RECURRENCE-ID", "EXRULE"].contains($0.name) } }

    /// The days on which a repetition is left out.
    func exceptions(in zone: Zone) -> [CivilDay] {
        lines.filter { $0.name == "EXDATE" }.flatMap { $0.value.split(separator: ",") }
            .compactMap { ICSTime(String($0)) }.map { local($0, zone).day }
    }

    /// The whole days it covers, and days of which it covers only a part; nil without a date to begin on.
    func span(in zone: Zone) -> (days: [CivilDay], partly: [CivilDay])? {
        guard let start = first("DTSTART").flatMap({ ICSTime($0.value) }) else { return nil }
        let end = first("DTEND").flatMap { ICSTime($0.value) }
        let duration = first("DURATION").flatMap { seconds($0.value) }
        let oneDay: Int64 = 86_400
        if start.isDay {
            // The end of a day is the first day after it; the same day is written, too, and means one day.
            let length =
                end.map { $0.local.day.daysSince1970 - start.local.day.daysSince1970 }
                ?? duration.map { $0 / oneDay } ?? 1
            return (days(start.local.day, max(1, length)), [])
        }
        // Midnight to midnight in UTC is how some programs write whole days of no zone.
        let isDate = start.local.secondOfDay == 0 && (end.map { $0.local.secondOfDay == 0 } ?? true)
        let from = isDate ? start.local : local(start, zone)
        let base = from.timestamp(offset: 0)
        let until: Timestamp
        if let end {
            until = (isDate ? end.local : local(end, zone)).timestamp(offset: 0)
        } else {
            until = base + (duration ?? (from.secondOfDay == 0 ? oneDay : 0))
        }
        return parts(from, until: LocalTime(until, offset: 0))
    }

    /// The days between two local times: those that are covered whole, and those that are not.
    private func parts(_ from: LocalTime, until: LocalTime) -> (days: [CivilDay], partly: [CivilDay]) {
        var partly: [CivilDay] = []
        var first = from.day.daysSince1970
        let end = until.day.daysSince1970
        if from.secondOfDay > 0 {
            partly.append(from.day)
            first += 1
        }
        if until.secondOfDay > 0, until.day != from.day || from.secondOfDay == 0 { partly.append(until.day) }
        return (days(CivilDay(daysSince1970: first), max(0, end - first)), partly)
    }

    private func days(_ first: CivilDay, _ count: Int64) -> [CivilDay] {
        (0..<min(count, 1000)).map { CivilDay(daysSince1970: first.daysSince1970 + $0) }
    }

    /// A time on the clocks of a zone.
    private func local(_ time: ICSTime, _ zone: Zone) -> LocalTime {
        time.isUTC ? zone.local(time.local.timestamp(offset: 0)) : time.local
    }

    /// `P1D`, `PT12H`, `P1W` in seconds; nil for anything else.
    private func seconds(_ text: String) -> Int64? {
        let units: [Unicode.Scalar: Int64] = ["W": 604_800, "D": 86_400, "H": 3600, "M": 60, "S": 1]
        var scalars = text.uppercased().unicodeScalars[...]
        if scalars.first == "+" { scalars.removeFirst() }
        guard scalars.popFirst() == "P" else { return nil }
        var total: Int64 = 0
        var digits = ""
        for scalar in scalars where scalar != "T" {
            if ("0"..."9").contains(scalar) {
                digits.unicodeScalars.append(scalar)
            } else {
                guard let unit = units[scalar], digits.utf8.count < 8, let number = Int64(digits) else { return nil }
                total += number * unit
                digits = ""
            }
        }
        return digits.isEmpty ? total : nil
    }
}
