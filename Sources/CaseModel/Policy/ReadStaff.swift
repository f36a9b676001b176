import SettingsText

// How the sections of who works when, and of what the program does by itself, become records.

extension PolicyReader {
    func expertise(_ at: inout SectionReader) -> Policy.Expertise? {
        Policy.Expertise(
            code: at.code(), name: at.text("name"), products: at.list("products"), origin: at.origin)
    }

    func shift(_ at: inout SectionReader) -> Policy.Shift? {
        Policy.Shift(code: at.code(), name: at.text("name"), hours: at.hours("hours"), origin: at.origin)
    }

    func language(_ at: inout SectionReader) -> Policy.Language? {
        Policy.Language(code: at.code(), name: at.text("name"), origin: at.origin)
    }

    func rule(_ at: inout SectionReader) -> Policy.Rule? {
        let code = at.code()
        let entries = at.entries("order")
        if let known = Policy.Rule.orders[code] {
            for entry in entries {
                for word in commaSeparated(entry.value) where !known.contains(word) {
                    at.fail(entry, "“\(word)” is none of \(known.joined(separator: ", ")).\(hint(word, known))")
                }
            }
        }
        return Policy.Rule(
            code: code, meaning: at.text("meaning"), order: entries.flatMap { commaSeparated($0.value) },
            origin: at.origin)
    }

    func notice(_ at: inout SectionReader) -> Policy.NoticeKind? {
        var days: [Int] = []
        for entry in at.entries("days-before") {
            for text in commaSeparated(entry.value) {
                guard let number = Int(text), (0...3660).contains(number) else {
                    at.fail(entry, "days-before are numbers of days, like 90, 60, 30, not “\(text)”.")
                    continue
                }
                days.append(number)
            }
        }
        return Policy.NoticeKind(
            code: at.code(), name: at.text("name"), about: at.choice("about", else: .membership), right: at.text("to"),
            daysBefore: days.sorted(by: >), origin: at.origin)
    }

    func step(_ at: inout SectionReader) -> Policy.TroubleshootingStep? {
        Policy.TroubleshootingStep(code: at.code(), name: at.text("name"), origin: at.origin)
    }

    func selfHelp(_ at: inout SectionReader) -> Policy.SelfHelp? {
        Policy.SelfHelp(
            code: at.code(), title: at.text("title"), address: at.optional("address"), origin: at.origin)
    }
}
