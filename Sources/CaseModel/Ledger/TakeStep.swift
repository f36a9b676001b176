// Acts of records that have rules of their own.

extension CaseLedger {
    /// The policy in force.
    var policy: Policy { policies.inForce }

    /// Completes what is wanted of a record by what its act does; a refusal where a rule stands against it.
    func act(on old: Record, _ edit: inout RecordEdit, _ operation: Operation) throws(StoreError) {
        switch edit.act {
        case nil: try onlyByActs(edit.values, of: old.kind)
        case .license(let act):
            if let name = edit.values.keys.min() { throw .refused(.actAlone(act.operation.rawValue, name)) }
            if [.giveBack, .advice].contains(act.operation), Words.isBlank(edit.text ?? "") {
                throw .refused(.needsReason(act.operation, policy.quote(act.operation)))
            }
            let values = try refusing { () throws(Refusal) in
                try policy.values(of: old, after: act, at: operation.at)
            }
            edit.values.merge(values) { $1 }
        case .alert(let act):
            // Whose it is stands in it from the beginning: who may raise may not make it their own and say it was seen.
            try onlyByActs(act == .raise ? edit.values.filter { $0.key != "owner" } : edit.values, of: old.kind)
            edit.values.merge(try values(of: old, after: act, operation)) { $1 }
        case .step(let word, let at):
            try step(word, at ?? operation.at, of: old, &edit, now: operation.at)
        }
    }

    /// What only acts write is written by no hand.
    private func onlyByActs(_ values: [String: String?], of kind: RecordKind) throws(StoreError) {
        for field in kind.fields where field.isByAct && values[field.name] != nil {
            throw .refused(.byActOnly(field, kind))
        }
    }

    private func step(
        _ word: String, _ at: Timestamp, of old: Record, _ edit: inout RecordEdit, now: Timestamp
    ) throws(StoreError) {
        var record = old
        for (name, value) in edit.values {
            record.values[name] = value.flatMap { text in old.kind.field(name)?.type.canonical(text) }
        }
        let machine = try record.parent.flatMap { id throws(StoreError) in try self.record(id) }
        guard let standing = StepStanding(old, plan: machine?["plan"], policy) else {
            throw .refused(.noProcedure(old.kind, policy))
        }
        let given = Set(edit.values.keys)
        let outcome = try refusing { () throws(Refusal) in
            try standing.outcome(of: word, on: record, giving: given, policy)
        }
        try onlyByActs(edit.values.filter { standing.next?.needs.contains($0.key) != true }, of: old.kind)
        guard let step = outcome.reached else { return }
        guard at <= now else { throw .refused(.stepTime(at, "it is still to come")) }
        if let since = old["stepAt"].flatMap({ Timestamp(iso: $0) }), at < since {
            throw .refused(.stepTime(at, "the step before it was at \(since)"))
        }
        for condition in step.conditions {
            let country = try record.account.flatMap { id throws(StoreError) in try account(id)?.country }
            let day = try day(of: at, for: record.account)
            try refusing { () throws(Refusal) in
                try policy.check(condition, of: record, machine: machine, country: country, on: day)
            }
        }
        edit.values["step"] = step.code
        edit.values["stepAt"] = at.description
    }
}
