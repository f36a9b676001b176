public import CaseModel

extension Timestamp {
    /// The hour at which a day begins that is named by a word: nobody means midnight by `tomorrow`.
    private static let morning = 9 * 3600

    /// An instant as people say it: `2h`, `tomorrow`, `monday 14:30`, `17:00`, `2h ago`, `2026-03-09`, an ISO time.
    ///
    /// Of what is to come a span lies ahead, a time of day is the next one and a weekday the next of that name; of what
    /// happened a span lies back unless `+` is written, and a time of day, a weekday and a day without a year are the last
    /// ones. A day in words is meant at nine unless a time follows; a written day means its beginning.
    ///
    /// - Parameters:
    ///   - now: from when words count; nil reads written times alone.
    ///   - zone: whose clocks are meant where no offset is written.
    ///   - isPast: whether what happened is told.
    public init?(words text: String, at now: Timestamp?, in zone: Zone, isPast: Bool = false) {
        if let instant = Timestamp(iso: text) {
            self = instant
        } else if let local = LocalTime(iso: text) {
            self = zone.instant(local)
        } else if let now, let instant = Timestamp.spoken(text.lowercased(), at: now, in: zone, isPast) {
            self = instant
        } else {
            return nil
        }
    }

    private static func spoken(_ text: String, at now: Timestamp, in zone: Zone, _ isPast: Bool) -> Timestamp? {
        if text == "now" { return now }
        if let instant = distance(text, from: now, isPast) { return instant }
        let words = text.split { $0.isWhitespace }.map(String.init)
        let today = zone.local(now).day
        guard let last = words.last else { return nil }
        guard let time = timeOfDay(last) else {
            // Nobody says today and means nine in the morning of it.
            let day = text == "today" ? nil : DayWords.day(text, today: today, isPast: isPast)
            return day.map { instant(text, on: $0, morning, now, zone, isPast) }
        }
        if words.count == 1 {
            let next = zone.instant(LocalTime(day: today, secondOfDay: time))
            let days: Int64 = isPast ? next > now ? -1 : 0 : next > now ? 0 : 1
            return zone.instant(LocalTime(day: today.adding(days), secondOfDay: time))
        }
        let named = words.dropLast().joined(separator: " ")
        return DayWords.day(named, today: today, isPast: isPast).map {
            instant(named, on: $0, time, now, zone, isPast)
        }
    }

    /// `2h`, `+2h`, `in 30 minutes`, `an hour`, `2h ago`.
    private static func distance(_ words: String, from now: Timestamp, _ isPast: Bool) -> Timestamp? {
        let text = spelledOut(words) ?? words
        let isAhead = text.hasPrefix("+")
        let isBack = !isAhead && text.hasSuffix(" ago")
        let span = isAhead ? text.dropFirst() : isBack ? text.dropLast(4) : text[...]
        guard let seconds = Span.parse(span), seconds < 86_400 * 36_525 else { return nil }
        return isBack || (isPast && !isAhead) ? now - seconds : now + seconds
    }

    /// Minutes and hours in words as they are written in short: `+30m` for `in 30 minutes`; nil for others, as those of
    /// days, which are meant at an hour of the day.
    private static func spelledOut(_ text: String) -> String? {
        let words = text.split { $0.isWhitespace }
        let (isIn, isAgo) = (words.first == "in", words.last == "ago")
        let counted = words.dropFirst(isIn ? 1 : 0).dropLast(isAgo ? 1 : 0)
        guard words.count > 1, let first = counted.first, counted.count <= 2, !(isIn && isAgo) else { return nil }
        let isOne = counted.count == 2 && ["a", "an", "one"].contains(first)
        let joined = isOne ? "1" + counted.dropFirst().joined() : counted.joined()
        let digits = joined.prefix { ("0"..."9").contains($0) }
        let unit: String
        switch joined.dropFirst(digits.count) {
        case "m", "min", "mins", "minute", "minutes": unit = "m"
        case "h", "hr", "hrs", "hour", "hours": unit = "h"
        default: return nil
        }
        return digits.isEmpty ? nil : "\(isIn ? "+" : "")\(digits)\(unit)\(isAgo ? " ago" : "")"
    }

    /// A time on a day; of today's weekday whose time is to come, what happened was a week ago.
    private static func instant(
        _ words: String, on day: CivilDay, _ time: Int, _ now: Timestamp, _ zone: Zone, _ isPast: Bool
    ) -> Timestamp {
        let instant = zone.instant(LocalTime(day: day, secondOfDay: time))
        guard isPast, instant > now, DayWords.isWeekday(words) else { return instant }
        return zone.instant(LocalTime(day: day.adding(-7), secondOfDay: time))
    }

    /// `17:00` or `9:30` as seconds since midnight.
    private static func timeOfDay(_ word: String) -> Int? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, (1...2).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 3600 + minute * 60
    }
}
