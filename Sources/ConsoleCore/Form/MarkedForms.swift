import CaseModel
import TerminalUI

extension FormID {
    /// Stands in the place of a number for all rows that are marked.
    static let marked = "marked"

    /// Whether it is about marked rows.
    var isOfMarked: Bool { object == FormID.marked }

    /// The form for these rows and no others: what was typed for some is not meant for those marked later.
    func ofMarked(_ numbers: some Collection<String>) -> FormID {
        let digest = SHA256.text(of: numbers.sorted().joined(separator: " ").utf8).prefix(16)
        return FormID(command, verb, FormID.markedBefore + digest)
    }

    /// The same for whatever is marked; nil where it is not about marked rows.
    var forAnyMarked: FormID? {
        isOfMarked || object.hasPrefix(FormID.markedBefore) ? FormID(command, verb, FormID.marked) : nil
    }

    private static let markedBefore = marked + "-"
}

extension ConsoleState {
    /// The numbers that a form is about: its object, or what is marked.
    func objects(of id: FormID) -> [String] {
        id.isOfMarked ? markedNumbers : [id.object]
    }

    private var markedNumbers: [String] { (workplaces.top?.marked ?? []).map(\.words) }

    /// The form that a draft opens here; nil for one of rows that are not those marked now.
    func formHere(_ id: FormID) -> FormID? {
        guard let marked = id.forAnyMarked else { return id }
        return marked.ofMarked(markedNumbers) == id ? marked : nil
    }

    /// The same in words: `MB-1`, `7 memberships`.
    func words(for id: FormID) -> String {
        id.isOfMarked ? Subject.words(workplaces.top?.marked ?? []) : id.object
    }

    /// The versions that were seen of what is marked, so that what others wrote since is a conflict.
    private var markedVersions: [String: Int] {
        var versions: [String: Int] = [:]
        for case .record(let id) in workplaces.top?.marked ?? [] {
            versions[id.description] = record(id.description)?.version
        }
        return versions
    }

    /// The form of an act on all marked rows; nil where nothing is marked, or it fits none of them.
    func markedForm(_ id: FormID) -> Form? {
        let marked = workplaces.top?.marked ?? []
        guard !marked.isEmpty, marked.count <= ConsoleState.mostMarked else { return nil }
        if id.command == .contact { return markedContactsForm(id, marked) }
        guard let kind = id.command.recordKind,
            marked.allSatisfy({ if case .record(let record) = $0 { record.kind == kind.code } else { false } })
        else { return nil }
        var form: Form?
        if id.verb == "set" {
            let fields = kind.fields.filter { !$0.isByAct && !$0.isFixed && $0.name != RecordKind.account }.map {
                field in
                // One left empty stays as it is in each of them.
                var field = FormField(field)
                field.isRequired = false
                return field
            }
            let call = CommandCall(id.command, ["set"] + objects(of: id))
            form = Form(id, "Change \(words(for: id))", call, fields + [FormField.why], changesAlone: true)
        } else if id.verb == "renew" {
            form = markedRenewal(id, kind)
        } else {
            form = actForm(id, kind)
        }
        form?.seen.versions = markedVersions
        return form
    }

    /// What was seen of each person who is marked, for they have no versions.
    private var markedPeople: [String: [CallOption: String]] {
        var people: [String: [CallOption: String]] = [:]
        for case .contact(let id) in workplaces.top?.marked ?? [] { people[id.description] = contact(id)?.options }
        return people
    }

    private func markedContactsForm(_ id: FormID, _ marked: [Subject]) -> Form? {
        guard marked.allSatisfy({ if case .contact = $0 { true } else { false } }) else { return nil }
        let (objects, words) = (objects(of: id), words(for: id))
        switch id.verb {
        // Nothing has to be filled in: the effect is shown at once.
        case "deactivate": return Form(id, "\(words) have left", CommandCall(.contact, ["deactivate"] + objects), [])
        case "activate":
            return Form(
                id, "\(words) are back", CommandCall(.contact, ["set"] + objects, options: [.active: ""]), [])
        case "set":
            var form = Form(
                id, "Change \(words)", CommandCall(.contact, ["set"] + objects),
                [
                    contactRoles(""), contactPortal(""), FormField("language", .free, .option(.language)),
                ], changesAlone: true)
            form.seen.people = markedPeople
            return form
        default: return nil
        }
    }
}
