import HostileText
import SeededRandom
import TerminalUI
import Testing

@Suite("Surface") struct SurfaceTests {
    @Test func writesAndShowsPictures() {
        var surface = Surface(Size(columns: 10, rows: 2))
        surface.write("漢a", in: surface.area, x: 1, role: .title)
        surface.write("ok", in: surface.area.row(1), role: .ok, emphasis: .bold)
        #expect(surface.picture() == " 漢a\nok")
        #expect(surface.picture(showing: .roles) == " ttt\noo")
        #expect(surface[1, 0].width == 2)
        #expect(surface[2, 0].isContinuation)
        #expect(surface[0, 1].emphasis == .bold)
    }

    @Test func halfOfAWideGlyphIsABlank() {
        var surface = Surface(Size(columns: 6, rows: 1))
        surface.write("a漢", in: surface.area.part(width: 2))
        #expect(surface.picture() == "a")
        surface.write("漢字", in: surface.area, x: 1)
        surface.write("x", in: surface.area, x: 2)
        #expect(surface.picture() == "a x字")
        surface.write("漢b", in: surface.area, x: -1)
        #expect(surface.picture() == " bx字")
    }

    @Test func marksStayWithTheirGlyphs() {
        var surface = Surface(Size(columns: 4, rows: 1))
        surface.write("e\u{301}x", in: surface.area)
        var other = Surface(Size(columns: 4, rows: 1))
        other.write("o\u{308}e\u{301}", in: other.area)
        other.write("e\u{301}x", in: other.area)
        #expect(surface == other, "how marks are stored is no difference")
        var third = Surface(Size(columns: 4, rows: 1))
        third.write("e\u{300}x", in: third.area)
        #expect(surface != third)
        #expect(surface.row(0, looksLike: other, row: 0))
        #expect(!surface.row(0, looksLike: third, row: 0))
    }

    @Test func hiddenCharactersHaveTheirOwnRole() {
        var surface = Surface(Size(columns: 4, rows: 1))
        surface.write(Shown("a\u{1b}b"), in: surface.area)
        #expect(surface.picture(showing: .roles) == ".?.")
    }

    @Test func nothingIsDrawnOutsideItsArea() {
        var random = SplitMix64(seed: 21)
        let texts = HostileText.all.map { Shown($0) }
        for round in 0..<3000 {
            func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
            var surface = Surface(Size(columns: pick(0...12), rows: pick(0...5)))
            let whole = Area(x: pick(-5...12), y: pick(-3...6), width: pick(-2...14), height: pick(-2...6))
            let area = whole.part(x: pick(-3...8), y: pick(-3...4), width: pick(-1...9), height: pick(-1...5))
            #expect(area.x >= whole.x && area.x + area.width <= whole.x + whole.width)
            #expect(area.y >= whole.y && area.y + area.height <= whole.y + whole.height)
            let before = surface
            switch pick(0...5) {
            case 0: surface.fill(area, with: "#")
            case 4: surface.write(pick(-99_999...9_999_999), before: pick(-3...16), in: area, role: .dim)
            case 5:
                var picture = Surface(Size(columns: pick(0...3) > 0 ? area.width : pick(0...9), rows: pick(0...5)))
                picture.write(texts[pick(0...(texts.count - 1))], in: picture.area)
                surface.write(picture, in: area)
            case 1: surface.restyle(area, role: .bad)
            case 2: surface.placeCursor(in: area, x: pick(-3...9), y: pick(-3...5))
            default: surface.write(texts[pick(0...(texts.count - 1))], in: area, x: pick(-8...9), y: pick(-3...5))
            }
            for y in 0..<surface.size.rows {
                for x in 0..<surface.size.columns {
                    let isInside = x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height
                    if !isInside { #expect(surface[x, y] == before[x, y], "seed 21, round \(round)") }
                    if surface[x, y].width == 2 { #expect(surface[x + 1, y].isContinuation, "seed 21, round \(round)") }
                    if surface[x, y].isContinuation { #expect(surface[x - 1, y].width == 2, "seed 21, round \(round)") }
                }
            }
        }
    }

    @Test func overdrawingKeepsWideGlyphsWhole() {
        var random = SplitMix64(seed: 22)
        for round in 0..<300 {
            var surface = Surface(Size(columns: 9, rows: 1))
            for _ in 0..<20 {
                let text: Shown = Bool.random(using: &random) ? "漢字" : "ab"
                let x = Int.random(in: -2...9, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0:
                    var picture = Surface(Size(columns: 3, rows: 1))
                    picture.write(text, in: picture.area, x: x / 4)
                    surface.write(picture, in: Area(x: x, y: 0, width: 3, height: 1))
                case 1: surface.write(12, before: x, in: surface.area, role: .dim)
                default: surface.write(text, in: surface.area, x: x)
                }
            }
            for x in 0..<9 {
                let isWide = surface[x, 0].width == 2
                #expect(isWide == surface[x + 1, 0].isContinuation || x == 8 && !isWide, "seed 22, round \(round)")
            }
        }
    }

    @Test(arguments: [
        (0, "       0"), (999, "     999"), (1_000, "   1,000"), (-12_345, " -12,345"), (1_195_000, "1,195,00"),
    ])
    func numbersEndBeforeAColumn(number: Int, picture: String) {
        var surface = Surface(Size(columns: 8, rows: 1))
        surface.write(number, before: number > 1_000_000 ? 9 : 8, in: surface.area, role: .dim)
        #expect(surface.picture() == picture)
        surface.write(number, before: 8, in: surface.area.row(1), role: .dim)
        #expect(surface.picture() == picture, "outside of the area")
    }

    @Test func picturesAreCopiedWithTheirMarks() {
        var picture = Surface(Size(columns: 4, rows: 2))
        picture.write("e\u{301}漢", in: picture.area, role: .title)
        picture.write("o\u{308}", in: picture.area, y: 1)
        var surface = Surface(Size(columns: 6, rows: 4))
        surface.write("o\u{308}", in: surface.area)
        surface.write(picture, in: Area(x: 1, y: 1, width: 4, height: 3))
        #expect(surface.picture() == "o\u{308}\n e\u{301}漢\n o\u{308}\n")
        #expect(surface.picture(showing: .roles) == ".\n ttt\n .\n")
        // A picture as wide as the surface gives its rows, and they say so.
        var whole = Surface(Size(columns: 6, rows: 4))
        whole.write(surface, in: whole.area)
        #expect(whole == surface)
        var plain = Surface(Size(columns: 6, rows: 4))
        plain.write("漢字", in: plain.area)
        var copy = Surface(Size(columns: 6, rows: 4))
        copy.write(plain, in: copy.area)
        #expect((0..<4).allSatisfy { !copy.isDrawnAnew($0, since: plain) }, "its rows are the same arrays")
        let before = whole
        whole.fill(whole.area.row(2), with: "#")
        #expect((0..<4).filter { whole.isDrawnAnew($0, since: before) } == [2])
        // One of another width is not for this place.
        whole.write(picture, in: whole.area)
        #expect(whole.picture().contains("######"))
    }

    @Test func areasSplit() {
        let area = Area(x: 2, y: 3, width: 10, height: 6)
        #expect(area.splitTop(2).rest == Area(x: 2, y: 5, width: 10, height: 4))
        #expect(area.splitBottom(99).bottom == area)
        #expect(area.splitRight(3).right == Area(x: 9, y: 3, width: 3, height: 6))
        #expect(area.splitLeft(3).rest == Area(x: 5, y: 3, width: 7, height: 6))
        #expect(area.centred(width: 4, height: 2) == Area(x: 5, y: 5, width: 4, height: 2))
        #expect(area.inset(columns: 1, rows: 1) == Area(x: 3, y: 4, width: 8, height: 4))
        #expect(area.row(6).isEmpty)
        #expect(area.part(x: -2, width: 4) == Area(x: 2, y: 3, width: 2, height: 6))
    }

    @Test func layoutHasItsZones() {
        let layout = Layout(Size(columns: 80, rows: 24))
        #expect(
            [layout.title, layout.tabs, layout.rule, layout.body, layout.notice, layout.footer].map(\.y) == [
                0, 1, 2, 3, 22, 23,
            ])
        #expect(layout.body.height == 19)
        #expect(Layout.isTooSmall(Size(columns: 39, rows: 10)))
        #expect(!Layout.isTooSmall(Size(columns: 40, rows: 10)))
        for rows in 0..<8 { #expect(Layout(Size(columns: 3, rows: rows)).footer.y <= max(0, rows)) }
    }
}
