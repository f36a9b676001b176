// The one form in which each value is kept.

extension RecordFieldType {
    /// A text in the form in which it is kept; nil when it is no value of this type.
    public func canonical(_ text: String) -> String? {
        switch self {
        case .text(let limit):
            return !Words.isBlank(text) && text.utf8.count <= limit && !text.utf8.contains(0) ? text : nil
        case .count(let range): return Int(text).flatMap { range.contains($0) ? String($0) : nil }
        case .day: return CivilDay(iso: text)?.description
        case .instant: return Timestamp(iso: text)?.description
        case .flag: return Flag(text)?.rawValue
        case .word(let known):
            let word = text.lowercased()
            return known.contains(word) ? word : nil
        case .words:
            let words = text.unicodeScalars.split { $0 == "," || $0 == " " }.map { String($0).lowercased() }
            return !words.isEmpty && words.allSatisfy(\.isOneWord) ? Set(words).sorted().joined(separator: " ") : nil
        case .plan:
            let word = text.lowercased()
            return word.isOneWord ? word : nil
        case .account: return AccountID(text: text)?.description
        case .contact: return ContactID(text: text)?.description
        case .agent: return AgentID(text: text)?.description
        case .record(let kinds): return RecordID(text: text).flatMap { kinds.contains($0.kind) ? $0.description : nil }
        case .holder: return AttachmentHolder(text: text)?.description
        case .item: return CaseID(text: text)?.description
        case .code:
            let word = text.lowercased()
            return isCode(word) ? word : nil
        case .amounts: return Amounts(text)?.text
        }
    }

    /// What fits, in words that follow "is".
    public var words: String {
        switch self {
        case .text(let limit): "a text of 1 to \(limit) bytes"
        case .count(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .day: "a day like 2026-03-09"
        case .instant: "a time like 2026-03-09T13:30, with Z behind it for UTC"
        case .flag: "yes or no"
        case .word(let known): "one of \(known.joined(separator: ", "))"
        case .words: "words with commas between them"
        case .plan: "the code of a plan"
        case .code(let section): "the code of a \(section) of the policy"
        case .account: "an account like AC-12"
        case .contact: "a contact like CT-12"
        case .agent: "an agent like AG-12"
        case .record(let kinds): "a \(kinds.joined(separator: " or ")) by number"
        case .holder: "a case, an action item or a record by number"
        case .item: "a case like CS-1000001"
        case .amounts: "quantities like gate-1=5 gate-2=3"
        }
    }
}

private enum Flag: String {
    case yes, no

    init?(_ text: String) {
        switch text.lowercased() {
        case "yes", "true", "1": self = .yes
        case "no", "false", "0": self = .no
        default: return nil
        }
    }
}

extension CivilDay {
    /// Reads `2026-03-09`; nil for anything else.
    public init?(iso text: some StringProtocol) {
        guard text.utf8.count == 10, let local = LocalTime(iso: text) else { return nil }
        self = local.day
    }
}
