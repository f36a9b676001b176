import CaseExchange
import CaseModel

// What follows from procedures, hours, visits, consents.

extension RecordFacts {
    /// Where a record stands in its procedure, and what comes next.
    func steps(_ file: RecordFile, plan: String?) -> [RecordFact] {
        guard let standing = StepStanding(file.record, plan: plan, policy) else { return [] }
        let times = file.stepTimes
        let steps = standing.procedure.steps.map { step in
            JSON.object([
                .init("code", .string(step.code)), .init("name", .string(step.name)), .init("act", .string(step.act)),
                .init("at", JSON(describing: times[step.code])),
            ])
        }
        let lines = standing.procedure.steps.map { step in
            let at = times[step.code].map { "\($0)" } ?? "-"
            return "\(step.name)  \(at)  \(policy.credit(standing.procedure.origin.tags(of: "step.\(step.code)")))"
        }
        let next = standing.next.map { step in
            let missing = standing.missing.isEmpty ? "" : ", with \(standing.missing.joined(separator: ", "))"
            return "\(step.act)\(missing)"
        }
        return [
            RecordFact("steps", .array(steps), lines: lines),
            RecordFact(
                "next",
                standing.next.map { step in
                    .object([
                        .init("act", .string(step.act)), .init("step", .string(step.code)),
                        .init("missing", .array(standing.missing.map(JSON.string))),
                    ])
                } ?? .null, next),
        ]
    }

    /// The clock of a replacement.
    func clock(
        _ file: RecordFile, machine: Record, _ account: Account?, _ zones: (String) -> Zone?, _ now: Timestamp
    ) -> [RecordFact] {
        let region = policy.places.regions.first { $0.code == account?.region } ?? policy.places.regions.first
        guard let region, let calendar = policy.calendar(of: region, zones: zones),
            let answer = ReplacementClock(file, machine: machine, calendar: calendar, policy)
        else { return [] }
        let state = answer.clock?.state(at: now)
        let target = answer.plan.replacement?.time.description
        let source = policy.credit(answer.plan.origin.tags(of: "replacement"))
        let assumed = account?.region == nil ? "; the customer's region is not known, so that of \(region.name)" : ""
        let due = state.map { state in
            state.due.map { "due \($0), \(state.phase.rawValue)" } ?? "never due"
        }
        let words = "\(target ?? "") by \(answer.plan.name) until “\(answer.until.name)” \(source)"
        return [
            RecordFact(
                "clock",
                .object([
                    .init("plan", .string(answer.plan.code)), .init("target", JSON(target)),
                    .init("until", .string(answer.until.code)), .init("due", JSON(describing: state?.due)),
                    .init("state", .string((state?.phase ?? .none).rawValue)), .init("region", .string(region.code)),
                ]), "\(words); \(due ?? "it has not begun")\(assumed)")
        ]
    }

    /// The hours of a contract.
    func hours(_ balance: HoursBalance?, of id: RecordID) -> [RecordFact] {
        guard let balance else {
            return [RecordFact("contract", JSON(describing: id), "\(id) brings no scheduled support")]
        }
        let credit = policy.credit(balance.plan.origin.tags(of: "scheduled-hours"))
        let (from, to) = (balance.term.lowerBound, balance.term.upperBound)
        return [
            RecordFact("contract", JSON(describing: id), nil),
            RecordFact(
                "balance",
                .object([
                    .init("plan", .string(balance.plan.code)), .init("from", JSON(describing: from)),
                    .init("to", JSON(describing: to)), .init("allowedMinutes", .number(Int64(balance.allowed))),
                    .init("usedMinutes", .number(Int64(balance.used))),
                    .init("leftMinutes", .number(Int64(balance.left))),
                ]),
                "\(HoursBalance.words(balance.left)) left of \(HoursBalance.words(balance.allowed)) by "
                    + "\(balance.plan.name) \(credit), \(from) to \(to)"),
        ]
    }

    /// The visits under a leave.
    func visits(_ list: RecordList, under id: RecordID) -> [RecordFact] {
        let visits = list.records.filter { $0.parent == id }
        func name(_ visit: Record, _ field: String) -> String? {
            visit[field].map { list.names.words($0, of: visit.kind.field(field)?.type) }
        }
        return [
            RecordFact(
                "visits",
                .array(
                    visits.map { visit in
                        .object([
                            .init("id", JSON(describing: visit.id)), .init("at", JSON(visit["at"])),
                            .init("by", JSON(name(visit, "by"))), .init("consentBy", JSON(name(visit, "consentBy"))),
                            .init("note", JSON(visit["note"])),
                        ])
                    }),
                lines: visits.map { visit in
                    let consent = name(visit, "consentBy").map { ", \($0) consented" } ?? ""
                    return
                        "\(visit.id) \(visit["at"] ?? "") \(name(visit, "by") ?? "")\(consent): \(visit["note"] ?? "")"
                })
        ]
    }

    /// How a customer stands on a consent, with what a refusal may lead to.
    func consent(_ answer: ConsentAnswer) -> [RecordFact] {
        let state = answer.record?["state"] ?? "never asked"
        let ground = answer.ground.map { ground in
            let note = ground.note.map { " \($0)" } ?? ""
            return "support may be refused for one issue, by a person: \(ground.name)."
                + note + " " + policy.credit(ground.origin.tags(of: "note"))
        }
        let reference = answer.reference.map { "\($0.title), \($0.address)" }
        return [
            RecordFact(
                "consent", .string(answer.kind.code),
                "\(answer.kind.name): \(state)\(answer.record.flatMap { $0["day"] }.map { ", \($0)" } ?? "")"),
            RecordFact("given", .bool(answer.isGiven), nil),
            RecordFact(
                "says", .string(answer.kind.says),
                "\(answer.kind.says) \(policy.credit(answer.kind.origin.tags(of: "says")))"),
            RecordFact("ifRefused", JSON(ground), ground), RecordFact("terms", JSON(reference), reference),
        ]
    }

    /// Where a customer can be called back.
    func callBack(_ answer: CallBack?, _ customer: String) -> [RecordFact] {
        let kinds = policy.duties.ledgers.assetKinds.filter(\.callsBack)
        let credit = policy.credit(Set(kinds.flatMap { $0.origin.tags(of: "call-back") }).sorted())
        let words =
            answer?.number
            ?? (answer == nil
                ? "the policy calls nobody back"
                : "none that works \(credit): add one (asset new), or say that it works (asset set ID working=yes)")
        return [
            RecordFact("number", JSON(answer?.number), "\(words)"),
            RecordFact(
                "lines",
                .array(
                    (answer?.lines ?? []).map { line in
                        .object([
                            .init("id", JSON(describing: line.id)), .init("name", .string(line.title)),
                            .init("number", JSON(line["number"])),
                            .init("working", line.flag("working").map(JSON.bool) ?? .null),
                            .init("checked", JSON(line["checked"])),
                        ])
                    }),
                lines: (answer?.lines ?? []).map { line in
                    let works = line.flag("working").map { $0 ? "works" : "does not work" } ?? "not tried"
                    return "\(line.id) \(line.title) \(line["number"] ?? "") \(works)"
                }),
        ]
    }

    /// A product with its licences and releases.
    func product(_ product: RunningProduct) -> [RecordFact] {
        let gaps = product.releases.compactMap { ReleaseGap($0, on: today, policy)?.words(policy) }
        let releases = product.releases.compactMap { $0["installed"] }
        return [
            RecordFact(
                "product", .string(product.name),
                "\(product.name), \(product.purchased) licences, \(product.allocated) allocated, \(product.free) free"),
            RecordFact("purchased", .number(Int64(product.purchased)), nil),
            RecordFact("allocated", .number(Int64(product.allocated)), nil),
            RecordFact("free", .number(Int64(product.free)), nil),
            RecordFact("installed", .array(releases.map(JSON.string)), releases.joined(separator: ", ")),
            RecordFact("behind", .array(gaps.map(JSON.string)), lines: gaps),
        ]
    }
}

extension LicenseEntry {
    /// One line of a licence's history.
    var json: JSON {
        .object([
            .init("seq", .number(Int64(event.seq))), .init("at", JSON(describing: event.at)),
            .init("actor", .string(event.actor.name)), .init("login", .string(event.actor.login)),
            .init("operation", JSON(act?.operation.rawValue)),
            .init("quantity", (act?.quantity).map { .number(Int64($0)) } ?? .null),
            .init("binding", JSON(act?.binding)),
            .init("to", JSON(act?.target)), .init("purchased", .number(Int64(balance.purchased))),
            .init("allocated", .number(Int64(balance.allocated))), .init("free", .number(Int64(balance.free))),
            .init("text", JSON(event.text)),
        ])
    }
}
