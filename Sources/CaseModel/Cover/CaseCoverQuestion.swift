extension CaseFile {
    /// What is asked of the cover of its customer: on the day the case was opened, for what it is about and who called.
    public func coverQuestion(_ book: PolicyBook) -> CoverQuestion {
        CoverQuestion(
            day: book.day(of: item.openedAt, in: item.region), product: item.product, severity: item.severity,
            caller: contact.map { .contact($0) } ?? item.extra["caller"].map { .stranger($0) })
    }

    /// What covers the case, or why nothing does, and who may call.
    ///
    /// - Parameter facts: what is known of its customer.
    public func cover(_ facts: CoverFacts, _ book: PolicyBook) -> CoverAnswer {
        CaseModel.cover(coverQuestion(book), facts, book.coverTerms(for: item.type.code))
    }
}

extension Case {
    /// What covers it, or why nothing does, whoever called.
    ///
    /// - Parameter facts: what is known of its customer.
    public func cover(_ facts: CoverFacts, _ book: PolicyBook) -> CoverAnswer {
        let question = CoverQuestion(
            day: book.day(of: openedAt, in: region), product: product, severity: severity)
        return CaseModel.cover(question, facts, book.coverTerms(for: type.code))
    }
}
