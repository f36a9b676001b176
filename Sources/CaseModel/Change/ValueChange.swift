/// One field before and after.
public struct ValueChange<Field: Hashable & Sendable>: Equatable, Sendable {
    /// The field.
    public var field: Field
    /// The value before, as events keep it; nil for none.
    public var old: String?
    /// The value after; nil for none.
    public var new: String?

    /// A change of one field.
    public init(_ field: Field, _ old: String?, _ new: String?) {
        self.field = field
        self.old = old
        self.new = new
    }

    /// The same change the other way round.
    public var reversed: ValueChange { ValueChange(field, new, old) }
}

/// One field that two people changed.
public struct Collision<Field: Hashable & Sendable>: Equatable, Sendable {
    /// The field.
    public var field: Field
    /// The value of the refused change.
    public var mine: String?
    /// The value the field has now.
    public var theirs: String?
    /// Who wrote that.
    public var by: String
    /// When.
    public var at: Timestamp

    /// A field with both values.
    public init(field: Field, mine: String?, theirs: String?, by: String, at: Timestamp) {
        self.field = field
        self.mine = mine
        self.theirs = theirs
        self.by = by
        self.at = at
    }
}

/// An event as far as versions are compared by it.
protocol ChangingEvent<Field> {
    associatedtype Field: Hashable & Sendable
    var at: Timestamp { get }
    var actor: EventActor { get }
    var changes: [ValueChange<Field>] { get }
}

extension CaseEvent: ChangingEvent {}

/// The fields that a change writes and others wrote otherwise since the version it started from.
///
/// - Parameter since: the events after that version, oldest first.
/// - Parameter current: the value that the field of another's change has now.
func collisions<Event: ChangingEvent>(
    _ mine: [ValueChange<Event.Field>], with since: [Event], current: (ValueChange<Event.Field>) -> String?
) -> [Collision<Event.Field>] {
    mine.compactMap { mine in
        let touching = since.last { event in event.changes.contains { $0.field == mine.field } }
        guard let touching, let change = touching.changes.last(where: { $0.field == mine.field }) else { return nil }
        let theirs = current(change)
        guard theirs != mine.new else { return nil }
        return Collision(field: mine.field, mine: mine.new, theirs: theirs, by: touching.actor.name, at: touching.at)
    }
}
