public import CaseModel
public import TerminalUI

extension Contact {
    /// `j•••@nord.example`, `+47 •••12`: enough to recognise it, too little to use it.
    public static func masked(_ way: String, _ glyphs: GlyphSet) -> String {
        let sign = glyphs == .ascii ? "***" : "•••"
        let scalars = Array(way.unicodeScalars)
        func text(_ part: some Sequence<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        if let at = scalars.lastIndex(of: "@") { return text(scalars.prefix(1)) + sign + text(scalars[at...]) }
        // Of a short number so much would be all of it.
        guard scalars.count > 7 else { return sign }
        return text(scalars.prefix(3)) + " " + sign + text(scalars.suffix(2))
    }
}
