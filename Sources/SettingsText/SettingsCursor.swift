/// A place in one line of a settings file.
struct SettingsCursor {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// The scalar at the place, or nil at the end of the line.
    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// The place, counted from 1.
    var column: Int { position + 1 }

    mutating func skip() {
        position += 1
    }

    mutating func skipBlanks() {
        while let scalar = next, scalar == " " || scalar == "\t" { skip() }
    }

    mutating func take(while wanted: (Unicode.Scalar) -> Bool) -> String {
        var taken = String.UnicodeScalarView()
        while let scalar = next, wanted(scalar) {
            taken.append(scalar)
            skip()
        }
        return String(taken)
    }

    /// The text between the quote at the place and the next one, or nil if there is none.
    mutating func takeQuoted() -> String? {
        skip()
        var taken = String.UnicodeScalarView()
        while let scalar = next {
            skip()
            if scalar == "\"" { return String(taken) }
            guard scalar == "\\", let escaped = next else {
                taken.append(scalar)
                continue
            }
            skip()
            switch escaped {
            case "n": taken.append("\n")
            case "t": taken.append("\t")
            case "\"", "\\": taken.append(escaped)
            default:
                taken.append(scalar)
                taken.append(escaped)
            }
        }
        return nil
    }
}

extension String {
    /// The text without blanks and tabs around it.
    var trimmed: String {
        var view = unicodeScalars[...]
        while let first = view.first, first == " " || first == "\t" { view = view.dropFirst() }
        while let last = view.last, last == " " || last == "\t" { view = view.dropLast() }
        return String(view)
    }
}
