import TerminalUI

/// Where things stand on the screen, as a pure function of size and state.
///
/// Five zones from top to bottom: title, tabs, body, notice, footer; single rules between them where there is room.
struct ScreenLayout: Equatable {
    /// Where we are, who we are, the clock.
    let title: Area
    /// Named queues, or the tabs of a case.
    let tabs: Area
    /// The rule below the tabs; empty on a low screen.
    let rule: Area
    /// Everything between.
    let body: Area
    /// What just happened, or a line being typed.
    let notice: Area
    /// The keys for now.
    let footer: Area
    /// The list with its column heads.
    let list: Area
    /// The preview with its rule; empty when there is none.
    let preview: Area
    /// Whether the preview stands at the right of the list.
    let previewAtRight: Bool
    /// Lines of a case's head, without rule.
    let pageHead: Int

    /// Below this nothing is drawn but a word about it.
    static let smallest = Size(columns: 40, rows: 10)

    init(_ state: borrowing ConsoleState) {
        let screen = Area(x: 0, y: 0, width: state.size.columns, height: state.size.rows)
        let isLow = screen.height < 16
        title = screen.row(0)
        tabs = screen.row(1)
        rule = isLow ? screen.part(y: 2, height: 0) : screen.row(2)
        notice = screen.row(screen.height - 2)
        footer = screen.row(screen.height - 1)
        let top = isLow ? 2 : 3
        body = screen.part(y: top, height: max(0, screen.height - 2 - top))
        pageHead = min(max(2, state.headLines), max(2, body.height / 2))
        let wish = state.queue.preview.wish
        let atRight = screen.width >= ScreenLayout.wide
        let fits = atRight || body.height >= 10
        // An empty queue has nothing to preview, so the words about it get the room.
        let hasRows = state.queue.hasRows
        let wanted = (wish == .on || (wish == .byWidth && screen.width >= 80)) && hasRows
        previewAtRight = atRight && wanted
        if wanted, fits, atRight {
            (list, preview) = body.splitRight(ScreenLayout.besides(screen.width))
        } else if wanted, fits {
            (list, preview) = body.splitBottom(max(5, min(13, body.height * 2 / 5)))
        } else {
            list = body
            preview = body.part(y: body.height, height: 0)
        }
    }

    /// From so many columns on, what is known of a row stands at the right of the list.
    static let wide = 140

    /// The columns of what stands there: the list has what its columns need, the rest is read in a width of at most 90.
    static func besides(_ width: Int) -> Int { min(92, max(56, width - 132)) }

    /// How many rows of cases are in sight.
    var rows: Int { max(1, list.height - 1) }

    /// The preview without its rule.
    var previewInside: Area { withoutEdge(preview) }

    /// The area of a preview without its rule.
    func withoutEdge(_ preview: Area) -> Area { previewAtRight ? preview.part(x: 1) : preview.part(y: 1) }

    /// Whether the preview is drawn.
    var hasPreview: Bool { !preview.isEmpty }

    /// How many lines of a case are in sight below its head.
    var pageBody: Int { max(0, body.height - pageHead - (rule.isEmpty ? 0 : 1)) }
}

extension ConsoleState {
    /// Lines of the head of the case on the screen.
    fileprivate var headLines: Int { page?.head.lines.count ?? 0 }
}
