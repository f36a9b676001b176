/// Two people changed the same field: what each of them wrote.
public struct Conflict: Equatable, Sendable {
    /// The case.
    public var caseID: CaseID
    /// The version the refused change started from.
    public var base: Int
    /// The version the case has now.
    public var current: Int
    /// The fields both changed.
    public var fields: [Collision]

    /// One field that two people changed.
    public struct Collision: Equatable, Sendable {
        /// The field.
        public var field: CaseField
        /// The value of the refused change.
        public var mine: String?
        /// The value the field has now.
        public var theirs: String?
        /// Who wrote that.
        public var by: String
        /// When.
        public var at: Timestamp

        /// A field with both values.
        public init(field: CaseField, mine: String?, theirs: String?, by: String, at: Timestamp) {
            self.field = field
            self.mine = mine
            self.theirs = theirs
            self.by = by
            self.at = at
        }
    }

    /// A conflict with the fields it is about.
    public init(caseID: CaseID, base: Int, current: Int, fields: [Collision]) {
        self.caseID = caseID
        self.base = base
        self.current = current
        self.fields = fields
    }
}

/// Compares a decision with what others did since the version it started from.
///
/// - Parameter since: the events after `base`, oldest first.
/// - Returns: nil when the fields are different ones, or the same value was written, so that both changes hold.
public func conflict(
    _ decision: Decision, with since: [CaseEvent], base: Int, current: Case, by agent: AgentID?
) -> Conflict? {
    let fields = decision.changes.compactMap { mine -> Conflict.Collision? in
        let touching = since.last { event in event.changes.contains { $0.field == mine.field } }
        guard let touching, let change = touching.changes.last(where: { $0.field == mine.field }) else { return nil }
        // An action item is no field of the case; the last event that touched it has its value.
        let theirs = mine.field.isItem ? change.new : current.value(of: mine.field)
        guard theirs != mine.new else { return nil }
        return Conflict.Collision(
            field: mine.field, mine: mine.new, theirs: theirs, by: touching.actor.name, at: touching.at)
    }
    guard !fields.isEmpty else { return nil }
    return Conflict(caseID: current.id, base: base, current: current.version, fields: fields)
}
