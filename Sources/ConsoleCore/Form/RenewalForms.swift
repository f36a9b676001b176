import CaseModel

extension ConsoleState {
    /// Another last day for a record, with what is agreed anew beside it.
    func renewal(_ id: FormID, _ kind: RecordKind) -> Form? {
        guard kind.isRenewed, let record = record(id.object) else { return nil }
        let call = CommandCall(id.command, ["set", id.object], options: [.ifVersion: String(record.version)])
        let fields = kind.fields.filter { !$0.isByAct && [kind.end, "quantity", "contact"].contains($0.name) }.map {
            FormField($0, of: record)
        }
        var form = Form(id, "Renew \(id.object), \(record.title)", call, fields + [FormField.why], changesAlone: true)
        // A year more is what most renewals are; it counts from the end that is renewed.
        if let end = record.end, let index = form.fields.firstIndex(where: { $0.name == kind.end }) {
            form.fields[index].offer((DayWords.day("+1y", today: end) ?? end).description)
            let now = end < displayDay ? "it ended on" : "now it ends on"
            form.fields[index].help = "Its new last day; \(now) \(end.inWords)"
            form.title += end < displayDay ? ", ended \(end.inWords)" : ", ends \(end.inWords)"
            form.cursor = index
        }
        return form
    }

    /// Another last day for each of them; where all end on one day, a year more is what most renewals are.
    func markedRenewal(_ id: FormID, _ kind: RecordKind) -> Form? {
        guard kind.isRenewed, let field = kind.fields.first(where: { $0.name == kind.end }) else { return nil }
        let objects = objects(of: id)
        let ends = objects.compactMap { record($0)?.end }.sorted()
        var end = FormField(field)
        end.help = "The new last day of each"
        // Of one that has no end, or is not at hand, nothing is said, and no day is offered for all.
        if ends.count == objects.count, let first = ends.first, let last = ends.last {
            let days = first == last ? "on \(first.inWords)" : "from \(first.inWords) to \(last.inWords)"
            end.help = "The new last day of each; they end \(days)"
            if first == last {
                end.present = last
                end.offer((DayWords.day("+1y", today: last) ?? last).description)
            }
        }
        let call = CommandCall(id.command, ["set"] + objects)
        return Form(id, "Renew \(words(for: id))", call, [end, .why], changesAlone: true)
    }
}

extension FormField {
    /// A field of a record with what stands there.
    ///
    /// - Parameter value: what stands there instead of the value as it is kept; nil for that.
    init(_ field: RecordField, of record: Record, value: String? = nil) {
        self.init(field, value: value ?? record[field.name] ?? "")
        if field.name == record.kind.end { present = record.end }
    }
}

extension Form {
    /// Where a renewal would leave the last day as it is, and change nothing else; nil where it would not.
    func presentDay(_ clock: FormClock) -> (index: Int, words: String)? {
        guard id.verb == "renew", let index = fields.firstIndex(where: { $0.present != nil }),
            let present = fields[index].present, fields[index].value(clock) == present.description
        else { return nil }
        let others = fields.indices.filter { $0 != index && fields[$0].place == .assignment }
        guard !others.contains(where: { fields[$0].isChanged }) else { return nil }
        return (index, "The last day is already \(present.inWords): a later one is wanted.")
    }
}
