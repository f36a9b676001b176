import CaseModel
import TerminalUI

/// One field of a form.
struct FormField: Equatable, Sendable {
    /// The name in the call.
    var name: String
    /// What stands before it.
    var label: String
    /// What it holds.
    var kind: FieldKind
    /// Where its value goes in the call.
    var place: Place
    /// Whether the form cannot be saved without it.
    var isRequired = false
    /// What it means, and where that is from.
    var help = ""
    /// What is typed.
    var field: TextField
    /// The calendar that is open over it; nil for none.
    var calendar: DayCalendar?
    /// The last day of what it moves to another; nil where it moves none, or those of several that differ.
    var present: CivilDay?
    /// What stood there when the form was opened.
    private(set) var original: String
    /// What the form put in its place; nil for nothing.
    private var offered: String?

    /// Where a value goes.
    enum Place: Equatable, Sendable {
        /// A word of its own.
        case word
        /// An option.
        case option(CallOption)
        /// `name=value`.
        case assignment
    }

    init(
        _ name: String, _ kind: FieldKind, _ place: Place, label: String? = nil, required: Bool = false,
        help: String = "", value: String = ""
    ) {
        self.name = name
        self.label = label ?? name.words
        self.kind = kind
        self.place = place
        isRequired = required
        self.help = help
        original = value
        field = TextField("", byteLimit: 65_536)
        fill(value)
    }

    /// A field of a record.
    init(_ field: RecordField, value: String = "") {
        let source = field.tag.map { " [\($0)]" } ?? ""
        self.init(
            field.name, field.isProduct ? .product : .value(field.type), .assignment, required: field.isRequired,
            help: field.meaning.sentence.withoutStop + source, value: value)
    }

    /// Takes a key.
    mutating func handle(_ key: Key) -> Bool { field.handle(key) }

    /// Puts a value there that a person may want another one of: what is typed takes the place of it as a whole, but for
    /// words, which are mended, and lists, which grow.
    mutating func fill(_ text: String) {
        let isWhole =
            switch kind {
            case .value(.text), .value(.words), .value(.amounts), .listOf, .product, .host, .free: false
            case .value, .oneOf, .flag: true
            }
        field = TextField(text, byteLimit: field.byteLimit, isSelected: isWhole)
    }

    /// Whether a command that the form becomes means it by this name, of a field or of an option.
    func isCalled(_ name: String) -> Bool {
        if case .option(let option) = place, option.rawValue == name { return true }
        return self.name == name
    }

    /// The text as typed, without blanks at its ends.
    var text: String { field.text.trimmedBlanks }

    /// Whether something else stands there than at first.
    var isChanged: Bool { field.text != original }

    /// Whether it says why something else is changed.
    var isReason: Bool { place == .option(.message) || place == .option(.note) }

    /// Whether a person put something else there than the form did.
    var isTyped: Bool { isTyped(field.text) }

    /// Whether a text is another than what the form put there.
    func isTyped(_ text: String) -> Bool { text != offered ?? original }

    /// Puts a text there that is likely meant; to keep it is to save it.
    mutating func offer(_ text: String) {
        fill(text)
        offered = text
    }

    /// Puts a text of a draft there, or what stood there before it.
    mutating func restore(_ text: String) {
        fill(text)
        if isTyped(text) { field.deselect() }
    }

    /// The day from which a span counts: a last day that is not past, where it is moved, or else today.
    func spanStart(_ today: CivilDay) -> CivilDay { present.map { max($0, today) } ?? today }

    /// The day that some words mean in it.
    func day(_ words: String, today: CivilDay) -> CivilDay? {
        DayWords.day(words, countedFrom: spanStart(today)) ?? DayWords.day(words, today: today)
    }

    /// The value as the call takes it: days and times by words become such.
    func value(_ clock: FormClock) -> String {
        switch kind {
        case .value(.day): day(text, today: clock.today)?.description ?? text
        case .value(.instant): clock.time(text, in: name)?.description ?? text
        default: text
        }
    }

    private static let noTime = "Write a time like 14:30, 2h ago, mon 9:00 or 2026-03-09T13:30."
    private static let noTimeToCome = "Write a time like 14:30, 2h, in 30 minutes, mon 9:00 or 2026-03-09T13:30."

    /// What is wrong with what was typed; nil when it may be sent.
    func problem(_ clock: FormClock) -> String? {
        if text.isEmpty { return isRequired ? "\(label) is needed." : nil }
        switch kind {
        case .value(let type):
            switch type {
            // Names are looked for by whoever knows them.
            case .account, .contact, .agent, .record, .item, .holder: return nil
            case .instant:
                guard text != "none", clock.time(text, in: name) == nil else { return nil }
                let isPast = name != Case.promise
                let absence = DayWords.absence(ofTime: text, today: clock.today, isPast: isPast)
                return "\(label): \(absence ?? (isPast ? FormField.noTime : FormField.noTimeToCome))"
            default: break
            }
            guard type.canonical(value(clock)) == nil else { return nil }
            guard type == .day else { return "\(label) is \(type.words)." }
            let absence = DayWords.absence(text, today: clock.today)
            return "\(label)" + (absence.map { ": \($0)" } ?? " is a day like \(DayWords.ways).")
        case .oneOf(let choices):
            guard !choices.contains(where: { $0.value == text.lowercased() || $0.value == text }) else { return nil }
            return "\(label) is one of \(choices.map(\.value).joined(separator: ", "))."
        case .free where place == .option(.email) && text != "none":
            return MailAddress.isOne(text) ? nil : MailAddress.rule
        case .free where place == .option(.phone) && text != "none":
            return TelephoneNumber.isOne(text) ? nil : TelephoneNumber.rule
        case .listOf, .host, .product, .free: return nil
        case .flag: return ["yes", "no"].contains(text) ? nil : "\(label) is yes or no."
        }
    }
}

extension RecordField {
    /// Whether it names a product, which may be any.
    fileprivate var isProduct: Bool {
        guard case .text = type else { return false }
        return name == "product"
    }
}

/// What a field of a form holds.
enum FieldKind: Equatable, Sendable {
    /// A value of a record's field.
    case value(RecordFieldType)
    /// One of some words.
    case oneOf([Choice])
    /// Some of them, with commas between.
    case listOf([Choice])
    /// A host that gets some of a licence: any; those of this licence are offered, and the customer's others.
    case host([Choice])
    /// Whether something is so; an option without a value.
    case flag
    /// A product; those of the customer that is named are offered.
    case product
    /// Words.
    case free
}

/// Something that could stand in a field.
struct Choice: Equatable, Sendable {
    /// What is put there.
    var value: String
    /// What it is.
    var detail: String
}
