import CaseModel
import Testing

@Suite("Notices, environments and appointments keep to the policy")
struct NoticeTests {
    @Test("A notice goes to who is the Renewal Contact when it is sent", arguments: StoreKind.allCases)
    func notices(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            var ann = try await desk.contact("Ann", nord)
            let bea = try await desk.contact("Bea", nord)
            try await desk.add(.contract, desk.contract(nord, "N-1"))
            let item: [String: String?] = ["contract": "CN-1", "product": "Gateway", "end": "2026-12-31"]
            let membership = try await desk.add(.membership, item)
            let wanted: [String: String?] = [
                "kind": "renewal", "membership": membership.id.description, "subject": "Renew soon",
                "due": "2026-10-02", "state": "open",
            ]
            let notice = try await desk.add(.notice, wanted)
            #expect(notice.account == nord && notice["recipient"] == nil)
            // Nobody is named, then somebody who left, then somebody.
            #expect(try await desk.rule(of: [RecordEdit(notice.id, ["state": "sent"])]) == "notice-nobody")
            _ = try await desk.set(membership.id, ["contact": ann.id.description])
            ann.active = false
            _ = try await desk.store.save(ann, by: People.ada, at: minute(11))
            #expect(try await desk.rule(of: [RecordEdit(notice.id, ["state": "sent"])]) == "notice-nobody")
            _ = try await desk.set(membership.id, ["contact": bea.id.description, "toldBy": "Ann, by mail"])
            #expect(try await desk.rule(of: [RecordEdit(notice.id, ["state": "bounced"])]) == "notice-not-sent")
            let sent = try await desk.set(notice.id, ["state": "sent"]).records[0]
            #expect(sent.contact("recipient") == bea.id && sent["sentAt"] == minute(10).description)
            // One that came back may have gone through after all: then it went when it went.
            _ = try await desk.set(notice.id, ["state": "bounced"])
            let later = desk.operation(People.ada, at: minute(15))
            let through = try await desk.store.keep([RecordEdit(notice.id, ["state": "sent"])], later).records[0]
            #expect(through.contact("recipient") == bea.id && through["sentAt"] == sent["sentAt"])
            // What was sent stays as it was, whoever is named now; it may come back, and be sent again.
            ann.active = true
            _ = try await desk.store.save(ann, by: People.ada, at: minute(12))
            _ = try await desk.set(membership.id, ["contact": ann.id.description])
            #expect(try await desk.store.recordFile(notice.id).record.contact("recipient") == bea.id)
            #expect(try await desk.rule(of: [RecordEdit(notice.id, ["state": "open"])]) == "notice-sent")
            _ = try await desk.set(notice.id, ["state": "bounced"])
            let again = try await desk.set(notice.id, ["state": "sent"]).records[0]
            #expect(again.contact("recipient") == ann.id)
            #expect(try await desk.store.recordFile(notice.id).events.count == 6)
            // What cannot be.
            for (values, rule) in [
                (["kind": "dues"], "notice-unknown"), (["kind": nil], "notice-kind"),
                (["membership": nil, "state": "sent", "account": nord.description], "notice-about"),
                (["membership": nil], "record-needs"),
            ] as [([String: String?], String)] {
                #expect(
                    try await desk.rule(of: [RecordEdit(adding: .notice, wanted.merging(values) { $1 })]) == rule,
                    "\(values)")
            }
        }
    }

    @Test("An update of the account goes to somebody who receives it", arguments: StoreKind.allCases)
    func accountUpdates(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (nord, sud) = (try await desk.account("Nord"), try await desk.account("Süd"))
            var ann = try await desk.contact("Ann", nord)
            let eva = try await desk.contact("Eva", sud)
            func rule(_ contact: Contact) async throws -> String? {
                try await desk.rule(of: [
                    RecordEdit(
                        adding: .notice,
                        [
                            "account": nord.description, "kind": "account-update", "subject": "New terms",
                            "due": "2026-10-02", "state": "sent", "recipient": contact.id.description,
                        ])
                ])
            }
            #expect(try await rule(ann) == "notice-recipient")
            ann.roles = ["renewal"]
            _ = try await desk.store.save(ann, by: People.ada, at: minute(11))
            #expect(try await rule(ann) == nil)
            #expect(try await rule(eva) == "notice-recipient")
            var other = eva
            other.roles = ["renewal"]
            _ = try await desk.store.save(other, by: People.ada, at: minute(11))
            #expect(try await rule(other) == "record-contact")
        }
    }

    @Test("Who is assigned to a customer has a role that is", arguments: StoreKind.allCases)
    func environments(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            var ben = try await desk.addBen([.accountManager])
            let values: [String: String?] = [
                "account": nord.description, "name": "Control room", "critical": "yes",
                "objectives": "Back within the shift", "reviewed": "2026-01-01", "manager": ben.id.description,
            ]
            let edit = RecordEdit(adding: .environment, values)
            #expect(try await desk.rule(of: [edit]) == "environment-manager")
            ben.role = "account-manager"
            ben = try await desk.store.save(ben, by: People.ada, at: minute(2))
            let environment = try await desk.add(.environment, values)
            #expect(environment.id.description == "EV-1" && environment.flag("critical") == true)
            // Account managers keep it themselves; who left is not named anew, and stays where it was.
            #expect(
                try await desk.rule(of: [RecordEdit(environment.id, ["reviewed": "2026-06-01"])], by: People.ben) == nil
            )
            ben.active = false
            _ = try await desk.store.save(ben, by: People.ada, at: minute(3))
            #expect(try await desk.rule(of: [edit]) == "agent-inactive")
            #expect(try await desk.rule(of: [RecordEdit(environment.id, ["reviewed": "2026-07-01"])]) == nil)
        }
    }

    @Test("A partner acts in a role that may, and stays removed", arguments: StoreKind.allCases)
    func partners(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (nord, sud) = (try await desk.account("Nord"), try await desk.account("Süd"))
            let ann = try await desk.contact("Ann", nord)
            func values(_ role: String?) -> [String: String?] {
                [
                    "account": nord.description, "company": sud.description, "scope": "both", "from": "2026-01-01",
                    "role": role,
                ]
            }
            #expect(try await desk.rule(of: [RecordEdit(adding: .partner, values("technical"))]) == "partner-role")
            #expect(try await desk.rule(of: [RecordEdit(adding: .partner, values("nobody"))]) == "partner-role")
            let first = try await desk.add(.partner, values("reseller"))
            _ = try await desk.add(.partner, values(nil))
            _ = try await desk.set(
                first.id,
                ["removedOn": "2026-02-01", "removedBy": "AG-1", "toldBy": ann.id.description], text: "By mail.")
            for change in [
                ["scope": "cases"], ["removedOn": nil, "removedBy": nil, "toldBy": nil], ["role": "third-party"],
            ]
                as [[String: String?]]
            {
                #expect(try await desk.rule(of: [RecordEdit(first.id, change)]) == "partner-removed", "\(change)")
            }
            // A note about it may still be written, and what it did stays.
            #expect(try await desk.rule(of: [RecordEdit(first.id, [:], text: "They asked why.")]) == nil)
            #expect(try await desk.store.recordFile(first.id).events.count == 3)
        }
    }

    @Test("Somebody looked at a reference of the policy", arguments: StoreKind.allCases)
    func references(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let check = try await desk.add(.referenceCheck, ["reference": "guide", "checked": "2026-03-09"])
            _ = try await desk.set(check.id, ["checked": "2026-06-09"], text: "Nothing new.")
            #expect(try await desk.store.recordFile(check.id).events.count == 2)
            let edit = RecordEdit(adding: .referenceCheck, ["reference": "gudie", "checked": "2026-03-09"])
            #expect(try await desk.rule(of: [edit]) == "policy-word")
        }
    }
}
