public import CaseModel

extension DatePattern {
    /// The instant that a text means; nil when it is not written like this or names no real time.
    ///
    /// - Parameter zone: the zone of a text without an offset.
    public func instant(_ bytes: [UInt8], zone: Zone) -> Timestamp? {
        var scan = DateScan(bytes)
        for piece in pieces {
            guard scan.read(piece) else { return nil }
        }
        guard scan.at == bytes.count, let local = scan.local else { return nil }
        return scan.offset.map { local.timestamp(offset: $0) } ?? zone.instant(local)
    }
}

/// A text on the way to a time.
private struct DateScan {
    let bytes: [UInt8]
    var at = 0
    var offset: Int64?
    private var date = (year: 0, month: 0, day: 0)
    private var clock = (hour: 0, minute: 0, second: 0)
    private var isAfternoon: Bool?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The local time that was read; nil for a day or an hour that does not exist.
    var local: LocalTime? {
        var hour = clock.hour
        if let isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard hour < 24, clock.minute < 60, clock.second < 61,
            let day = CivilDay(year: date.year, month: date.month, day: date.day)
        else { return nil }
        // A leap second counts as the one before it.
        return LocalTime(day: day, secondOfDay: hour * 3600 + clock.minute * 60 + min(clock.second, 59))
    }

    mutating func read(_ piece: DatePattern.Piece) -> Bool {
        switch piece {
        case .year(let digits):
            guard let year = number(digits...max(digits, 4)) else { return false }
            date.year = digits == 2 && year < 100 ? year + (year < 70 ? 2000 : 1900) : year
        case .month: return number(1...2).map { date.month = $0 } != nil
        case .monthName: return monthName()
        case .day: return number(1...2).map { date.day = $0 } != nil
        case .hour, .hour12: return number(1...2).map { clock.hour = $0 } != nil
        case .minute: return number(1...2).map { clock.minute = $0 } != nil
        case .second: return number(1...2).map { clock.second = $0 } != nil
        case .fraction: return number(1...9) != nil
        case .half: return half()
        case .weekday: return !word().isEmpty
        case .offset: return zoneOffset()
        case .literal(let byte):
            guard at < bytes.count, bytes[at] == byte else { return false }
            at += 1
        }
        return true
    }

    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while at < bytes.count, count < digits.upperBound, (48...57).contains(bytes[at]) {
            value = value * 10 + Int(bytes[at]) - 48
            at += 1
            count += 1
        }
        return count >= digits.lowerBound ? value : nil
    }

    private mutating func word() -> String {
        let start = at
        while at < bytes.count, (65...90).contains(bytes[at]) || (97...122).contains(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    }

    private mutating func monthName() -> Bool {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let name = word()
        guard name.utf8.count >= 3, let index = names.firstIndex(where: { name.hasPrefix($0) }) else { return false }
        date.month = index + 1
        // Some write a dot after a month cut short.
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
        return true
    }

    private mutating func half() -> Bool {
        switch word() {
        case "am", "a": isAfternoon = false
        case "pm", "p": isAfternoon = true
        default: return false
        }
        return true
    }

    private mutating func zoneOffset() -> Bool {
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        guard at < bytes.count else { return false }
        let sign = bytes[at]
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            guard ["z", "utc", "gmt"].contains(word()) else { return false }
            offset = 0
            return true
        }
        at += 1
        guard let hours = number(2...2), hours <= 15 else { return false }
        var minutes = 0
        if at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
        if at < bytes.count {
            guard let number = number(2...2), number < 60 else { return false }
            minutes = number
        }
        let seconds = Int64(hours * 60 + minutes) * 60
        offset = sign == UInt8(ascii: "-") ? -seconds : seconds
        return true
    }
}
