/// Where a text stands in a wider place.
public enum Alignment: Sendable {
    /// At the left; blanks follow.
    case left
    /// At the right; blanks come first.
    case right
    /// In the middle.
    case centre
}

extension Shown {
    /// The text cut to a width in cells; what was cut is said by an ellipsis.
    ///
    /// The result may be one cell narrower than asked when a wide glyph stands at the edge.
    public func truncated(to width: Int, ellipsis: Unicode.Scalar = "…") -> Shown {
        guard self.width > width else { return self }
        guard width > 0 else { return Shown() }
        var cut = prefix(width - 1)
        cut.append(Shown(ellipsis))
        return cut
    }

    /// As many whole glyphs from the start as fit a width in cells.
    public func prefix(_ width: Int) -> Shown {
        guard self.width > width else { return self }
        return slice(0..<glyphCount(fitting: width))
    }

    /// The text filled with blanks to a width in cells; a wider text stays as it is.
    public func padded(to width: Int, _ alignment: Alignment = .left) -> Shown {
        let missing = width - self.width
        guard missing > 0 else { return self }
        switch alignment {
        case .left: return self + .blanks(missing)
        case .right: return .blanks(missing) + self
        case .centre: return .blanks(missing / 2) + self + .blanks(missing - missing / 2)
        }
    }

    /// The text cut or filled to exactly a width in cells.
    public func fitted(to width: Int, _ alignment: Alignment = .left) -> Shown {
        truncated(to: width).padded(to: max(0, width), alignment)
    }

    /// The texts joined, with another one between them.
    public static func joined(_ parts: some Sequence<Shown>, separator: Shown = " ") -> Shown {
        var all = Shown()
        var isFirst = true
        for part in parts {
            if !isFirst { all.append(separator) }
            all.append(part)
            isFirst = false
        }
        return all
    }

    private func glyphCount(fitting width: Int) -> Int {
        if self.width == glyphs.count { return min(max(0, width), glyphs.count) }
        var used = 0
        for index in glyphs.indices {
            used += glyphs[index].width
            if used > width { return index }
        }
        return glyphs.count
    }
}
