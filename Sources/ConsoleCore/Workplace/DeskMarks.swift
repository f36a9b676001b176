import CaseModel
import TerminalUI

extension Workplace {
    /// What is marked, in the order of its rows, each once.
    var marked: [Subject] {
        guard !marks.isEmpty, let list else { return [] }
        var seen: Set<Subject> = []
        return list.shown.map { list.rows[$0].subject }.filter { marks.contains($0) && seen.insert($0).inserted }
    }

    /// Whether rows about a thing can be marked here.
    func canMark(_ subject: Subject) -> Bool {
        if case .record = place { return false }
        switch subject {
        case .record(let id): return id.kind != RecordKind.alert.code
        case .contact, .item: return true
        case .account, .line, .heading: return false
        }
    }

    /// Marks go with rows that are gone, so that nothing is done to what nobody sees.
    mutating func dropLostMarks() {
        guard !marks.isEmpty, let list else { return }
        marks.formIntersection(list.shown.map { list.rows[$0].subject })
    }
}

extension ConsoleState {
    /// More rows than these are not changed by one act.
    static let mostMarked = 500

    /// Space: marks the row and moves on, as in the queue; on alerts it says that one was seen, on customers it unfolds.
    mutating func markRow() -> [Effect] {
        guard var top = workplaces.top else { return [] }
        if top.place == .alerts { return acknowledgeRow() }
        guard let subject = top.row?.subject else {
            if top.current.content == .accounts { return unfold() }
            notice = Notice("There is nothing to mark.", .info)
            return []
        }
        if case .account = subject { return unfold() }
        guard top.canMark(subject) else {
            notice = Notice("This line cannot be marked.", .info)
            return []
        }
        if top.marks.remove(subject) == nil { top.marks.insert(subject) }
        top.window.move(by: 1)
        workplaces.top = top
        leaveHeading(1)
        return []
    }

    /// Marks the rows that are not marked, and nothing else.
    mutating func invertDeskMarks() {
        guard var top = workplaces.top, let list = top.list else { return }
        let all = Set(list.shown.map { list.rows[$0].subject }).filter { top.canMark($0) }
        top.marks = all.subtracting(top.marks)
        workplaces.top = top
        let count = top.marks.count
        notice = Notice("\(grouped(count)) \(count == 1 ? "row is" : "rows are") marked.", .info)
    }

    /// What can be done with all that is marked; nil where nothing is, or why it cannot be.
    func actsOnMarked() -> Result<Picker, Refused>? {
        guard let top = workplaces.top else { return nil }
        let marked = top.marked
        guard !marked.isEmpty else { return nil }
        guard marked.count <= ConsoleState.mostMarked else {
            return .failure(
                Refused("\(grouped(marked.count)) rows are marked; mark at most \(ConsoleState.mostMarked)."))
        }
        func line(_ command: Command, _ verb: String, _ label: String, _ detail: String) -> Picker.Line {
            Picker.Line(
                call: CommandCall(.form, FormID(command, verb, FormID.marked).words), label: label, detail: detail)
        }
        let title = "With \(Subject.words(marked))"
        let items = marked.compactMap { if case .item(let id) = $0 { id } else { nil } }
        if items.count == marked.count {
            let lines = [Command.take, .status, .severity, .note].map { Picker.Line($0) }
            return .success(Picker(title, lines, targets: targets))
        }
        if marked.allSatisfy({ if case .contact = $0 { true } else { false } }) {
            return .success(
                Picker(
                    title,
                    [
                        line(.contact, "set", "Change", "roles, portal, language"),
                        line(.contact, "deactivate", "Have left", "they stay in the history"),
                        line(.contact, "activate", "Are back", "they may be chosen again"),
                    ]))
        }
        guard let kind = kind(of: marked), let command = Command(record: kind.code) else {
            return .failure(Refused("The marked rows are of several kinds; mark those of one kind."))
        }
        var lines: [Picker.Line] = []
        if kind.isRenewed { lines.append(line(command, "renew", "Renew", "another last day for each of them")) }
        if kind == .membership {
            lines.append(line(command, "assign", "Renewal Contact", "named, or by the automatic rule"))
            lines.append(line(command, "notify", "Notice", "record that the contacts were told"))
        }
        return .success(Picker(title, lines + [line(command, "set", "Change", "the same values in all of them")]))
    }

    /// The kind of some records; nil for several kinds.
    private func kind(of marked: [Subject]) -> RecordKind? {
        var codes: Set<String> = []
        for subject in marked {
            guard case .record(let id) = subject else { return nil }
            codes.insert(id.kind)
        }
        return codes.count == 1 ? codes.first.flatMap { RecordKind(code: $0) } : nil
    }

    /// What was done loses its mark; what was left out keeps it, so that one sees which rows those are.
    mutating func unmark(but leftOut: Set<String>) {
        let marks = workplaces.top?.marks ?? []
        workplaces.top?.marks = marks.filter { leftOut.contains($0.words) }
    }
}

extension Picker.Line {
    /// A command of the catalogue, as it stands there.
    init(_ command: Command) {
        self.init(
            call: CommandCall(command), label: command.entry.title.sentence.withoutStop, detail: command.entry.help)
    }
}

/// Why something cannot be done, in a sentence.
struct Refused: Error, Equatable {
    /// The sentence.
    var words: String

    init(_ words: String) {
        self.words = words
    }
}

extension Subject {
    /// Some things in words: `7 memberships`, `MB-1`.
    static func words(_ all: [Subject]) -> String {
        guard let first = all.first, all.count > 1 else { return all.first?.words ?? "nothing" }
        let kinds = Set(all.map(\.plural))
        return "\(grouped(all.count)) \(kinds.count == 1 ? first.plural : "rows")"
    }

    private var plural: String {
        switch self {
        case .account: "customers"
        case .contact: "contacts"
        case .record(let id): RecordKind(code: id.kind).map { $0.plural.lowercased() } ?? "records"
        case .item: "cases"
        case .line, .heading: "lines"
        }
    }
}
