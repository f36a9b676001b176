public import CaseModel

// The console's words for what happened, for the shell to say the same.

extension EventAction {
    /// What was done, as the timeline says it behind a name: `took it`.
    public var timelineWords: String { words }
}

extension CaseField {
    /// The field's name, as the console says it: `first response`.
    public var label: String { words }
}
