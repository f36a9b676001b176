import CaseModel

/// What a page shows besides its case, asked for when the case is there and whenever the store changed.
struct PageAside: Equatable, Sendable {
    /// The files that are attached and still there.
    var files = Asked<[RecordFile]>()
    /// The cases that have to do with it.
    var related = Asked<RelatedCases>()
    /// The contact whose mail and telephone are shown whole.
    var revealed: ContactID?

    /// Whether mail and telephone of a contact are shown whole.
    func isRevealed(_ contact: Contact?) -> Bool { contact != nil && contact?.id == revealed }

    /// What could not be read is asked for again.
    mutating func askAgain() {
        if files.problem != nil { files.revision = nil }
        if related.problem != nil { related.revision = nil }
    }

    /// Something that was asked of the store.
    struct Asked<Value: Equatable & Sendable>: Equatable, Sendable {
        /// What came; stays until something newer comes.
        var value: Value?
        /// The question under way.
        var ticket = Ticket.none
        /// Why it cannot be told.
        var problem: StoreError?
        /// The revision of the store when it was asked for.
        var revision: Int64?
        /// How many times something came, for what is laid out with it.
        var version = 0

        /// Takes an answer in; one to an older question is dropped.
        mutating func hear(_ result: Result<Value, StoreError>, _ ticket: Ticket) {
            guard ticket == self.ticket else { return }
            self.ticket = .none
            version += 1
            switch result {
            case .success(let value):
                self.value = value
                problem = nil
            case .failure(let error): problem = error
            }
        }
    }
}

extension ConsoleState {
    /// Asks for what the page shows besides its case: files always, for they are counted; related cases when looked at.
    mutating func askPageAside() -> [Effect] {
        guard let page, let file = page.file, phase == .open else { return [] }
        var effects: [Effect] = []
        if page.aside.files.revision != desk.revision {
            let ticket = ask()
            self.page?.aside.files.ticket = ticket
            self.page?.aside.files.revision = desk.revision
            effects.append(.loadAttachments(page.id, ticket))
        }
        if page.tab == .related, page.aside.related.revision != desk.revision, let session {
            let ticket = ask()
            self.page?.aside.related.ticket = ticket
            self.page?.aside.related.revision = desk.revision
            let context = QueryContext(
                now: now, zone: session.zone, me: session.agent?.id, words: desk.directory.words)
            effects.append(.loadRelated(file.item, named: file.account?.name, context, ticket))
        }
        return effects
    }

    /// The store could not tell what a page shows besides; whether the question was one of those.
    mutating func hearAsideFailure(_ error: StoreError, _ ticket: Ticket) -> Bool {
        guard let aside = page?.aside, ticket != .none, ticket == aside.files.ticket || ticket == aside.related.ticket
        else { return false }
        page?.aside.files.hear(.failure(error), ticket)
        page?.aside.related.hear(.failure(error), ticket)
        return true
    }
}
