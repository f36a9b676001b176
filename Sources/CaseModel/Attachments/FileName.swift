/// Names that others gave to files, made fit for a folder.
public enum FileName {
    /// The most bytes of a name; file systems take 255, and people may add to it.
    static let limit = 180

    /// The last part of a name without anything that means something to a folder, a shell, a reader or a terminal
    /// (reliability G2): no path, no controls, nothing hidden, no dot, dash or blank in front.
    ///
    /// - Parameter other: the name when nothing is left of it.
    public static func safe(_ name: String, else other: String) -> String {
        let scalars = name.unicodeScalars
        let last = scalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? scalars[...]
        var safe = String.UnicodeScalarView()
        var marks = 0
        for scalar in last {
            let isMark = scalar.isMark
            marks = isMark ? marks + 1 : 0
            guard marks <= 2 else { continue }
            safe.append(scalar.isHarmless || (isMark && !safe.isEmpty) ? scalar : "_")
        }
        let cut = fitting(String(safe.trimmed))
        guard cut.unicodeScalars.contains(where: { $0 != "_" && $0 != "." && $0 != " " }) else { return other }
        let stem = cut.unicodeScalars.prefix { $0 != "." }
        return reserved.contains(String(stem).uppercased()) ? "_" + cut : cut
    }

    /// Words that are devices on other systems, whatever follows the dot.
    private static let reserved: Set<String> = {
        let numbered = (1...9).flatMap { ["COM\($0)", "LPT\($0)"] }
        return Set(["CON", "PRN", "AUX", "NUL"] + numbered)
    }()

    /// A name that is not too long; what follows the last dot stays, where it is short.
    private static func fitting(_ name: String) -> String {
        guard name.utf8.count > limit else { return name }
        let scalars = name.unicodeScalars
        var ending = ""
        if let dot = scalars.lastIndex(of: "."), String(scalars[dot...]).utf8.count <= 12 {
            ending = String(scalars[dot...])
        }
        var stem = String.UnicodeScalarView()
        var size = ending.utf8.count
        for scalar in scalars {
            size += UTF8.width(scalar)
            guard size <= limit else { break }
            stem.append(scalar)
        }
        return String(String.UnicodeScalarView(stem.trimmed)) + ending
    }
}

extension String.UnicodeScalarView {
    /// Without the dots, dashes and blanks at its front, and the dots and blanks at its end.
    fileprivate var trimmed: SubSequence {
        var rest = drop { $0 == "." || $0 == "-" || $0 == " " }
        while let last = rest.last, last == "." || last == " " { rest.removeLast() }
        return rest
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: !properties.isDefaultIgnorableCodePoint
        default: false
        }
    }

    /// Whether it is a letter, a digit, or a sign that means nothing anywhere.
    fileprivate var isHarmless: Bool {
        if isASCII { return " ._-+()[]@=,".unicodeScalars.contains(self) || properties.isAlphabetic || isDigit }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return !properties.isDefaultIgnorableCodePoint
        default: return false
        }
    }

    private var isDigit: Bool { (0x30...0x39).contains(value) }
}
