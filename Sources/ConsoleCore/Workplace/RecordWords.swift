import CaseModel
import TerminalUI

extension ListingLook {
    /// The value of a record's field as people read it: names for numbers, the policy's words for its codes, days and
    /// times in words.
    func value(_ value: String, of field: RecordField, _ names: Names) -> String {
        switch field.type {
        case .plan: return plan(value)
        // Written by the program, with the day that it is about.
        case .text where field.name == RecordKind.notice.title: return value.withDays
        // The words of an open list are plans: no other field has one.
        case .words: return plans(value.split(separator: " ").map(String.init)).text
        case .code(let section):
            let name = policy.names(of: section).first { $0.code == value }?.name ?? ""
            return name.isEmpty ? value : name
        case .day: return CivilDay(iso: value).map { text($0).text } ?? value
        case .instant:
            guard let local = Timestamp(iso: value).map({ zone.local($0) }) else { return value }
            return "\(text(local.day).text) \(local.clockText)"
        case .amounts:
            let amounts = Amounts(value)?.sorted.map { "\($0.name) \(grouped($0.amount))" }
            return amounts?.joined(separator: ", ") ?? value
        case .word where field.name == "naming": return value == Naming.automatic.rawValue ? "by rule" : "by name"
        // The mail itself is nobody's here, as that of a reply: what is recorded is whom it was to reach.
        case .word(let known) where value == NoticeState.sent.rawValue && known.contains(NoticeState.bounced.rawValue):
            return "recorded, not sent"
        case .word where value == "both": return "cases and renewals"
        // The steps of a procedure are words with hyphens: `unit-returned`.
        case .text where field.name == "step": return value.withoutHyphens
        // As far as its limit is counted in.
        case .count where field.name == "distance":
            let unit = policy.threshold("replacement-distance")?.unit
            return [Int(value).map { grouped($0) } ?? value, unit].compactMap { $0 }.joined(separator: " ")
        case .count where field.name == "minutes": return Int(value).map { HoursBalance.words($0) } ?? value
        case .count: return Int(value).map { grouped($0) } ?? value
        default: return names.words(value, of: field.type)
        }
    }

    /// What a licence has: `bought 2,400, allocated 1,800, free 600`.
    func sum(_ balance: LicenseBalance) -> String {
        let (bought, given, free) = (grouped(balance.purchased), grouped(balance.allocated), grouped(balance.free))
        return "bought \(bought), allocated \(given), free \(free)"
    }

    /// What a field is called beside its value: the customer is called so in lists as well.
    func label(of field: RecordField) -> String {
        switch field.name {
        case RecordKind.account: "Customer"
        case "sentAt": "Recorded at"
        default: field.name.words
        }
    }

    /// What an alert says, without the case that it is about.
    func reason(ofAlert record: Record) -> String? { record["reason"].flatMap { AlertReason(rawValue: $0)?.words } }
}
