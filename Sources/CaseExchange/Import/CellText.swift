extension String {
    /// The text without blanks and tabs around it.
    var trimmedBlanks: String {
        var view = unicodeScalars[...]
        while let first = view.first, first == " " || first == "\t" { view = view.dropFirst() }
        while let last = view.last, last == " " || last == "\t" { view = view.dropLast() }
        return view.count == unicodeScalars.count ? self : String(view)
    }

    /// The beginning of a text that fits into so many bytes, with `…` when something was cut.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var kept = String.UnicodeScalarView()
        var size = 3
        for scalar in unicodeScalars {
            size += UTF8.width(scalar)
            guard size <= limit else { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without blanks and tabs around them.
    var trimmedBlanks: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
        return rest
    }
}
