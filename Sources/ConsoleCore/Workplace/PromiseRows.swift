import CaseModel
import TerminalUI

extension ListingLook {
    /// What the plans of a customer promise: the response by severity, the hours, the benefits (domain 2 and 3).
    func promises(_ answer: CoverAnswer, _ sheet: CustomerSheet, from start: Int) -> [ListingRow] {
        let codes = Set(answer.covering.compactMap(\.plan)).sorted()
        guard !codes.isEmpty else { return [] }
        let region = sheet.facts.accounts.lazy.compactMap(\.region).first
        var rows: [ListingRow] = []
        func add(_ cells: RowCells, lines: [StyledLine] = []) {
            rows.append(ListingRow(.line(start + rows.count), cells.all, lines: lines))
        }
        func say(_ line: StyledLine) {
            var row = ListingRow(.line(start + rows.count), [])
            row.whole = line
            row.text = Words.fold(line.spans.map(\.text.text).joined())
            row.lines = [line]
            rows.append(row)
        }
        rows.append(ListingRow(heading: "Response of this customer", start))
        for code in codes {
            for severity in policies.words.severities {
                guard let region, let rule = rule(code, severity, region) else { continue }
                var cells = RowCells()
                cells.put("\(size.columns < 100 ? "sev" : "severity") \(severity.code)", .id, severity.role)
                cells.put(kind(rule), .what)
                cells.put(plan(code), .state)
                cells.put(promise(rule.rule), .who)
                add(cells, lines: rule.sentences(policy).map { StyledLine(Shown($0, upTo: 200), .dim) })
            }
        }
        if let region, let place = policy.region(region),
            let calendar = policy.calendar(of: place, zones: policies.zones)
        {
            rows.append(ListingRow(heading: "Business hours", start + rows.count))
            let isOpen = calendar.stretch(at: now)?.contains(now) ?? false
            var line = StyledLine(Shown("\(place.name) \(hours(calendar)), ", upTo: 200))
            line.add(isOpen ? "open now" : "closed now", isOpen ? .ok : .dim)
            line.add(Shown(", on your clock \(here(calendar))", upTo: 120))
            say(line)
        }
        rows.append(ListingRow(heading: "What the plans bring", start + rows.count))
        for code in codes {
            guard let plan = policy.cover.plans.first(where: { $0.code == code }) else { continue }
            for benefit in plan.benefits {
                var line = StyledLine(Shown("\(plan.name): \(benefit) ", upTo: 200))
                line.add(Shown(policy.credit(plan.origin.tags(of: "benefit")), upTo: 80), .dim)
                say(line)
            }
        }
        return rows
    }

    /// The kind of cases that a promise is for, where it is not the first of the policy: a plan for machines promises
    /// nothing for the rest.
    private func kind(_ rule: PolicyRule) -> String? {
        guard let place = policy.cover.kinds.firstIndex(where: { $0.code == rule.kind }), place > 0 else { return nil }
        return "\(policy.cover.kinds[place].name) cases"
    }

    private func rule(_ plan: String, _ severity: Severity, _ region: String) -> PolicyRule? {
        do throws(PolicyQuestionProblem) {
            return try policy.rule(plan: [plan], severity: severity.code, region: region, zones: policies.zones)
        } catch {
            // An add-on alone has no targets: it sharpens those of a plan beside it.
            return nil
        }
    }

    /// A target with the hours in which it runs, each said once: `<30 minutes, business hours`.
    private func promise(_ rule: ClockRule) -> String {
        let target = rule.target.description
        if rule.coverage != .business { return target.atAnyHour }
        return rule.target.isInBusinessTime ? target : target + ", business hours"
    }

    /// The next open hours of a calendar: on its own clock.
    private func hours(_ calendar: WorkCalendar) -> String {
        guard let stretch = calendar.stretch(at: now) else { return "its hours never come" }
        return "\(span(stretch, calendar.zone)), \(calendar.zone.name)"
    }

    /// The same on the clock of the person.
    private func here(_ calendar: WorkCalendar) -> String {
        calendar.stretch(at: now).map { span($0, zone) } ?? "never"
    }

    private func span(_ stretch: OpenStretch, _ zone: Zone) -> String {
        let from = zone.local(stretch.from)
        let day = from.day == zone.local(now).day ? "" : "\(Timeline.words(for: from.day, today: zone.local(now).day)) "
        return "\(day)\(from.clockText)–\(stretch.to.map { zone.local($0).clockText } ?? "")"
    }
}
