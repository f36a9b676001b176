import CaseModel
import GuidePolicy

extension SeedRow {
    /// The customer's people, who is told what, and who acts for them.
    static let people: [SeedRow] = [
        SeedRow("5", "Customer organization", cut: [#"[region "emea"] languages"#]) { policy in
            let stage = try await CaseStage(policy)
            try prove(try await stage.log().item.region == "emea", "the organization does not decide the region")
            let answer = try route(policy, language: "German")
            try prove(answer.warnings.allSatisfy { $0.rule != "route-language" }, "the region offers no German")
        },
        SeedRow("6", "Contacts of the company", cut: [#"[contact-role "renewal"] may"#]) { policy in
            let stage = try await CaseStage(policy, roles: ["renewal", "technical"])
            var both = stage.caller
            let notice = try proved(policy.notice("account-update"), "notice")
            try prove(try await stage.log().item.flags.isEmpty, "one role is lost beside the other")
            try prove(policy.receives(notice, roles: both.roles), "the other role is lost")
            both.active = false
            _ = try await stage.store.save(both, by: stage.claim, at: CaseStage.now)
            try prove(try await stage.caller(both, policy) == ["caller-inactive"], "who left may call")
            try prove(
                try await stage.store.contacts(matching: both.name, account: nil, limit: 1).first == both, "history")
        },
        SeedRow("8", "Renewal Contact", cut: [#"[contact-role "renewal"] primary"#]) { policy in
            let stage = try await CaseStage(policy)
            let membership = try await stage.membership(contact: stage.caller.id)
            try prove(
                membership["naming"] == "named" && membership["since"] != nil, "it is not told how and since when")
            let sent = try await stage.notice("renewal", ["membership": membership.id.description])
            try prove(sent.contact("recipient") == stage.caller.id, "the primary contact is not told")
        },
        SeedRow(
            "9", "Contract administration personnel", cut: [#"[contact-role "contract-administration"] may"#]
        ) { policy in
            let stage = try await CaseStage(policy)
            let clerk = try await stage.person("C. Lerk", roles: ["contract-administration"])
            try prove(try await stage.caller(clerk, policy, for: "account") == [], "it may not ask about the account")
            try prove(
                try await stage.caller(clerk, policy, for: "technical") == ["caller-role"],
                "it has a case right by itself")
        },
        SeedRow("16", "Support option", cut: [#"[follow-up "Every plan"]"#]) { policy in
            let rule = try policy.rule(
                plan: ["select"], severity: "2", region: "emea", clock: .followUp, zones: Guide.zones)
            try prove(rule.rule.target.description == "4 hours", "the plan does not drive the next answer")
        },
        SeedRow("17a", "Renewal notification", cut: [#"[notice "renewal"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let membership = try await stage.membership(contact: stage.caller.id)
            let kind = try proved(policy.notice("renewal"), "notice")
            let due = policy.noticesDue(
                kind, on: try stage.day, NoticeFacts(memberships: [membership], contacts: [stage.caller]))
            try prove(due.count == 1 && due[0].problem == nil, "none is due 52 days before the end")
            let sent = try await stage.keep(due[0].edit())
            try prove(sent.contact("recipient") == stage.caller.id && sent["sentAt"] != nil, "it was not sent")
        },
        SeedRow("17b", "Price-change notification", cut: [#"[notice "price-change"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let membership = try await stage.membership(contact: stage.caller.id)
            let sent = try await stage.notice(
                "price-change",
                [
                    "membership": membership.id.description, "oldPrice": "L-26", "newPrice": "L-27",
                    "effective": "2026-05-01",
                ])
            try prove(sent.contact("recipient") == stage.caller.id, "the Renewal Contact is not told")
        },
        SeedRow("17c", "Other important account update", cut: [#"[notice "account-update"]"#]) { policy in
            let stage = try await CaseStage(policy, roles: ["renewal"])
            let sent = try await stage.notice(
                "account-update",
                ["account": stage.account.id.description, "recipient": stage.caller.id.description])
            try prove(sent["state"] == "sent", "it was not sent")
        },
        SeedRow("18", "Change of Renewal Contact", cut: [#"[contact-role "renewal"] may"#]) { policy in
            let stage = try await CaseStage(policy)
            let membership = try await stage.membership(contact: stage.caller.id)
            var next = try await stage.person("N. Ext")
            let changed = try await stage.keep(
                RecordEdit(membership.id, ["contact": next.id.description, "toldBy": "J. Berg, by mail"]))
            try prove(changed["toldBy"] == "J. Berg, by mail", "who told us is not kept")
            next.active = false
            let kind = try proved(policy.notice("renewal"), "notice")
            let due = policy.noticesDue(
                kind, on: try stage.day, NoticeFacts(memberships: [changed], contacts: [next]))
            try prove(due.first?.problem == .left("N. Ext"), "a missed notice is not said")
        },
        SeedRow("19", "Initial purchase", cut: [#"[rule "automatic-renewal-contact"]"#]) { policy in
            let stage = try await CaseStage(policy)
            try await stage.purchase("1", stage.caller.id)
            try prove(try await stage.membership()["naming"] == "automatic", "nobody was assigned")
        },
        SeedRow("20", "Renewal", cut: [#"[rule "automatic-renewal-contact"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let membership = try await stage.membership()
            try await stage.purchase("1", stage.caller.id)
            let renewed = try await stage.keep(RecordEdit(membership.id, ["end": "2027-04-30"]))
            try prove(renewed.contact("contact") == stage.caller.id, "nobody was assigned at the renewal")
        },
        SeedRow("21", "Automatic assignment", cut: [#"[rule "automatic-renewal-contact"] order"#]) { policy in
            let stage = try await CaseStage(policy)
            let often = try await stage.person("O. Ften")
            for (order, id) in [("1", stage.caller.id), ("2", often.id), ("3", often.id)] {
                try await stage.purchase(order, id)
            }
            try prove(try await stage.membership().contact("contact") == often.id, "not the one most often registered")
        },
        SeedRow("23", "Renewal membership", cut: [#"[rule "automatic-renewal-contact"]"#]) { policy in
            let stage = try await CaseStage(policy)
            try await stage.purchase("1", stage.caller.id)
            let (late, early) = (try await stage.membership(), try await stage.membership())
            _ = try await stage.keep(RecordEdit(late.id, ["end": "2026-06-30"]))
            let list = try await stage.store.records(RecordQuery(.membership, byEnd: true)).records
            try prove(list.map(\.id) == [early.id, late.id], "not by the end date")
            try prove(list.allSatisfy { $0.contact("contact") != nil }, "one carries no Renewal Contact")
        },
        SeedRow("24", "Frequency of registration", cut: [#"[rule "automatic-renewal-contact"] order"#]) { policy in
            let stage = try await CaseStage(policy)
            for order in ["1", "2"] { try await stage.purchase(order, stage.caller.id) }
            let id = try await stage.membership().id
            let text = try await stage.store.recordFile(id).events.first?.text ?? ""
            try prove(text.contains("most often registered (2 times"), "the reason is not told: \(text)")
        },
        SeedRow("25", "Preferred reseller", cut: [#"[contact-role "reseller"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let (_, person) = try await stage.partner("reseller")
            try prove(try await stage.caller(person, policy) == [], "it cannot act")
        },
        SeedRow("26", "Third-party named contact", cut: [#"[contact-role "third-party"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let (_, person) = try await stage.partner("third-party")
            try prove(try await stage.caller(person, policy) == [], "it cannot act")
        },
        SeedRow("27", "Partner record", cut: [#"[contact-role "reseller"] outside"#]) { policy in
            let stage = try await CaseStage(policy)
            let (record, person) = try await stage.partner("reseller")
            try prove(try await stage.caller(person, policy) == [], "it cannot act")
            _ = try await stage.keep(
                RecordEdit(
                    record.id,
                    ["removedOn": "2026-03-09", "removedBy": "AG-1", "toldBy": stage.caller.id.description]))
            try prove(try await stage.caller(person, policy) == ["partner-removed"], "it still acts")
            try prove(try await stage.store.recordFile(record.id).events.count == 2, "the past is gone")
        },
        SeedRow("28", "MyAccount portal", cut: [#"[reference "portal"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let portal = try proved(policy.references(for: .account).first, "link beside an account")
            _ = try await stage.keep(
                RecordEdit(adding: .referenceCheck, ["reference": portal.code, "checked": "2026-03-09"]))
        },
        SeedRow("29", "Organization records", cut: [#"[contact-role "third-party"] may"#]) { policy in
            let stage = try await CaseStage(policy)
            _ = try await stage.partner("third-party")
            let list = try await stage.store.records(RecordQuery(.partner, of: [stage.account.id])).records
            try prove(list.count == 1, "the partner is not among the organization's records")
        },
    ]
}
