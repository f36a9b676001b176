import CaseModel

extension SeedRow {
    /// What customers are asked for (domain 11, rows 13, 14, 61 to 64).
    static let duties: [SeedRow] =
        [
            ("13", "Support remediation", "workaround"), ("14", "Debug tool", "debug-tool"),
            ("61a", "Network trace", "network-trace"), ("61b", "Error messages captured", "error-messages"),
            ("61c", "Configuration information", "configuration"),
            ("62a", "Product-configuration change", "configuration-change"),
            ("62b", "New software version or component", "software-update"), ("62c", "Process change", "process-change"),
        ].map { row, noun, kind in
            SeedRow(row, noun, cut: [#"[item "\#(kind)"]"#]) { policy in
                let stage = try await CaseStage(policy)
                let id = try await stage.open()
                let due = CaseStage.now + 86_400
                try await stage.act(id, .ask(kind: kind, text: "Please.", due: due))
                let item = ActionItemID(caseID: id, ordinal: 1)
                try await stage.act(id, .settle(item, .done, text: "as asked, 12.1 to 12.3"))
                let file = try await stage.store.caseFile(id)
                try prove(file.items.first?.state == .done && file.items.first?.dueAt == due, "it is not done")
            }
        } + [
            group("61", "Problem determination activity", "network-trace"),
            group("62", "Problem resolution activity", "software-update"),
            SeedRow("61d", "Sample version of an application", cut: [#"[item "sample-application"] result"#]) { policy in
                try await told("sample-application", policy)
            },
            SeedRow("63", "Failure to facilitate", cut: [#"[transition "failure to facilitate"]"#]) { policy in
                let stage = try await CaseStage(policy)
                let id = try await stage.open()
                let close = CaseChange.close(
                    try await stage.closure("failure-to-facilitate"), duplicateOf: nil, text: nil)
                let early = try await stage.refusal(id, close)
                try prove(early == "notices-logged", "closed without a notice: \(early ?? "closed")")
                try await stage.act(id, .remind("Without the trace we have to close the case."))
                try await stage.act(id, close)
            },
            SeedRow("64", "In-house debugging", cut: [#"[item "sample-application"]"#]) { policy in
                try await told("sample-application", policy)
            },
        ]

    /// A declined activity of a group counts as a duty that failed; others do not.
    private static func group(_ row: String, _ noun: String, _ kind: String) -> SeedRow {
        SeedRow(row, noun, cut: [#"[item "\#(kind)"] activity"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.open()
            try await stage.act(id, .ask(kind: kind, text: "Please.", due: nil))
            try await stage.act(id, .settle(ActionItemID(caseID: id, ordinal: 1), .declined))
            try await stage.act(id, .remind("Without it we have to close the case."))
            let reason = try await stage.closure("failure-to-facilitate")
            let events = try await stage.act(id, .close(reason, duplicateOf: nil, text: nil))
            let remarks = events.flatMap(\.remarks).map(\.condition)
            try prove(!remarks.contains("duty-failed"), "a declined \(kind) does not count")
        }
    }

    /// What came of an activity is told, or its absence warned of.
    private static func told(_ kind: String, _ policy: Policy) async throws {
        let stage = try await CaseStage(policy)
        let id = try await stage.open()
        try await stage.act(id, .ask(kind: kind, text: "Please.", due: nil))
        let silent = try await stage.act(id, .settle(ActionItemID(caseID: id, ordinal: 1), .done))
        try prove(silent.first?.remarks.first?.condition == "result-told", "nobody asks which sample it is")
    }
}
