internal import CaseModel
internal import SettingsText

/// How a table of holidays becomes lines of a calendar of the policy; an iCalendar file needs the calendar alone.
///
///     [import]
///     kind = holiday
///     calendar = japan
///     date = d.M.yyyy
///
///     [fields]
///     day = Datum
///     name = Feiertag
public struct HolidayMap: Equatable, Sendable {
    /// The calendar of the policy.
    public var calendar: String
    /// How the bytes of the file are to be read.
    public var layout: FileLayout
    /// How days are written.
    public var dates: DateReading
    /// The column with the day; nil for a map that reads iCalendar files alone.
    public var day: ColumnName?
    /// The column with the name.
    public var name: ColumnName?
    /// The name of the map's file, for messages.
    public var file: String
}

extension HolidayMap {
    /// A map that reads iCalendar files alone.
    public init(calendar: String) {
        self.init(
            calendar: calendar, layout: FileLayout(), dates: DateReading(patterns: [], zone: .utc), file: calendar)
    }
}

extension MapReader {
    private static let holidayKeys = [
        "kind", "calendar", "source", "format", "encoding", "delimiter", "null", "date", "zone",
    ]

    /// A map for holidays.
    mutating func readHolidays(_ zones: (String) -> Zone?) -> HolidayMap? {
        let entries = readHead(["import", "fields", "ignore"], MapReader.holidayKeys)
        guard let calendar = entries.last(where: { $0.key == "calendar" && !$0.value.isEmpty })?.value else {
            let place = file.sections("import").first ?? SettingsSection(kind: "import")
            let message = "A map of holidays needs “calendar = NAME” under [import]: a calendar of the policy."
            problems.append(file.problem(at: place, message, isFatal: true))
            return nil
        }
        var columns: [String: ColumnName] = [:]
        for entry in file.sections("fields").flatMap(\.entries) {
            guard ["day", "name"].contains(entry.key), !entry.value.isEmpty else {
                fail(entry, column: entry.column, unknown("field", entry.key, ["day", "name"], ""))
                continue
            }
            columns[entry.key] = ColumnName(entry)
        }
        return HolidayMap(
            calendar: calendar, layout: readLayout(entries), dates: readDates(entries, zones), day: columns["day"],
            name: columns["name"], file: file.name)
    }
}
