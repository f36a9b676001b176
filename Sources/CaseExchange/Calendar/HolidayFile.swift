public import CaseModel

/// The holidays of an iCalendar file (RFC 5545), and everything in it that could not be taken as one.
public struct HolidayFile: Equatable, Sendable {
    /// The days that are not worked, with their names.
    public private(set) var holidays: [CivilDay: String] = [:]
    /// What was not taken, and why, in the order of the file.
    public private(set) var problems: [Problem] = []

    /// What was not taken.
    public struct Problem: Equatable, Sendable {
        /// The line of the file, counted from 1.
        public let line: Int
        /// What it is and why it was not taken.
        public let message: String
    }

    /// The largest file that is read, in bytes.
    public static let byteLimit = 4 * 1024 * 1024

    /// Reads the events of a file.
    ///
    /// - Parameters:
    ///   - years: the years for which events that repeat every year are written out.
    ///   - zone: the zone of the calendar that the holidays are for: times in UTC become its local days.
    public init(_ bytes: [UInt8], years: ClosedRange<Int>, zone: Zone) {
        var event: [ContentLine]?
        var inner = 0
        var count = 0
        for line in ContentLine.read(bytes) {
            switch (line.name, line.value.uppercased()) {
            case ("BEGIN", "VEVENT"):
                if let open = event?.first { report(open, "this event has no END:VEVENT") }
                event = [line]
                inner = 0
                count += 1
            case ("END", "VEVENT"):
                if let lines = event { take(HolidayEvent(lines), years, zone) }
                event = nil
            // An alarm inside an event has properties of its own.
            case ("BEGIN", let other):
                if event == nil, ["VTODO", "VJOURNAL", "VFREEBUSY"].contains(other) {
                    report(line, "\(other) is no event, and was not taken")
                }
                inner += 1
            case ("END", _): inner -= 1
            default: if inner == 0 || event == nil { event?.append(line) }
            }
        }
        if let open = event?.first { report(open, "this event has no END:VEVENT") }
        if count == 0 { problems.append(Problem(line: 1, message: "There is no event in this file.")) }
    }

    /// Days that were found in a file of another kind, and what was not taken.
    init(_ days: [(CivilDay, String)], _ problems: [Problem]) {
        self.problems = problems
        for (day, name) in days { add([day], name) }
    }

    private mutating func report(_ line: ContentLine, _ message: String) {
        problems.append(Problem(line: line.line, message: "Not understood: \(message)."))
    }

    private mutating func take(_ event: HolidayEvent, _ years: ClosedRange<Int>, _ zone: Zone) {
        func problem(_ message: String) -> Problem {
            Problem(line: event.line, message: "“\(event.name)” was not taken: \(message).")
        }
        if event.isCancelled { return problems.append(problem("it is cancelled")) }
        guard let span = event.span(in: zone) else {
            return problems.append(problem("it has no DTSTART that is a date"))
        }
        for part in span.partly { problems.append(problem("it covers only a part of \(part)")) }
        let length = span.days.count
        guard let first = span.days.first else { return }
        guard length <= 60 else { return problems.append(problem("it lasts \(length) days")) }
        var starts = [first]
        if let rule = event.rule {
            guard let yearly = YearlyRule(rule) else {
                add(span.days, event.name)
                problems.append(
                    Problem(
                        line: event.line,
                        message: "“\(event.name)” was taken once only: the rule \(rule) is not understood."))
                return
            }
            starts = yearly.days(from: first, within: years)
        }
        for other in event.notUnderstood {
            problems.append(
                Problem(line: other.line, message: "“\(event.name)”: \(other.name) is not understood; check its days."))
        }
        let left = Set(event.exceptions(in: zone))
        for start in starts where !left.contains(start) {
            add((0..<length).map { CivilDay(daysSince1970: start.daysSince1970 + Int64($0)) }, event.name)
        }
    }

    private mutating func add(_ days: [CivilDay], _ name: String) {
        for day in days {
            guard let other = holidays[day], other != name else {
                holidays[day] = name
                continue
            }
            holidays[day] = "\(other), \(name)"
        }
    }
}
