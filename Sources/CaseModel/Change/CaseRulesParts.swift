// The parts of the rules that take more than a line each.

extension Case {
    /// The changes that give fields these values, those already so left out, in the order of the fields' names.
    func differences(_ values: [CaseField: String?]) -> [FieldChange] {
        values.compactMap { field, new in
            let old = value(of: field)
            return old == new ? nil : FieldChange(field, old, new)
        }
        .sorted { $0.field.name < $1.field.name }
    }

    func decision(_ action: EventAction, _ values: [CaseField: String?]) -> Decision {
        Decision(action, differences(values))
    }
}

func decideTags(_ adding: [String], _ removing: [String], on item: Case) throws(Refusal) -> Decision {
    for tag in adding {
        guard tag.isOneWord else { throw Refusal.oneWord("tag", tag) }
    }
    let tags = Set(item.tags).union(adding).subtracting(removing)
    return item.decision(.changed, [.tags: tags.sorted().joined(separator: " ").orNil])
}

extension String {
    /// The text itself when it says something and fits.
    func checked(_ what: String, _ limit: Int) throws(Refusal) -> String {
        guard !Words.isBlank(self) else { throw Refusal.empty(what) }
        return try bounded(what, limit)
    }

    /// The text itself when it fits and holds no NUL, which no terminal, file or C library carries whole.
    func bounded(_ what: String, _ limit: Int = CaseLimits.text) throws(Refusal) -> String {
        guard utf8.count <= limit else { throw Refusal.tooLong(what, bytes: utf8.count, limit: limit) }
        guard !utf8.contains(0) else { throw Refusal.controlZero(what) }
        return self
    }

    /// Whether it can stand among others between blanks: not blank, short, no blanks, commas, quotes and controls.
    var isOneWord: Bool {
        !Words.isBlank(self) && utf8.count <= CaseLimits.mark
            && unicodeScalars.allSatisfy { scalar in
                scalar.properties.generalCategory != .control && !scalar.properties.isWhitespace
                    && scalar != "," && scalar != "\""
            }
    }

    var orNil: String? { isEmpty ? nil : self }
}

extension ActionItem {
    /// The form in which events keep an item: state, kind and due time; its words are the event's text.
    public var code: String { "\(state.rawValue) \(kind) \(dueAt?.description ?? "-")" }
}
