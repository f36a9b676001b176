@testable import ConsoleCore

/// The form on the screen; a test that needs one fails with the picture where there is none.
func form(_ seat: Seat) throws -> Form {
    guard case .form(let form)? = seat.state.overlays.last else {
        throw CallProblem("There is no form: \(seat.picture())")
    }
    return form
}

/// The marked rows of the workplace on the screen, as they are called.
func marked(_ seat: Seat) -> [String] { seat.state.workplaces.top?.marked.map(\.words) ?? [] }
