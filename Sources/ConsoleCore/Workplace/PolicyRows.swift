import CaseModel
import TerminalUI

/// A part of the policy, as one tab shows it.
enum PolicyPart: CaseIterable, Hashable, Sendable {
    /// The edition and its sources.
    case edition
    /// Plans, targets, coverage.
    case plans
    /// Regions, centres, calendars.
    case places
    /// Roles, teams, rights.
    case people
    /// Statuses and what is needed to change them.
    case life
    /// Records, notices, procedures.
    case duties
    /// Where to look further.
    case references

    /// The name of the tab.
    var title: String {
        switch self {
        case .edition: "Edition"
        case .plans: "Plans and targets"
        case .places: "Places"
        case .people: "People"
        case .life: "Life cycle"
        case .duties: "Duties"
        case .references: "References"
        }
    }

    /// The kinds of section in it.
    private var sections: Set<String> {
        switch self {
        case .edition: ["edition", "source"]
        case .plans: ["plan", "severity", "targets", "follow-up", "coverage", "case-kind"]
        case .places: ["region", "center", "calendar", "destination"]
        case .people:
            [
                "role", "team", "expertise", "language", "shift", "availability", "contact-role", "portal-type",
                "right",
            ]
        case .life: ["status", "transition", "condition", "closure", "item", "request-type", "channel", "rule"]
        case .duties: []
        case .references: ["reference", "self-help", "troubleshooting"]
        }
    }

    /// Whether a kind of section stands in it; what has no other place is a duty.
    func holds(_ section: String) -> Bool {
        if self == .duties { return !PolicyPart.allCases.contains { $0.sections.contains(section) } }
        return sections.contains(section)
    }
}

extension ListingLook {
    /// A long key is told whole at the cursor; values have its room.
    private static let longestKey = 22

    /// A part of the policy in force: its sections as heads, each value with where it comes from.
    func policy(_ part: PolicyPart) -> Listing {
        let how = "In brackets: the text a value is from, called by its name at the cursor."
        var rows = [ListingRow(words: how, 0)]
        for section in policy.sections where part.holds(section.kind) && !section.values.isEmpty {
            let head = [section.kind, section.name].compactMap { $0 }.joined(separator: " ")
            rows.append(ListingRow(heading: head, rows.count))
            for entry in section.values {
                var cells = RowCells()
                cells.put(entry.key, .id, .dim)
                let value = entry.value.onScreen
                cells.put(value, .what)
                cells.put(entry.tags.isEmpty ? nil : policy.credit(entry.tags), .who, .dim)
                var lines = [StyledLine(Shown("\(head): \(entry.key)", upTo: 200), .title)]
                lines += Shown.lines(value, upTo: 20).map { StyledLine($0) }
                // Each text by its name, and what must be said of a value that no text says.
                lines += policy.texts(entry.tags).map { text in
                    let mark = text.mark.map { ": \($0)" } ?? ""
                    return StyledLine(Shown("[\(text.tag)\(mark)]  \(text.title)", upTo: 300), .dim)
                }
                var row = ListingRow(.line(rows.count), cells.all, lines: lines)
                row.text += "  " + Words.fold(head)
                rows.append(row)
            }
        }
        if rows.count == 1 { rows = [] }
        return Listing(
            ListingColumn.columns([.id: "Says of", .what: "Value", .who: "Source"]), rows,
            empty: "The policy says nothing of it.", capped: [.id: ListingLook.longestKey])
    }
}
