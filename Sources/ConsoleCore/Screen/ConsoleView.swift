import CaseModel
public import TerminalUI

/// The picture of a console: follows from state and theme alone, and takes no longer for a million cases.
public func view(_ state: ConsoleState, theme: Theme) -> Surface {
    var picture = draw(state, theme)
    // Sentences have signs of their own, and whoever chose plain signs cannot see them or does not want them.
    if theme.glyphs == .ascii { picture.makePlain() }
    return picture
}

private func draw(_ state: ConsoleState, _ theme: Theme) -> Surface {
    let layout = ScreenLayout(state)
    // A key that moves the cursor leaves everything around the list as it is.
    if theme.glyphs == state.desk.glyphs, let frame = state.listFrame {
        var pen = Pen(state, theme, over: frame)
        drawList(state, layout, with: &pen)
        drawNotice(state, layout, with: &pen)
        return pen.surface
    }
    var pen = Pen(state, theme, over: Surface(state.size))
    if Layout.isTooSmall(state.size) {
        drawTooSmall(state, with: &pen)
        return pen.surface
    }
    state.desk.look.zones.title.paint(TitleFacts(state), on: &pen.surface, in: layout.title)
    switch state.phase {
    case .open:
        state.desk.look.zones.tabs.paint(TabFacts(state), on: &pen.surface, in: layout.tabs)
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
