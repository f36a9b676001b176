extension Command {
    /// Whether it means the rows on the screen, so that it waits for those that are still to come.
    var meansRow: Bool {
        switch self {
        case .down, .up, .first, .last, .halfDown, .halfUp, .pageDown, .pageUp, .mark, .range, .invert, .open, .nextHit,
            .previousHit, .again, .why, .copy, .add:
            true
        default: changesCases
        }
    }

    /// Whether it means a row of a workplace.
    var meansDeskRow: Bool {
        switch self {
        case .acts, .edit, .casesOf, .customer, .reveal: true
        default: false
        }
    }
}
