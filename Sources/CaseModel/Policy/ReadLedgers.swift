import SettingsText

// How the sections of procedures and of what records name become records.

extension PolicyReader {
    func procedure(_ at: inout SectionReader) -> Policy.Procedure? {
        let acts = Dictionary(uniqueKeysWithValues: at.parts("act").map { ($0.part, $0.entry.value) })
        let needs = Dictionary(uniqueKeysWithValues: at.parts("needs").map { ($0.part, $0.entry.value) })
        var conditions: [String: [Policy.StepCondition]] = [:]
        for (step, entry) in at.parts("require") {
            for text in commaSeparated(entry.value) {
                if let word: Policy.StepCondition = at.word(entry, text) { conditions[step, default: []].append(word) }
            }
        }
        let piecewise = at.list("piecewise")
        let steps = at.parts("step").map { code, entry in
            Policy.Procedure.Step(
                code: code, name: entry.value, act: acts[code] ?? code, needs: commaSeparated(needs[code] ?? ""),
                conditions: conditions[code] ?? [], isPiecewise: piecewise.contains(code))
        }
        if steps.isEmpty { at.fail("A procedure needs lines step.CODE = words.") }
        return Policy.Procedure(
            code: at.code(), name: at.text("name"), record: at.optional("record"), plans: at.list("plans"),
            steps: steps, clock: at.optional("clock"), origin: at.origin)
    }

    mutating func ledgers() -> Policy.Ledgers {
        Policy.Ledgers(
            destinations: records("destination") { at in
                Policy.Destination(
                    code: at.code(), name: at.text("name"), address: at.optional("address"),
                    region: at.optional("region"), origin: at.origin)
            },
            shipmentItems: records("shipment-item", named),
            accessKinds: records("access-kind") { at in
                Policy.AccessKind(
                    code: at.code(), name: at.text("name"), needsConsent: at.flag("consent"), origin: at.origin)
            },
            assetKinds: records("asset-kind") { at in
                Policy.AssetKind(
                    code: at.code(), name: at.text("name"), duty: at.optional("duty"), needs: at.list("needs"),
                    callsBack: at.flag("call-back"), origin: at.origin)
            },
            consentKinds: records("consent-kind") { at in
                Policy.ConsentKind(
                    code: at.code(), name: at.text("name"), purpose: at.choice("purpose", else: .cooperation),
                    says: at.text("says"), ground: at.optional("ground"), reference: at.optional("reference"),
                    origin: at.origin)
            })
    }
}
