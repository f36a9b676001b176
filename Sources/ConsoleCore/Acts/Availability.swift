import CaseModel

/// Who acts, and what that allows; follows from the session alone.
struct Standing: Equatable, Sendable {
    /// Who acts; nil for a login that nobody gave rights.
    var agent: Agent?
    /// Why nothing may be written at all.
    var refusal: Refusal?
    /// Whether a store is open.
    var isOpen: Bool

    init(_ state: borrowing ConsoleState) {
        agent = state.session?.agent
        refusal = state.session?.refusal
        isOpen = state.session != nil
    }

    /// Why this login may only read; nil when it may write.
    var readOnly: Refusal? {
        guard isOpen else { return nil }
        return refusal ?? (agent == nil ? Refusal.noAgent("of this console") : nil)
    }

    /// Why the person may not do an act; nil when the right is there.
    func refusal(of act: CaseModel.Act) -> Refusal? {
        if let readOnly { return readOnly }
        guard let agent else { return nil }
        do throws(Refusal) {
            try authorise(agent, act, .store)
            return nil
        } catch {
            return error
        }
    }

    /// Why a command cannot be done in an open store, as a whole sentence; nil when it can.
    func obstacle(to command: Command) -> String? {
        let footing = command.footing
        if footing.isOfShellAlone { return "\(command.name) is a command of the shell: caseload \(command.name)." }
        let needs = footing.needs
        for case .right(let act) in needs {
            if let refusal = refusal(of: act) { return refusal.description }
        }
        if needs.contains(.store), needs.count > 1 || command == .undo || command == .redo,
            command != .open, let refusal = readOnly
        {
            return refusal.description
        }
        return nil
    }
}

extension ConsoleState {
    /// Why a command cannot be done now, as a whole sentence; nil when it can.
    func obstacle(to command: Command) -> String? {
        let footing = command.footing
        // Most keys move about.
        if footing.needs.isEmpty, !footing.isOfShellAlone { return nil }
        if phase != .open, !footing.isOfShellAlone, footing.needs.contains(.store) {
            return "There is no store open yet."
        }
        return Standing(self).obstacle(to: command)
    }

    /// Why this login may only read; nil when it may write.
    var readOnly: Refusal? { Standing(self).readOnly }

    /// Why the person may not do an act; nil when the right is there.
    func refusal(of act: CaseModel.Act) -> Refusal? { Standing(self).refusal(of: act) }

    /// The cases an act means: the case on the page, else the marked ones, else the one under the cursor.
    var targets: Targets {
        if let page { return .these([.init(id: page.id, base: version(of: page.id))]) }
        if let top = workplaces.top {
            let marked = top.marked.compactMap { if case .item(let id) = $0 { id } else { nil } }
            if !marked.isEmpty { return .these(marked.map { .init(id: $0, base: version(of: $0)) }, marked: true) }
            guard case .item(let id)? = top.row?.subject else { return .these([]) }
            return .these([.init(id: id, base: version(of: id))])
        }
        let marks = queue.marked
        if !marks.isEmpty {
            // The rows at hand are few, however many are marked; of the others no version was seen.
            var versions: [CaseID: Int] = [:]
            for id in queue.shelf.rows.keys { versions[id] = version(of: id) }
            for id in desk.files.files.keys { versions[id] = version(of: id) }
            return .marks(marks, versions: versions)
        }
        return .these(queue.cursorID.map { [.init(id: $0, base: version(of: $0))] } ?? [])
    }

    /// The version of a case that the person knows; nil when it is not on the screen.
    ///
    /// What the person did since the row came is known to them, too, so that one act right after another is no conflict.
    func version(of id: CaseID) -> Int? {
        guard let shown = shownVersion(of: id) else { return nil }
        return max(shown, work.written[id] ?? 0)
    }

    private func shownVersion(of id: CaseID) -> Int? {
        if page == nil, let top = workplaces.top, let version = top.version(of: id) { return version }
        if let page, page.id == id, let file = page.file { return file.item.version }
        return queue.shelf[id]?.version ?? desk.files[id]?.item.version
    }

    /// Remembers what the person's act made of cases, unless somebody else's changes lie between.
    mutating func noteWritten(_ outcome: OperationOutcome) {
        if work.written.count > 1000 { work.written.removeAll() }
        for case .done(let id, let after, let events, _) in outcome.edits where version(of: id) == after - events.count
        {
            work.written[id] = after
        }
    }
}
