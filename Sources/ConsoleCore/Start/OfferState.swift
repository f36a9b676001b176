import CaseModel
import TerminalUI

/// The first start: there is no store, and three ways to get one.
struct OfferState: Equatable, Sendable {
    /// Where the store would be.
    var path: String
    /// The line under the cursor.
    var cursor = 0
    /// Whether a store is being made.
    var isWorking = false

    /// The three ways.
    enum Way: Int, CaseIterable {
        /// Made-up data.
        case demo
        /// Another system's data.
        case importing
        /// Nothing yet.
        case empty
    }
}

extension ConsoleState {
    /// A key on the first screen.
    mutating func pressOffer(_ key: Key) -> [Effect] {
        guard case .missing(var offer) = phase else { return [] }
        defer { if case .missing = phase { phase = .missing(offer) } }
        guard !offer.isWorking else { return [] }
        let last = OfferState.Way.allCases.count - 1
        switch key {
        case .character("j"), .down: offer.cursor = min(last, offer.cursor + 1)
        case .character("k"), .up: offer.cursor = max(0, offer.cursor - 1)
        case .character("d"): return take(.demo, &offer)
        case .character("i"): return take(.importing, &offer)
        case .character("e"): return take(.empty, &offer)
        case .enter: return take(OfferState.Way(rawValue: offer.cursor) ?? .demo, &offer)
        default: return pressClosed(key)
        }
        return []
    }

    private mutating func take(_ way: OfferState.Way, _ offer: inout OfferState) -> [Effect] {
        offer.cursor = way.rawValue
        switch way {
        case .demo:
            offer.isWorking = true
            return [.makeDemo]
        case .empty:
            offer.isWorking = true
            return [.makeStore]
        case .importing:
            notice = Notice(
                "Leave with q, then: caseload import FILE --preset NAME or --map FILE. For a table that no preset "
                    + "knows, caseload import --guess FILE proposes a map.", .info)
            return []
        }
    }

    /// A key while there is no store on the screen: leaving, redrawing and sleeping work.
    mutating func pressClosed(_ key: Key) -> [Effect] {
        switch key {
        case .character("q"), .character("Q"), .escape, Keyboard.cancel: return [.quit]
        default: break
        }
        switch keyboard.feed(key, in: .queue)?.command {
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        default: return []
        }
    }
}
