import TerminalUI
import Testing

@Suite("Widgets") struct WidgetTests {
    private let columns = [
        TableColumn("due", "Due", minimum: 8, ideal: 10), TableColumn("id", "Case", minimum: 10),
        TableColumn("subject", "Subject", minimum: 12, grows: true),
        TableColumn("owner", "Owner", minimum: 5, leaves: 2),
        TableColumn("age", "Age", minimum: 3, .right, leaves: 1),
    ]

    @Test func columnsLeaveInTheirOrder() {
        func kept(_ width: Int) -> [String] { Table(columns, width: width).slots.map(\.column.id) }
        #expect(kept(49) == ["due", "id", "subject", "owner", "age"])
        #expect(kept(48) == ["due", "id", "subject", "owner"])
        #expect(kept(43) == ["due", "id", "subject"])
        #expect(kept(10) == ["due", "id", "subject"])
        #expect(kept(0) == ["due", "id", "subject"])
    }

    @Test func roomGoesToIdealThenToTheGrowing() {
        for width in 49...200 {
            let table = Table(columns, width: width)
            #expect(table.slots[0].width == min(10, 8 + width - 49))
            #expect(table.slots.last.map { $0.x + $0.width } == width, "the row is filled")
        }
    }

    @Test func drawsRows() {
        var surface = Surface(Size(columns: 51, rows: 3))
        let table = Table(columns, width: 51)
        table.drawHeader(on: &surface, in: surface.area.row(0), glyphs: .unicode, sortedBy: "due")
        for (y, isCursor) in [(1, true), (2, false)] {
            table.drawRow(
                on: &surface, in: surface.area.row(y), glyphs: .unicode, isCursor: isCursor, isMarked: !isCursor
            ) {
                $0.column.id == "age" ? TableCell("3m", .dim) : TableCell("text that is long", .severity1)
            }
        }
        #expect(
            surface.picture() == """
                   Due ↑       Case        Subject       Owner  Age
                ▌  text that…  text that…  text that i…  text…   3m
                 ● text that…  text that…  text that i…  text…   3m
                """)
        let roles = surface.picture(showing: .roles).split(separator: "\n")
        #expect(roles[1] == "g" + String(repeating: "C", count: 50))
        #expect(roles[2].hasPrefix(" m 1111"))
        #expect(roles[2].hasSuffix("dd"))
    }

    @Test(arguments: [(26, "Maintenance Gold Plus"), (14, "…Gold Plus"), (8, "G+"), (1, "…")])
    func aCellWithoutRoomSaysWhatIsShorter(width: Int, seen: String) {
        var cell = TableCell("Maintenance Gold Plus")
        cell.shorter = ["…Gold Plus", "G+"]
        var surface = Surface(Size(columns: width, rows: 1))
        cell.draw(on: &surface, in: surface.area, .left, .unicode, role: nil)
        #expect(surface.picture().hasPrefix(seen), "\(surface.picture())")
    }

    @Test func asciiTablesAreASCII() {
        var surface = Surface(Size(columns: 40, rows: 2))
        let table = Table(columns, width: 40)
        table.drawHeader(on: &surface, in: surface.area.row(0), glyphs: .ascii, sortedBy: "id", descending: true)
        table.drawRow(on: &surface, in: surface.area.row(1), glyphs: .ascii, isCursor: true, isMarked: true) { _ in
            TableCell("something long enough")
        }
        let isASCII = surface.picture().unicodeScalars.allSatisfy { $0.isASCII }
        #expect(isASCII)
    }

    @Test func everySignHasAStandInOfOneCell() {
        for sign in Ornament.allCases {
            #expect(Shown(GlyphSet.unicode[sign]).width == 1, "\(sign)")
            #expect(GlyphSet.ascii[sign].isASCII, "\(sign)")
            #expect(GlyphSet.standIn(for: GlyphSet.unicode[sign]) != nil, "\(sign)")
            #expect(!Shown(GlyphSet.unicode[sign]).hasHidden, "\(sign)")
        }
        for mark in "…·•–—“”‘’".unicodeScalars {
            #expect(GlyphSet.standIn(for: mark)?.isASCII == true, "\(mark)")
        }
        #expect(GlyphSet.standIn(for: "é") == nil)
        #expect(GlyphSet.unicode.timeBar(used: 0.5, width: 4).text == "▰▰▱▱")
        #expect(GlyphSet.unicode.timeBar(used: 7, width: 4).text == "▰▰▰▰")
        #expect(GlyphSet.unicode.timeBar(used: -1, width: 2).text == "▱▱")
    }

    @Test func frameIsCentredAndClipped() {
        var surface = Surface(Size(columns: 20, rows: 6))
        let inside = Frame("Title", content: Size(columns: 10, rows: 2), footer: "esc")
            .draw(on: &surface, in: surface.area, glyphs: .unicode)
        #expect(inside == Area(x: 5, y: 2, width: 10, height: 2))
        #expect(
            surface.picture() == """

                   ┌─ Title ────┐
                   │            │
                   │            │
                   └─ esc ──────┘

                """)
        for width in 0...8 {
            var tiny = Surface(Size(columns: width, rows: 3))
            let area = Frame("Title", content: Size(columns: 30, rows: 9)).draw(
                on: &tiny, in: tiny.area, glyphs: .ascii)
            #expect(area.width <= width)
        }
    }

    @Test func menuMeansWhatBeginsWithTheTypedWords() {
        var menu = Menu([MenuItem(1, "Renew", detail: "another end"), MenuItem(2, "Notice"), MenuItem(3, "Not now")])
        for letter in "not".unicodeScalars { _ = menu.handle(.character(letter)) }
        #expect(menu.matches == [0, 1, 2])
        let answer = menu.handle(.enter)
        #expect(answer == .chosen(2), "another holds it, Notice begins with it")
    }

    @Test func aNameIsMeantBeforeAKeyThatBeginsSo() {
        let items = [
            MenuItem(1, "Close", lead: "q"), MenuItem(2, "Queue", lead: "F8"), MenuItem(3, "Take", lead: "qt"),
        ]
        var menu = Menu(items)
        _ = menu.handle(.character("q"))
        #expect(menu.current?.id == 1, "the whole key")
        _ = menu.handle(.character("u"))
        #expect(menu.current?.id == 2)
        _ = menu.handle(.ctrl("u"))
        for letter in "qt".unicodeScalars { _ = menu.handle(.character(letter)) }
        #expect(menu.current?.id == 3)
        var surface = Surface(Size(columns: 20, rows: 4))
        Menu(items).draw(on: &surface, in: surface.area, glyphs: .unicode)
        #expect(surface.picture() == "/\n▌ q   Close\n  F8  Queue\n  qt  Take")
    }

    @Test func aHeadingNeverStandsLast() {
        let (take, home) = (MenuItem(1, "Take"), MenuItem(2, "Home"))
        let menu = Menu([MenuItem(heading: "Cases", above: take), take, MenuItem(heading: "Go to", above: home), home])
        var surface = Surface(Size(columns: 9, rows: 4))
        menu.draw(on: &surface, in: surface.area, glyphs: .unicode)
        #expect(surface.picture() == "/\n  Cases\n▌ Take\n")
    }

    @Test func aFieldShowsAllOfATextThatFitsAndTheEndOfALongerOne() {
        func seen(_ text: String) -> String {
            var surface = Surface(Size(columns: 10, rows: 1))
            TextField(text).draw(on: &surface, in: surface.area)
            return surface.picture()
        }
        #expect(seen("123456789") == "123456789")
        #expect(seen("1234567890") == "…34567890")
        #expect(seen("123456789012") == "…56789012")
    }

    @Test func menuFiltersAndChooses() {
        var menu = Menu([
            MenuItem(1, "Take", detail: "make it mine"), MenuItem(2, "Assign", detail: "to a colleague"),
            MenuItem(3, "Close", reason: "It is closed already."),
        ])
        let answer1 = menu.handle(.character("a"))
        #expect(answer1 == .handled)
        #expect(menu.matches.count == 2, "the word may stand in label or detail")
        for letter in "ssign".unicodeScalars { _ = menu.handle(.character(letter)) }
        let answer2 = menu.handle(.enter)
        #expect(answer2 == .chosen(2))
        _ = menu.handle(.ctrl("u"))
        menu.select(3)
        let answer3 = menu.handle(.enter)
        #expect(answer3 == .refused("It is closed already."))
        let answer4 = menu.handle(.escape)
        #expect(answer4 == .cancelled)
        menu.paste("nothing")
        let answer5 = menu.handle(.enter)
        #expect(answer5 == .ignored)
        var surface = Surface(Size(columns: 30, rows: 4))
        menu.draw(on: &surface, in: surface.area, glyphs: .unicode)
        #expect(surface.picture().contains("Nothing matches nothing"))
        #expect(surface.picture().contains("ctrl-u empties the line"))
    }

    @Test func headingsOfAMenuArePassed() {
        let (take, close, home) = (MenuItem(1, "Take"), MenuItem(2, "Close"), MenuItem(3, "Home"))
        var menu = Menu(
            [MenuItem(heading: "Cases", above: take), take, close, MenuItem(heading: "Go to", above: home), home],
            height: 3)
        func picture() -> String {
            var surface = Surface(Size(columns: 9, rows: 4))
            menu.draw(on: &surface, in: surface.area, glyphs: .unicode)
            return surface.picture()
        }
        #expect(picture() == "/\n  Cases\n▌ Take\n  Close")
        #expect(menu.below == 1, "a heading is nothing to choose")
        for _ in 0..<2 { _ = menu.handle(.down) }
        #expect(menu.current?.id == 3)
        #expect(picture() == "/\n  Close\n  Go to\n▌ Home")
        _ = menu.handle(.up)
        #expect(menu.current?.id == 2)
        _ = menu.handle(.home)
        #expect(menu.current?.id == 1)
        #expect(picture() == "/\n  Cases\n▌ Take\n  Close", "what it stands under is seen with the first one")
        _ = menu.handle(.character("o"))
        #expect(menu.matches.map { menu.items[$0].label } == ["Close", "Home"], "headings are not searched")
        _ = menu.handle(.ctrl("u"))
        #expect(menu.matches.count == 5)
        #expect(menu.current?.isHeading == false)
    }

    @Test func menuWithoutFilterKnowsShortcuts() {
        var menu = Menu(
            [MenuItem("a", "One", shortcut: "1"), MenuItem("b", "Two", reason: "no", shortcut: "2")], isFiltered: false)
        let answer6 = menu.handle(.character("1"))
        #expect(answer6 == .chosen("a"))
        let answer7 = menu.handle(.character("2"))
        #expect(answer7 == .refused("no"))
        let answer8 = menu.handle(.character("j"))
        #expect(answer8 == .handled)
        #expect(menu.current?.id == "b")
        var surface = Surface(Size(columns: 20, rows: 2))
        menu.draw(on: &surface, in: surface.area, glyphs: .unicode)
        #expect(surface.picture() == "  1  One\n▌ 2  Two  no")
    }
}
