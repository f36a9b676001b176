public import CaseModel

extension Timestamp {
    /// The hour at which a day begins that is named by a word: nobody means midnight by `tomorrow`.
    private static let morning = 9 * 3600

    /// An instant as people say it: `2h`, `tomorrow`, `monday 14:30`, `17:00`, `2026-03-09`, an ISO time.
    ///
    /// A span lies ahead; a time of day is the next one, or today's where what happened is told; a weekday is the next
    /// of that name; a day in words is meant at nine unless a time follows; a written day means its beginning.
    ///
    /// - Parameters:
    ///   - now: from when words count; nil reads written times alone.
    ///   - zone: whose clocks are meant where no offset is written.
    ///   - isOfToday: whether a time of day alone is one of this day, also one that is over.
    public init?(words text: String, at now: Timestamp?, in zone: Zone, isOfToday: Bool = false) {
        if let instant = Timestamp(iso: text) {
            self = instant
        } else if let local = LocalTime(iso: text) {
            self = zone.instant(local)
        } else if let now, let instant = Timestamp.spoken(text.lowercased(), at: now, in: zone, isOfToday) {
            self = instant
        } else {
            return nil
        }
    }

    private static func spoken(_ text: String, at now: Timestamp, in zone: Zone, _ isOfToday: Bool) -> Timestamp? {
        if text == "now" { return now }
        let span = text.hasPrefix("+") ? text.dropFirst() : text[...]
        if let seconds = Span.parse(span) { return seconds < 86_400 * 36_525 ? now + seconds : nil }
        let words = text.split { $0.isWhitespace }.map(String.init)
        let today = zone.local(now).day
        guard let last = words.last else { return nil }
        guard let time = timeOfDay(last) else {
            // Nobody says today and means nine in the morning of it.
            let day = text == "today" ? nil : DayWords.day(text, today: today)
            return day.map { zone.instant(LocalTime(day: $0, secondOfDay: morning)) }
        }
        if words.count == 1 {
            let next = zone.instant(LocalTime(day: today, secondOfDay: time))
            return next > now || isOfToday ? next : zone.instant(LocalTime(day: today.adding(1), secondOfDay: time))
        }
        return DayWords.day(words.dropLast().joined(separator: " "), today: today)
            .map { zone.instant(LocalTime(day: $0, secondOfDay: time)) }
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
