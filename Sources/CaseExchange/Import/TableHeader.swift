internal import CaseModel

/// The names of a table's columns, each one once.
struct TableHeader {
    /// A name for each column: the second of a name is called `NAME (2)`, one without a name `column N`.
    let names: [String]
    /// The names that are too long for an extra field, as they stand in the table, by column.
    let long: [Int: String]

    /// Reads a header row.
    init(_ row: CSVRow) {
        var names: [String] = []
        var used: Set<String> = []
        var long: [Int: String] = [:]
        for index in 0..<row.count {
            let text = row.text(index).trimmedBlanks
            let name = text.isEmpty ? "column \(index + 1)" : text.cut(toBytes: CaseLimits.mark)
            if text.utf8.count > CaseLimits.mark { long[index] = text }
            names.append(name.unlike(used))
            used.insert(names[index])
        }
        self.names = names
        self.long = long
    }

    /// The place of the column that a map names; of `id|_id` the first that there is.
    func place(of name: String) -> Int? {
        place(ofOne: name) ?? name.alternatives.lazy.compactMap { place(ofOne: $0) }.first
    }

    private func place(ofOne name: String) -> Int? {
        names.firstIndex(of: name) ?? long.first { $0.value == name }?.key
            ?? names.firstIndex { $0.lowercased() == name.lowercased() }
    }
}

extension String {
    /// The names in `id|_id`; none when it is one name.
    var alternatives: [String] {
        let parts = split(separator: "|").map { String($0).trimmedBlanks }
        return parts.count > 1 ? parts : []
    }

    /// The name itself, or with the first number behind it that makes it unlike all others.
    func unlike(_ others: Set<String>) -> String {
        var name = self
        var number = 2
        while others.contains(name) {
            name = "\(self) (\(number))"
            number += 1
        }
        return name
    }
}
