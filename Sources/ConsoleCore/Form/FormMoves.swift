import CaseModel

/// The records that a form just changed, and their last day where it gave them one.
struct Changed: Equatable, Sendable {
    /// The records.
    var records: [RecordID]
    /// The last day that they have now; nil where that was not changed.
    var end: CivilDay?
}

extension ConsoleState {
    /// What a form changed: the record that it is about, or those that are marked, but what was left out.
    func changed(by form: Form, but leftOut: Set<String>) -> Changed? {
        let records = objects(of: form.id).filter { !leftOut.contains($0) }.compactMap { RecordID(text: $0) }
        guard let kind = records.first.flatMap({ RecordKind(code: $0.kind) }) else { return nil }
        let field = form.fields.first { $0.place == .assignment && $0.name == kind.end && $0.isChanged }
        return Changed(records: records, end: field.flatMap { CivilDay(iso: $0.value(formClock)) })
    }

    /// Says under which tab stands now what was just changed, and in which month, when it left the rows for that.
    mutating func sayWhereItWent() {
        guard let changed = workplaces.changed else { return }
        workplaces.changed = nil
        guard let top = workplaces.top, let list = top.list, let said = notice, said.tone == .done,
            top.current.content.isOfSomeDays,
            !top.asked.unfinished.contains(top.tab)
        else { return }
        let rows = Set(list.rows.map(\.subject))
        let gone = changed.records.filter { !rows.contains(.record($0)) }
        guard let first = gone.first, let kind = RecordKind(code: first.kind) else { return }
        let isOne = gone.count == 1
        let what = isOne ? first.description : "\(grouped(gone.count)) \(kind.plural.lowercased())"
        // Where it is now comes first: a long notice is cut at its end.
        notice = Notice(
            "\(what) left \(top.current.title); \(place(of: kind, changed.end, top)) has \(isOne ? "it" : "them")."
                + " \(said.text)", .done)
    }

    /// The tab that has what ends on a day now, with the month it stands under; another place where none has it.
    private func place(of kind: RecordKind, _ end: CivilDay?, _ top: Workplace) -> String {
        let content = end.map { $0 < displayDay } == true ? TabContent.ended : .all(kind.code, ending: .any)
        guard let tab = top.place.tabs.first(where: { $0.content == content }) else {
            // Licences have a place of their own; the cursor is on another row by now, and so its customer another.
            return kind == .license ? "\(kind.plural) (\(key(.go, "licences")))" : "the page of its customer"
        }
        let month = kind == .license ? nil : end.map { "\(ListingLook.months[$0.month - 1]) \($0.year)" }
        return month.map { "\(tab.title), \($0)," } ?? tab.title
    }
}
