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
        SeedRow("10", "Case", cut: [#"[transition "close"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.open()
            try await stage.act(id, .take)
            try await stage.act(id, .close(try await stage.closure("resolved"), duplicateOf: nil, text: nil))
            try prove(try await stage.item(id).status.isFinal, "the case is not closed")
        },
        SeedRow("11", "Issue", cut: [#"[closure "duplicate"] needs"#, #"[transition "duplicate"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let (first, second) = (try await stage.open(), try await stage.open())
            let duplicate = try await stage.closure("duplicate")
            let alone = try await stage.refusal(second, .close(duplicate, duplicateOf: nil, text: nil))
            try prove(alone == "other-case-named", "a duplicate of nothing: \(alone ?? "closed")")
            try await stage.act(second, .close(duplicate, duplicateOf: first, text: nil))
            try prove(try await stage.item(second).duplicateOf == first, "the cases are not linked")
        },
        SeedRow("12", "Investigation", cut: [#"[transition "follow the sun"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.open()
            try await stage.act(id, .take)
            let events = try await stage.act(id, .handOver(center: "sydney", text: "Trace runs; see the note."))
            try prove(events.first?.action == .handedOver, "the hand-over is not logged")
            try prove(try await stage.item(id).contact != nil, "no contact is named")
        },
        SeedRow("15", "Potential fix, workaround", cut: [#"[item "fix"] proposal"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.open()
            let solved = try await stage.status("solved")
            let early = try await stage.refusal(id, .status(solved))
            try prove(early == "fix-recorded", "solved without a fix: \(early ?? "done")")
            for kind in ["fix", "workaround"] { try await stage.act(id, .ask(kind: kind, text: kind, due: nil)) }
            try await stage.act(id, .settle(ActionItemID(caseID: id, ordinal: 1), .accepted))
            let second = try await stage.refusal(id, .settle(ActionItemID(caseID: id, ordinal: 2), .accepted))
            try prove(second == "accept-one", "two solutions are accepted")
            try await stage.act(id, .status(solved))
        },
        SeedRow("22", "Support and maintenance contract", cut: [#"[ground "no-entitlement"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let later = CaseStage.now + 900 * 86_400
            let id = try await stage.log(at: later).item.id
            try await stage.act(id, .status(try await stage.status("open")), at: later)
            let item = try await stage.item(id)
            try prove(item.status.code == "held" && item.flags.contains("cover-active"), "an expired contract covers")
        },
        SeedRow("32", "Live Support", cut: [#"[transition "log critical by another channel"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let mailed = try await stage.log(severity: "1", channel: "email").remarks
            try prove(mailed.contains("warn logged-live"), "severity 1 by e-mail is not warned of: \(mailed)")
            let live = try await stage.log(severity: "1", channel: "live").remarks
            try prove(!live.contains("warn logged-live"), "Live Support is warned of")
        },
        SeedRow("52", "Critical situation manager", cut: [#"[transition "critical situation"]"#]) { policy in
            let stage = try await CaseStage(policy, plan: "priority")
            let file = try await stage.log(severity: "1", channel: "live")
            try prove(file.remarks.contains("warn manager-named"), "nobody is offered: \(file.remarks)")
            let manager = CaseChange.fact(.criticalSituationManager, "AG-1")
            let events = try await stage.act(file.item.id, manager)
            try prove(events.allSatisfy(\.remarks.isEmpty), "the one who is named is not enough")
            try prove(try await stage.item(file.item.id).criticalSituationManager != nil, "nobody is named")
        },
        SeedRow("54", "Response within minutes", cut: [#"[role "critical-situation-manager"] records"#]) { policy in
            let stage = try await CaseStage(policy, plan: "priority-plus")
            let file = try await stage.log(severity: "1", channel: "live")
            let target = file.item.response.target
            try prove(target == "<10 minutes", "the target is \(target ?? "none")")
            let time = (CaseStage.now + 300).description
            try await stage.act(file.item.id, .fact(.given("acknowledged"), time), at: CaseStage.now + 300)
            try prove(try await stage.item(file.item.id).given["acknowledged"] == time, "nothing is recorded")
        },
        SeedRow("55", "Restoring within hours", cut: [#"[role "critical-situation-manager"] records"#]) { policy in
            let stage = try await CaseStage(policy, plan: "priority")
            let id = try await stage.log(severity: "1", channel: "live").item.id
            let restored = CaseStage.now + 7200
            try await stage.act(id, .fact(.given("restored"), restored.description), at: restored)
            try prove(policy.threshold("critical-response")?.amount == nil, "the guide names no number")
            let calm = try await stage.log().item.id
            let refused = try await stage.refusal(calm, .fact(.given("restored"), CaseStage.now.description))
            try prove(refused == "situation-record", "restored without a situation")
        },
        SeedRow(
            "58", "Basic troubleshooting steps", cut: [#"[transition "log"] require.troubleshooting-answered"#]
        ) { policy in
            let stage = try await CaseStage(policy)
            let silent = try await stage.log(troubleshooting: nil).remarks
            try prove(silent.contains("warn troubleshooting-answered"), "nobody asked: \(silent)")
            let urgent = try await stage.log(severity: "1", channel: "live", troubleshooting: nil)
            try prove(urgent.item.status.role == .start, "severity 1 is held up")
            let answered = try await stage.log(troubleshooting: false)
            try prove(!answered.remarks.contains("warn troubleshooting-answered"), "an answer is warned of")
        },
        SeedRow("65", "Case being closed", cut: [#"[closure "resolved"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.open()
            try await stage.act(id, .close(try await stage.closure("resolved"), duplicateOf: nil, text: nil))
            try prove(try await stage.item(id).closureReason?.code == "resolved", "the reason is not kept")
        },
        SeedRow("70", "Denial of technical support", cut: [#"[ground "updates"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let (one, other) = (try await stage.open(), try await stage.open())
            try await stage.act(one, .deny(ground: "updates", person: "Grace Hale", text: "Two releases behind."))
            let item = try await stage.item(one)
            try prove(item.status.role == .refused && item.given["person"] == "Grace Hale", "not denied by a person")
            try prove(try await stage.item(other).status.isOpen, "another issue is denied, too")
            try await stage.act(one, .reopen)
            try prove(try await stage.item(one).status.isOpen, "it cannot be taken back")
        },
        SeedRow("82", "Fix or workaround accepted", cut: [#"[transition "offer a solution"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let id = try await stage.open()
            let early = try await stage.refusal(id, .status(try await stage.status("solved")))
            try prove(early == "fix-recorded", "a solution without one: \(early ?? "done")")
        },
    ]
}

extension CaseStage {
    /// Logs a case and verifies it.
    func open() async throws -> CaseID {
        let id = try await log().item.id
        try await act(id, .status(try await status("open")))
        return id
    }
}

extension CaseFile {
    /// What did not hold when it was logged.
    var remarks: [String] { events.flatMap(\.remarks).map(\.code) }
}
