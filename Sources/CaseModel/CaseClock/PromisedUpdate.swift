// When the customer was told to hear next. A person gives this word, no rule does: whichever of it and the clock of the
// next answer comes first is what is due, and the next answer keeps it.

extension Case {
    /// The name under which the promise is kept and set: `set CS-1000001 next-update=14:30`.
    public static let promise = "next-update"

    /// When the next update was promised for; nil where none is.
    public var promisedUpdate: Timestamp? { given[Case.promise].flatMap { Timestamp(iso: $0) } }
}

extension CaseState {
    /// The state with the promise of a person in its clock of the next answer; a case that is over owes none.
    var withPromise: CaseState {
        guard item.status.isOpen, let promise = item.promisedUpdate, item.followUp.phase != .stopped else {
            return self
        }
        if item.followUp.phase == .running, let due = item.followUp.due, due <= promise { return self }
        var state = self
        state.item.followUp = ClockFace(phase: .running, due: promise, lateFrom: promise + 1, target: "promised")
        return state
    }
}

extension Step {
    /// The next update promised, or the promise taken back.
    func promised(_ value: String?) throws(Refusal) -> Decision {
        if let value {
            guard let at = Timestamp(iso: value) else {
                throw Refusal.noTime("The next update", value, rule: "promise-time").about(Case.promise)
            }
            guard at > now else {
                throw Refusal.isOver("promise-over", "an update is not promised for", at, now).about(Case.promise)
            }
        }
        return item.decision(.changed, [.given(Case.promise): value])
    }
}
