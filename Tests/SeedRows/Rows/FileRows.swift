import CaseModel

extension SeedRow {
    /// Files of cases.
    static let files: [SeedRow] = [
        SeedRow("64", "In-house debugging", cut: [#"[threshold "attachment-size"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.log().item.id
            let events = try await stage.act(
                id, .ask(kind: "sample-application", text: "A sample we can debug, please.", due: nil))
            try prove(events.count == 1, "no sample was asked for")
            let sample = NewAttachment(
                to: .asked(ActionItemID(caseID: id, ordinal: 1)), name: "sample.zip", content: [1, 2, 3],
                contact: stage.caller.id)
            let record = try proved(
                try await stage.store.attach(sample, stage.operation([])).records.first, "attachment")
            try prove(try await stage.store.content(of: record.id) == [1, 2, 3], "the sample is another")
        }
    ]
}
