/// How a customer stands with what it bought: most are covered, some are about not to be.
enum Standing: Equatable, Sendable {
    /// Covered for months to come.
    case covered
    /// Covered, and to be renewed in so many days.
    case ending(Int)
    /// The contract ended so many days ago.
    case lapsed(Int)
    /// More was bought than is covered.
    case uncovered
    /// The licences do not report as they should.
    case silent
    /// Nothing but licences was ever bought.
    case none

    /// How the customer of a number stands; the numbers of a centre have every standing among them.
    static func of(_ number: Int, _ dice: inout Dice) -> Standing {
        switch number % 25 {
        case 3: .ending(dice.number(12...27))
        case 7: .ending(dice.number(38...57))
        case 11: .ending(dice.number(68...86))
        case 15: .lapsed(dice.number(9...60))
        case 18: .uncovered
        case 22: number < 25 ? .none : .silent
        default: .covered
        }
    }

    /// Whether cases find cover.
    var isCovered: Bool {
        switch self {
        case .covered, .ending: true
        case .lapsed, .uncovered, .silent, .none: false
        }
    }
}
