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
    /// A part of what `policy show` prints, with the sections as heads.
    func policy(_ lines: [String], _ part: PolicyPart) -> Listing {
        var rows: [ListingRow] = []
        var (isIn, section) = (false, "")
        for line in lines {
            if line.utf8.first == UInt8(ascii: "[") {
                let kind = line.dropFirst().prefix { $0 != " " && $0 != "]" }
                isIn = part.holds(String(kind))
                section = line
                if isIn { rows.append(ListingRow(heading: line, rows.count)) }
            } else if isIn, !line.trimmedBlanks.isEmpty {
                var row = ListingRow(.line(rows.count), [])
                row.text = Words.fold(line)
                let words = line.split(separator: " ").joined(separator: " ")
                row.lines = [StyledLine(Shown(section, upTo: 200), .dim), StyledLine(Shown(words, upTo: 2000))]
                row.whole = StyledLine(Shown(line, upTo: 400))
                rows.append(row)
            }
        }
        return Listing([], rows, empty: "The policy says nothing of it.")
    }
}
