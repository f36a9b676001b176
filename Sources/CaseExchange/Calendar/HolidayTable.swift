internal import CaseModel

extension HolidayFile {
    /// The holidays of a table, by a map that names its columns; nil when the map names none.
    public init?(table path: String, _ map: HolidayMap) throws(ImportError) {
        guard let day = map.day, !path.lowercased().hasSuffix(".ics") else { return nil }
        let text = try TextFile(opening: path, map.layout)
        var reader = CSVReader(text, delimiter: text.delimiter)
        var found: [(CivilDay, String)] = []
        var problems: [Problem] = []
        var places: (day: Int, name: Int?)?
        reading: while true {
            switch try reader.next() {
            case .end: break reading
            case .broken(let fault): problems.append(Problem(line: fault.line, message: fault.message))
            case .row:
                guard let places else {
                    places = try HolidayFile.columns(TableHeader(reader.row), day, map)
                    reader.columns = reader.row.count
                    continue
                }
                let cell = reader.row.cell(places.day).trimmedBlanks
                guard !map.layout.isNull(cell) else { continue }
                guard let instant = map.dates.instant(cell) else {
                    let said = String(decoding: cell, as: UTF8.self).cut(toBytes: 80)
                    problems.append(Problem(line: reader.row.line, message: "“\(said)” is no day."))
                    continue
                }
                let name = places.name.map { reader.row.text($0).onOneLine } ?? ""
                found.append((map.dates.zone.local(instant).day, name.isEmpty ? "Holiday" : name))
            }
        }
        if found.isEmpty, problems.isEmpty {
            problems.append(Problem(line: 1, message: "There is no day in this file."))
        }
        self.init(found, problems)
    }

    private static func columns(
        _ header: TableHeader, _ day: ColumnName, _ map: HolidayMap
    ) throws(ImportError) -> (day: Int, name: Int?) {
        var search = ColumnSearch(header, map: map.file)
        let places = (search.place(day), map.name.map { search.place($0) })
        guard search.problems.isEmpty else { throw .header(search.problems) }
        return places
    }
}
