import CaseModel
import TerminalUI

/// The screen of the list of cases without its rows: title, tabs, rule, heads and footer.
///
/// A key that moves the cursor changes none of them, so that neither drawing nor painting asks what each row tells.
struct ListFrame: Equatable, Sendable {
    /// The picture; nothing stands where the list and the notice are.
    let picture: Surface
    fileprivate let stamp: Stamp

    /// What the rows around the list can tell anything of.
    fileprivate struct Stamp: Equatable, Sendable {
        private let size: Size
        private let minute: Int64
        private let alerts: Int
        private let glyphs: GlyphSet
        /// Whether the case under the cursor is put off, of which the footer tells.
        private let isAsleep: Bool

        /// Nil where the rows tell of more, or of something that was touched since they were drawn.
        init?(_ state: borrowing ConsoleState) {
            guard state.queue.asked.isTold, state.screen == .queue, state.phase == .open, state.overlays.isEmpty,
                !Layout.isTooSmall(state.size)
            else { return nil }
            size = state.size
            minute = state.now.seconds / 60
            alerts = state.desk.alerts.calling
            glyphs = state.desk.glyphs
            isAsleep = state.meansSleeper
        }
    }

    /// The rows as they were just drawn; nil where another screen or something over it is seen.
    init?(_ state: borrowing ConsoleState, _ layout: ScreenLayout) {
        guard let stamp = Stamp(state) else { return nil }
        let zones = state.desk.look.zones
        var picture = Surface(state.size)
        zones.title.paint(on: &picture, in: layout.title)
        zones.tabs.paint(on: &picture, in: layout.tabs)
        if !layout.rule.isEmpty { picture.fill(layout.rule, with: state.desk.glyphs[.rule], role: .border) }
        zones.heads.paint(on: &picture, in: layout.list.row(0))
        zones.footer.paint(on: &picture, in: layout.footer)
        self.stamp = stamp
        self.picture = picture
    }
}

extension ConsoleState {
    /// The screen without the rows of the list, where it is what would be drawn now.
    var listFrame: Surface? { freshFrame() }

    private borrowing func freshFrame() -> Surface? {
        guard let frame = desk.look.zones.frame, frame.stamp == ListFrame.Stamp(self) else { return nil }
        return frame.picture
    }
}
