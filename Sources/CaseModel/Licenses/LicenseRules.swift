// What the policy says of licences: which operations there are, what always holds, where questions go.

extension Policy {
    /// The section of an operation; nil where the policy has none.
    public func rule(of operation: CaseModel.LicenseOperation) -> Policy.LicenseOperation? {
        duties.licenseOperations.first { $0.code == operation.rawValue }
    }

    /// The rule of an operation with its source, as a refusal quotes it.
    func quote(_ operation: CaseModel.LicenseOperation) -> String {
        guard let section = rule(of: operation) else { return "" }
        let key = section.rule == nil ? "name" : "rule"
        return "The policy: \(section.rule ?? section.name) \(credit(section.origin.tags(of: key)))."
    }

    /// What becomes of a licence by an act: the values that change, all of them or none.
    ///
    /// - Throws: a refusal where the policy has no such operation, or where the licence stands against it.
    public func values(
        of license: Record, after act: LicenseAct, at now: Timestamp
    ) throws(Refusal) -> [String: String?] {
        var balance = LicenseBalance(license)
        let done: LicenseAct
        do throws(LicenseProblem) {
            done = try balance.apply(act)
        } catch {
            guard rule(of: act.operation) != nil else { throw .noOperation(act.operation, self) }
            throw .license(license.id, act, error, quote(act.operation))
        }
        guard rule(of: done.operation) != nil else { throw .noOperation(done.operation, self) }
        var values: [String: String?] = [
            RecordKind.lastAct: done.text, RecordKind.allocations: balance.allocations.text,
            "files": balance.files.text,
        ]
        if done.operation == .download, license["downloaded"] == nil { values["downloaded"] = now.description }
        return values
    }
}

extension Refusal {
    static func noOperation(_ operation: LicenseOperation, _ policy: Policy) -> Refusal {
        let known = policy.duties.licenseOperations.map(\.code)
        return Refusal(
            rule: "license-operation",
            message: "The policy “\(policy.edition.name)” has no operation \(operation.rawValue) on licences.",
            remedy: known.isEmpty
                ? "Add it to the policy: [license-operation \"\(operation.rawValue)\"]."
                : "It has \(known.joined(separator: ", ")).")
    }

    static func license(
        _ id: RecordID, _ act: LicenseAct, _ problem: LicenseProblem, _ quote: String
    ) -> Refusal {
        let (message, remedy) = problem.words(id)
        return Refusal(
            rule: "license-\(act.operation.rawValue)", message: quote.isEmpty ? message : "\(message) \(quote)",
            remedy: remedy, about: problem.option(in: act))
    }

    static func fewerThanAllocated(_ balance: LicenseBalance, _ id: RecordID, _ quote: String) -> Refusal {
        Refusal(
            rule: "license-quantity",
            message: "\(balance.allocated) of \(id) are allocated, so it cannot have \(balance.purchased). \(quote)",
            remedy: "Take some back first (license return \(id) --quantity N --binding HOST --reason TEXT).",
            about: "quantity")
    }

    static func needsReason(_ operation: LicenseOperation, _ quote: String) -> Refusal {
        Refusal(
            rule: "license-\(operation.rawValue)-reason",
            message: "\(operation == .advice ? "Advice" : "A return") is recorded with words. \(quote)",
            remedy: operation == .advice ? "Say what was advised (-m TEXT)." : "Say why (--reason TEXT).")
    }

    static func actAlone(_ act: String, _ field: String) -> Refusal {
        Refusal(
            rule: "license-act-alone", message: "A licence's \(field.prefix(80)) is not changed together with \(act).",
            remedy: "Do it by itself (license set).")
    }

    static func byActOnly(_ field: RecordField, _ kind: RecordKind) -> Refusal {
        Refusal(
            rule: "record-by-act",
            message: "The \(field.name) of a \(kind.code) changes by what is done with it alone.",
            remedy: "See: caseload \(kind.code) --help.")
    }
}

extension LicenseProblem {
    /// The option of the act that it is about.
    fileprivate func option(in act: LicenseAct) -> String? {
        let host = act.operation == .reallocate ? "from" : "binding"
        return switch self {
        case .noQuantity, .tooMany, .onlyWhole: "quantity"
        case .noBinding: act.binding == nil ? host : "to"
        case .noName(let name): name == act.target ? "to" : host
        case .sameHost: "to"
        case .nothingThere, .severalHosts: host
        case .noneAllocated, .tooManyHosts: nil
        }
    }

    /// What stands against an act, and what to do.
    fileprivate func words(_ id: RecordID) -> (message: String, remedy: String) {
        switch self {
        case .noQuantity: ("It is not said how many.", "Say a number of at least 1 (--quantity N).")
        case .noBinding: ("No host is named.", "Name it, by its name as it is written there or by its address.")
        case .noName(let text):
            (
                "\(text.prefix(80)) is no host name and no address.",
                "Use letters, digits, dots, colons, hyphens and underscores, at most 253."
            )
        case .tooMany(let wanted, let left, let host):
            (
                host.map { "\($0) has \(left) of \(id); \(wanted) were asked for." }
                    ?? "\(left) of \(id) \(left == 1 ? "is" : "are") free; \(wanted) were asked for.",
                host == nil ? "Take fewer, or take some back first." : "Name at most \(left)."
            )
        case .onlyWhole(let all):
            ("\(id) is allocated whole or not at all.", "Name all \(all) of them, or change that (whole=no).")
        case .sameHost(let host): ("\(host) has them already.", "Name another host to move them to.")
        case .nothingThere(let host, let others):
            (
                "\(host) has nothing of \(id).",
                others.isEmpty
                    ? "Nothing of it is allocated." : "These have: \(others.prefix(20).joined(separator: ", "))."
            )
        case .noneAllocated: ("Nothing of \(id) is allocated, so that there is no file.", "Allocate some first.")
        case .severalHosts(let hosts):
            (
                "Several hosts have some of \(id), each with a file of its own.",
                "Name one (--binding HOST): \(hosts.prefix(20).joined(separator: ", "))."
            )
        case .tooManyHosts: ("\(id) has \(Amounts.names) hosts, the most there are.", "Split it into two licences.")
        }
    }
}
