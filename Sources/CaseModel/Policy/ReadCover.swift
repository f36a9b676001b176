// How the sections of editions, plans and places become records.

import SettingsText

extension PolicyReader {
    func edition(_ at: inout SectionReader) -> Policy.Edition? {
        _ = at.list("default-source")
        let effective = at.day("effective")
        if effective == nil { _ = at.needed("effective") }
        return Policy.Edition(
            name: at.title(), effective: effective ?? CivilDay(daysSince1970: 0), isLegacy: at.flag("legacy"),
            successor: at.optional("successor"), supersedes: at.optional("supersedes"), note: at.optional("note"),
            origin: at.origin)
    }

    func source(_ at: inout SectionReader) -> Policy.Source? {
        let tag = at.title()
        if tag.contains(",") { at.fail("The tag of a source has no comma.") }
        return Policy.Source(tag: tag, title: at.text("title"), mark: at.optional("mark"))
    }

    func reference(_ at: inout SectionReader) -> Policy.Reference? {
        let never = at.section["checked"] == "never"
        var places: [Policy.ReferencePlace] = []
        for entry in at.entries("for") {
            for text in commaSeparated(entry.value) {
                if let place: Policy.ReferencePlace = at.word(entry, text) { places.append(place) }
            }
        }
        return Policy.Reference(
            code: at.code(), title: at.text("title"), address: at.text("address"),
            checked: never ? at.optional("checked").flatMap { _ in nil } : at.day("checked"), places: places,
            origin: at.origin)
    }

    func threshold(_ at: inout SectionReader) -> Policy.Threshold? {
        let value = at.needed("value")
        var amount: Int?
        var unit = ""
        if let value, value.value != "none", !value.value.isEmpty {
            let words = value.value.split(separator: " ", maxSplits: 1)
            amount = words.first.flatMap { Int($0) }
            unit = words.count > 1 ? String(words[1]) : ""
            if amount.map({ (0...1_000_000).contains($0) }) != true {
                at.fail(value, "A threshold is none or a number with what it counts, like 14 days.")
            }
        }
        return Policy.Threshold(
            code: at.code(), amount: amount, unit: unit, meaning: at.text("meaning"), origin: at.origin)
    }

    mutating func cover() -> Policy.Cover {
        Policy.Cover(
            kinds: records("case-kind", named), plans: records("plan", plan),
            targets: records("targets") { PolicyReader.line(&$0) { $0.targetOrNone($1) } },
            followUps: records("follow-up") { PolicyReader.line(&$0) { $0.targetOrNone($1) } },
            coverage: records("coverage") { PolicyReader.line(&$0) { $0.word($1, $1.value) ?? .business } })
    }

    func named(_ at: inout SectionReader) -> Policy.Named? {
        Policy.Named(code: at.code(), name: at.text("name"), origin: at.origin)
    }

    private func plan(_ at: inout SectionReader) -> Policy.Plan? {
        let targets = at.entry("targets")
        if let targets, targets.value != "none" {
            at.fail(targets, "A plan says targets = none, or nothing: its targets stand in [targets].")
        }
        let validity = Policy.Validity(from: at.day("from"), to: at.day("to"))
        if let from = validity.from, let to = validity.to, to < from {
            at.fail("This plan ends before it begins: \(from) to \(to).")
        }
        let code = at.code()
        return Policy.Plan(
            code: code, name: at.text("name"), short: at.optional("short") ?? code,
            kind: at.choice("kind", else: .software),
            benefits: at.texts("benefit"), scheduledHours: at.number("scheduled-hours"), validity: validity,
            roles: at.list("roles"), hasTargets: targets == nil, replacement: replacement(&at), origin: at.origin)
    }

    private func replacement(_ at: inout SectionReader) -> Policy.Replacement? {
        let (way, until) = (at.optional("replacement-way"), at.optional("replacement-until"))
        let isNear = at.flag("replacement-near")
        return at.target("replacement").map { Policy.Replacement(time: $0, way: way, until: until, isNear: isNear) }
    }

    private static func line<Value>(
        _ at: inout SectionReader, _ read: (inout SectionReader, SettingsEntry) -> Value
    ) -> Policy.PlanLine<Value>? {
        let name = at.title()
        var sets: [Set<String>] = []
        if let plans = at.needed("plans") {
            for set in commaSeparated(plans.value) {
                sets.append(set == "*" ? [] : Set(separated(set, by: "+")))
            }
        }
        var values: [String: Value] = [:]
        for (severity, entry) in at.parts("severity") { values[severity] = read(&at, entry) }
        return Policy.PlanLine(name: name, plans: sets, kind: at.optional("kind"), values: values, origin: at.origin)
    }

    mutating func places() -> Policy.Places {
        Policy.Places(
            regions: records("region", region), calendars: records("calendar", calendar),
            centers: records("center", center))
    }

    private func region(_ at: inout SectionReader) -> Policy.Region? {
        Policy.Region(
            code: at.code(), name: at.text("name"), geo: at.optional("geo"), includes: at.list("includes"),
            calendar: at.text("calendar"), zone: at.text("zone"), languages: at.list("languages"),
            languagesOutside: at.list("languages-outside"), origin: at.origin)
    }

    private func calendar(_ at: inout SectionReader) -> Policy.HoursAndHolidays? {
        Policy.HoursAndHolidays(
            code: at.code(), hours: at.hours("hours"), zone: at.optional("zone"), holidays: at.holidays(),
            knownThrough: at.day("known-through"), alternatives: at.texts("alternative"), note: at.optional("note"),
            origin: at.origin)
    }

    private func center(_ at: inout SectionReader) -> Policy.Center? {
        Policy.Center(
            code: at.code(), name: at.text("name"), region: at.text("region"), zone: at.optional("zone"),
            origin: at.origin)
    }
}

extension SectionReader {
    /// A target, or nil for the word none.
    mutating func targetOrNone(_ entry: SettingsEntry) -> ClockTarget? {
        entry.value == "none" ? nil : target(entry)
    }
}
