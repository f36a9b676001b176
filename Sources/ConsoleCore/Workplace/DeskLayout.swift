import TerminalUI

/// Where the list of a workplace and what stands beside it are drawn.
struct DeskLayout {
    /// The list with its column heads.
    let list: Area
    /// The lines about the row under the cursor, with their rule; empty when there is none.
    let detail: Area
    /// Whether they stand at the right of the list.
    let isAtRight: Bool

    init(_ state: borrowing ConsoleState, _ layout: ScreenLayout) {
        let body = layout.body
        let wish = state.queue.preview.wish
        let isBare = state.workplaces.top?.list?.isBare ?? false
        let wanted = !isBare && (wish == .on || (wish == .byWidth && body.width >= 80))
        // Their columns are more than the queue's: below that, names would be cut beside it.
        isAtRight = body.width >= DeskLayout.wide
        if wanted, isAtRight {
            (list, detail) = body.splitRight(ScreenLayout.besides(body.width))
        } else if wanted, body.height >= 12 {
            // Rows that a short list does not need are those of what is known of its row.
            let free = body.height - 1 - (state.workplaces.top?.list?.rows.count ?? body.height)
            (list, detail) = body.splitBottom(max(5, min(14, body.height * 2 / 5), free))
        } else {
            list = body
            detail = body.part(y: body.height, height: 0)
        }
    }

    /// From so many columns on the lines about the row stand at the right.
    static let wide = 150

    /// Whether anything stands beside the list.
    var hasDetail: Bool { !detail.isEmpty }
    /// The detail without its rule.
    var inside: Area { isAtRight ? detail.part(x: 1) : detail.part(y: 1) }
    /// How many rows are in sight.
    var rows: Int { max(1, list.height - 1) }
}
