internal import CaseModel

extension Books {
    /// Scheduled support that was used, leave to come, and who came.
    mutating func keepVisits() {
        keepHours()
        guard company.number % 4 != 3, let person = company.callers.first else { return }
        for (index, kind) in world.policy.duties.ledgers.accessKinds.enumerated()
        where (company.number + index) % 2 == 0 {
            let start = world.today.adding(-Int64(dice.number(120...300)))
            let end = company.number % 5 == 1 ? start.adding(60) : world.today.adding(Int64(dice.number(30...200)))
            let leave: [String: String?] = [
                "way": kind.code, "scope": "Hosts of \(company.site) in \(company.town)",
                "from": start.description, "to": end.description, "person": person.name,
            ]
            tell(.access, "access\(index)", [once(start, leave)])
            for place in 0..<dice.number(1...3) {
                let day = start.adding(Int64(5 + place * dice.number(8...17)))
                guard day <= min(end, world.today) else { break }
                let (at, guest) = (time(day), world.staff.member(of: "Network", &dice))
                let values: [String: String?] = [
                    "access": key("access\(index)"), "at": at.description, "by": guest, "consentBy": person.name,
                    "note": dice.pick(Books.visits),
                ]
                if place == 0 { tell(.reveal, "reveal\(index)", [asking(person.name, guest, day)]) }
                tell(.visit, "visit\(index).\(place)", [RecordEntry(at: at, actor: guest, values: values)])
            }
        }
    }

    /// Who comes asks first how the customer's person is reached.
    private mutating func asking(_ person: String, _ guest: String, _ day: CivilDay) -> RecordEntry {
        let at = time(day)
        let values: [String: String?] = ["contact": person, "by": guest, "at": at.description]
        return RecordEntry(at: at, actor: guest, values: values.merging(customer) { a, _ in a })
    }

    /// Hours in the running year of the contract; one customer has nearly used them up.
    private mutating func keepHours() {
        guard let plan = company.plan, let hours = plan.scheduledHours, company.standing != .none,
            let manager = world.staff.manager(of: company.number)
        else { return }
        let start = company.estate.starts.last ?? company.estate.end
        let days = Int(max(1, min(world.today, company.estate.end).daysSince1970 - start.daysSince1970))
        let part = company.number % 25 == 5 ? hours * 60 * 9 / 10 : hours * 60 / 3
        let count = min(6, max(1, days / 30))
        for place in 0..<count {
            var day = start.adding(Int64(days * (place + 1) / (count + 1)))
            while day.weekday > 5 { day = day.adding(1) }
            let values: [String: String?] = [
                "contract": key("contract"), "day": day.description, "minutes": "\(max(30, part / count / 15 * 15))",
                "by": manager, "note": dice.pick(Books.sessions),
            ]
            tell(.hours, "hours\(place)", [RecordEntry(at: time(day), actor: manager, values: values)])
        }
    }

    private static let visits = [
        "Traced the sign-on from two desks; the trace is kept with the case.",
        "Looked at the fail-over together with the network people.",
        "Exchanged a cable and watched the sessions for an hour.",
        "Checked the release of every host; two were behind.",
    ]
    private static let sessions = [
        "Review of the environment", "Plan of the next update", "Rehearsal of the fail-over",
        "Walk through the open cases", "Capacity for the new site",
    ]
}
