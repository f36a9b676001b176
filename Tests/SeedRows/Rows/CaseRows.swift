import CaseModel

extension SeedRow {
    /// Cases and what happens to them.
    static let cases: [SeedRow] = [
        SeedRow("7", "Technical Contact", cut: [#"[contact-role "technical"] may"#]) { policy in
            let stage = try await CaseStage(policy)
            let file = try await stage.log()
            try prove(file.item.flags.isEmpty, "the Technical Contact is held: \(file.item.flags)")
            let other = try await CaseStage(policy, roles: ["contract-administration"])
            try prove(try await other.log().item.flags == ["caller-may-open"], "somebody else is not held")
        },
        SeedRow("10", "Case", cut: [#"[transition "close"] require.reason-given"#, #"[transition "close"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.log().item.id
            try await stage.act(id, .status(try await stage.status("open")), .take)
            try await stage.act(id, .close(try await stage.closure("resolved"), duplicateOf: nil, text: nil))
            try prove(try await stage.item(id).status.isFinal, "the case is not closed")
        },
        SeedRow("65", "Case being closed", cut: [#"[closure "resolved"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.log().item.id
            try await stage.act(id, .status(try await stage.status("open")))
            try await stage.act(id, .close(try await stage.closure("resolved"), duplicateOf: nil, text: nil))
            try prove(try await stage.item(id).closureReason?.code == "resolved", "the reason is not kept")
        },
    ]
}
