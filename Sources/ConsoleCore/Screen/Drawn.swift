import CaseModel
import TerminalUI

/// A row of the screen that is drawn once and then copied for as long as it tells the same.
///
/// What it tells is a value of its own and the only thing that is drawn from, so nothing can change unseen.
protocol RowFacts: Equatable, Sendable {
    /// Draws the row over the whole of an empty picture that is one row high.
    func draw(on surface: inout Surface, in area: Area)
}

/// What a row told when it was drawn last, and its picture.
struct Drawn<Facts: RowFacts>: Equatable, Sendable {
    private var facts: Facts?
    private var picture = Surface(Size(columns: 0, rows: 0))

    /// Draws the row, unless it tells what it told before in as many columns.
    mutating func settle(_ new: Facts, columns: Int) {
        guard facts != new || picture.size.columns != columns else { return }
        facts = new
        picture = Surface(Size(columns: columns, rows: 1))
        new.draw(on: &picture, in: picture.area)
    }

    /// Paints the picture as it is, for who knows that it tells what the row tells now.
    func paint(on surface: inout Surface, in area: Area) { surface.write(picture, in: area) }

    /// Paints a row: the picture where it tells this, and else what is drawn now.
    func paint(_ now: Facts, on surface: inout Surface, in area: Area) {
        if facts == now, picture.size.columns == area.width {
            surface.write(picture, in: area)
        } else {
            now.draw(on: &surface, in: area)
        }
    }
}

/// The rows around the body as they are painted; a key mostly changes none of them.
struct DrawnZones: Equatable, Sendable {
    /// The title line.
    var title = Drawn<TitleFacts>()
    /// The tab line.
    var tabs = Drawn<TabFacts>()
    /// The heads of the columns of the list.
    var heads = Drawn<HeadFacts>()
    /// The footer.
    var footer = Drawn<FooterFacts>()
    /// The screen of the list of cases without its rows.
    var frame: ListFrame?
}

extension ConsoleState {
    /// Draws the rows around the body, those that tell something new.
    mutating func settleZones(_ layout: ScreenLayout) {
        guard listFrame == nil else { return }
        // Each is made before the state is changed: the state would be copied for one that is made meanwhile.
        let title = TitleFacts(self)
        let tabs = TabFacts(self)
        let heads = screen == .queue ? HeadFacts(self, layout) : nil
        let footer = FooterFacts(self)
        desk.look.zones.title.settle(title, columns: layout.title.width)
        desk.look.zones.tabs.settle(tabs, columns: layout.tabs.width)
        if let heads { desk.look.zones.heads.settle(heads, columns: layout.list.width) }
        if let footer { desk.look.zones.footer.settle(footer, columns: layout.footer.width) }
        queue.asked.isTold = true
        desk.look.zones.frame = ListFrame(self, layout)
    }
}

extension Timestamp {
    /// The beginning of its minute: what stands on the screen for a minute is worked out for one moment.
    var minute: Timestamp { Timestamp(seconds: seconds - seconds % 60) }
}
