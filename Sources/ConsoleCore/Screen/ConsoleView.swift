import CaseModel
public import TerminalUI

/// The picture of a console: follows from state and theme alone, and takes no longer for a million cases.
public func view(_ state: ConsoleState, theme: Theme) -> Surface {
    var pen = Pen(state, theme)
    let layout = ScreenLayout(state)
    if Layout.isTooSmall(state.size) {
        drawTooSmall(state, with: &pen)
        return pen.surface
    }
    drawTitle(state, layout, with: &pen)
    switch state.phase {
    case .open:
        drawTabs(state, layout, with: &pen)
        if let page = state.page {
            drawPage(page, state, layout, with: &pen)
        } else if let top = state.workplaces.top {
            drawWorkplace(top, state, layout, with: &pen)
        } else {
            drawQueue(state, layout, with: &pen)
        }
    case .opening:
        pen.message("Opening the store…", "", in: layout.body, role: .dim)
    case .missing(let offer): drawOffer(offer, layout, with: &pen)
    case .failed(let error):
        pen.message(Shown(error.description), "q leaves.", in: layout.body, role: .bad)
    }
    if !layout.rule.isEmpty { pen.rule(layout.rule) }
    drawNotice(state, layout, with: &pen)
    drawFooter(state, layout, with: &pen)
    for overlay in state.overlays { draw(overlay, state, layout, with: &pen) }
    return pen.surface
}

/// The words for a window in which nothing fits.
private func drawTooSmall(_ state: ConsoleState, with pen: inout Pen) {
    let area = pen.surface.area
    let size = state.size
    let small = Layout.smallest
    pen.surface.write("Too small", in: area, role: .title)
    pen.surface.write(Shown("\(size.columns)x\(size.rows), needs \(small.columns)x\(small.rows)"), in: area, y: 1)
    let key = state.keyboard.notations(for: .quit, in: state.keyContext).first
    if let key { pen.surface.write(Shown("\(key) leaves"), in: area, y: 2, role: .dim) }
}

private func drawTitle(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let title = state.desk.look.zones.title
    if state.zonesAreFresh, title.paintKept(on: &pen.surface, in: layout.title) { return }
    title.paint(TitleFacts(state), on: &pen.surface, in: layout.title)
}

private func drawTabs(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    let tabs = state.desk.look.zones.tabs
    if state.zonesAreFresh, tabs.paintKept(on: &pen.surface, in: layout.tabs) { return }
    tabs.paint(TabFacts(state), on: &pen.surface, in: layout.tabs)
}
