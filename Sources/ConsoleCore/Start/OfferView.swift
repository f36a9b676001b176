import TerminalUI

/// The first start: one sentence, three ways on.
func drawOffer(_ offer: OfferState, _ layout: ScreenLayout, with pen: inout Pen) {
    let area = layout.body.inset(columns: 2)
    var y = layout.body.height >= 12 ? 1 : 0
    pen.surface.write("Welcome. There is no case file yet.", in: area, y: y, role: .title)
    pen.write(Shown("It would stand at \(offer.path)", upTo: 300), in: area, y: y + 1, role: .dim)
    y += 3
    if offer.isWorking {
        pen.surface.write("Making it…", in: area, y: y, role: .dim)
        return
    }
    for way in OfferState.Way.allCases {
        let isCursor = way.rawValue == offer.cursor
        let row = area.row(y)
        if isCursor {
            pen.surface.fill(row, role: .cursorRow)
            pen.surface.write(pen.glyphs.shown(.gutter), in: row, role: .gutter)
        }
        pen.surface.write(Shown(way.key), in: row, x: 2, role: isCursor ? .cursorRow : .key)
        pen.surface.write(way.title, in: row, x: 5, role: isCursor ? .cursorRow : .text)
        pen.write(way.help, in: area, x: 5, y: y + 1, role: .dim)
        y += layout.body.height >= 12 ? 3 : 2
    }
}

extension OfferState.Way {
    /// The key that takes it.
    var key: Unicode.Scalar {
        switch self {
        case .demo: "d"
        case .importing: "i"
        case .empty: "e"
        }
    }

    /// What it is.
    var title: Shown {
        switch self {
        case .demo: "Look round in demonstration data"
        case .importing: "Import cases from another system"
        case .empty: "Begin with an empty case file"
        }
    }

    /// What it does.
    var help: Shown {
        switch self {
        case .demo: "About 1,200 made-up cases, to be thrown away later."
        case .importing: "In the shell: caseload import FILE with --preset, --map or --guess."
        case .empty: "You become its keeper and log cases with: caseload new."
        }
    }
}
