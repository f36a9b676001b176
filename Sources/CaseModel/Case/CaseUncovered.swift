// Which cases are known to be covered by nothing, by what they keep of it.

extension Case {
    /// Whether it is known that nothing covers it.
    ///
    /// A plan was found and nothing that entitles to it, or its cover was looked at and did not hold (domain 1.1); false
    /// where nobody looked yet.
    public var isUncovered: Bool { entitlement == nil && (plan != nil || flags.contains(Step.uncovered)) }
}

extension Condition {
    /// The same as ``Case/isUncovered``, to be asked of a store.
    static let uncovered = Condition.all([
        .term(.value(.entitlement, [.none])),
        .any([
            .term(.value(.plan, [.any])), .term(.value(.flags, [.value(.whole(Needle(Step.uncovered)))])),
        ]),
    ])
}
