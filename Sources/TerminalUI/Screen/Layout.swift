/// Where the zones of the screen stand; always in the same places.
public struct Layout: Equatable, Sendable {
    /// Where am I, who am I, what time is it.
    public let title: Area
    /// Queues or tabs.
    public let tabs: Area
    /// The rule below them.
    public let rule: Area
    /// The list, the page, the dialog.
    public let body: Area
    /// What just happened, or the prompt.
    public let notice: Area
    /// The keys for now.
    public let footer: Area

    /// The smallest screen that can be worked on.
    public static let smallest = Size(columns: 40, rows: 10)

    /// Whether a screen is too small to be worked on.
    public static func isTooSmall(_ size: Size) -> Bool {
        size.columns < smallest.columns || size.rows < smallest.rows
    }

    /// The zones of a screen; on a tiny one those at the end are empty.
    public init(_ size: Size) {
        var rest = Area(x: 0, y: 0, width: size.columns, height: size.rows)
        (title, rest) = rest.splitTop(1)
        (tabs, rest) = rest.splitTop(1)
        (rule, rest) = rest.splitTop(1)
        (rest, footer) = rest.splitBottom(1)
        (body, notice) = rest.splitBottom(1)
    }
}
