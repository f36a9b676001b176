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
    public typealias Collision = CaseModel.Collision<CaseField>

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
    let fields = collisions(decision.changes, with: since) { change in
        // An action item is no field of the case; the last event that touched it has its value.
        change.field.isItem ? change.new : current.value(of: change.field)
    }
    guard !fields.isEmpty else { return nil }
    return Conflict(caseID: current.id, base: base, current: current.version, fields: fields)
}

/// Two people changed the same fields of an agent, a customer or a contact: of these no field says who wrote it.
public struct PeopleConflict: Equatable, Sendable {
    /// What was to be changed, with its name.
    public var of: String
    /// The fields both changed.
    public var fields: [Field]

    /// One field that two people changed.
    public struct Field: Equatable, Sendable {
        /// The field.
        public var name: String
        /// The value of the refused change.
        public var mine: String?
        /// The value the field has now.
        public var theirs: String?

        /// A field with both values.
        public init(_ name: String, mine: String?, theirs: String?) {
            self.name = name
            self.mine = mine
            self.theirs = theirs
        }
    }

    /// A conflict with the fields it is about.
    public init(of: String, fields: [Field]) {
        self.of = of
        self.fields = fields
    }
}
