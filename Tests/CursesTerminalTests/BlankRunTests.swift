import Testing

@testable import CursesTerminal

@Suite("Blanks between glyphs") struct BlankRunTests {
    private let plain = Palette.Ink(attributes: 0, pair: 0, isSeenOnBlanks: false)
    private let dim = Palette.Ink(attributes: 1, pair: 0, isSeenOnBlanks: false)
    private let red = Palette.Ink(attributes: 0, pair: 2, isSeenOnBlanks: false)
    private let reverse = Palette.Ink(attributes: 2, pair: 0, isSeenOnBlanks: true)

    /// The look that two blanks of a look take on between two glyphs.
    private func taken(_ before: Palette.Ink?, _ own: Palette.Ink, _ next: Palette.Ink) -> Palette.Ink? {
        var run = BlankRun()
        if let before { #expect(run.end(before: before) == nil) }
        run.take(own, at: 4..<5)
        run.take(own, at: 5..<6)
        let taken = run.end(before: next)
        if taken != nil { #expect(run.places == 4..<6) }
        return taken
    }

    @Test func takeOnTheLookBeforeThemWhereBothSidesDiffer() {
        #expect(taken(dim, plain, dim) == dim)
        #expect(taken(dim, plain, red) == dim)
    }

    @Test func keepTheirsWhereItCostsNothingOrWouldBeSeen() {
        #expect(taken(plain, plain, dim) == nil)
        #expect(taken(dim, plain, plain) == nil)
        #expect(taken(reverse, plain, dim) == nil)
        #expect(taken(nil, plain, dim) == nil)
    }

    @Test func eachRunStandsForItself() {
        var run = BlankRun()
        _ = run.end(before: dim)
        run.take(plain, at: 1..<2)
        #expect(run.end(before: dim) == dim)
        run.take(plain, at: 3..<4)
        #expect(run.end(before: dim) == dim)
        #expect(run.places == 3..<4)
        #expect(run.end(before: dim) == nil)
    }
}
