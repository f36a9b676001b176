extension Rendition {
    /// Applies the numbers of one `CSI m`.
    mutating func apply(_ parameters: [Int?]) {
        let codes = parameters.isEmpty ? [0] : parameters.map { $0 ?? 0 }
        var index = 0
        while index < codes.count {
            let code = codes[index]
            index += 1
            switch code {
            case 0: self = Rendition()
            case 1...9, 21...29: setEmphasis(code)
            case 30...37: foreground = .number(UInt8(code - 30))
            case 40...47: background = .number(UInt8(code - 40))
            case 90...97: foreground = .number(UInt8(code - 82))
            case 100...107: background = .number(UInt8(code - 92))
            case 39: foreground = .standard
            case 49: background = .standard
            case 38, 48:
                let (color, used) = Rendition.mixed(codes[index...])
                index += used
                if let color, code == 38 { foreground = color } else if let color { background = color }
            default: break
            }
        }
    }

    private mutating func setEmphasis(_ code: Int) {
        switch code {
        case 1: bold = true
        case 2: dim = true
        case 3: italic = true
        case 4: underline = true
        case 7: reverse = true
        case 22: (bold, dim) = (false, false)
        case 23: italic = false
        case 24: underline = false
        case 27: reverse = false
        default: break
        }
    }

    /// `5;n` or `2;r;g;b` after 38 or 48: the colour and how many numbers it took.
    private static func mixed(_ codes: ArraySlice<Int>) -> (ScreenColor?, Int) {
        let parts = Array(codes.prefix(4))
        if parts.count >= 2, parts[0] == 5 { return (.number(UInt8(clamping: parts[1])), 2) }
        if parts.count >= 4, parts[0] == 2 {
            return (.rgb(UInt8(clamping: parts[1]), UInt8(clamping: parts[2]), UInt8(clamping: parts[3])), 4)
        }
        return (nil, parts.count)
    }
}
