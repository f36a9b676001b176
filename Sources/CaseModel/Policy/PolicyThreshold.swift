extension Policy {
    /// A number of the policy (domain 13: many of them no text gives).
    public struct Threshold: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// How many; nil for no limit.
        public let amount: Int?
        /// What is counted, as written.
        public let unit: String
        /// What it is for.
        public let meaning: String
        /// Where this comes from.
        public let origin: Origin
    }
}

extension Policy.Threshold {
    /// The seconds of plain hours, days, weeks, or years of 365 days; nil for anything else.
    var span: Int64? {
        let units: [String: Int64] = ["hour": 3600, "day": 86_400, "week": 604_800, "year": 31_536_000]
        let one = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
        guard let amount, let seconds = units[one] else { return nil }
        return Int64(amount) * seconds
    }

    /// The same in whole days; nil for anything else.
    public var days: Int64? { span.flatMap { $0 % 86_400 == 0 ? $0 / 86_400 : nil } }

    /// The same as a target that a calendar can count, business days too; nil for anything else.
    var target: ClockTarget? {
        if let span { return ClockTarget(Int(span / 60), .minutes) }
        guard let amount, ["business day", "business days"].contains(unit) else { return nil }
        return ClockTarget(amount, .businessDays)
    }

    /// What the rules of the program can count, where one of them goes by this threshold; nil when this is as good.
    ///
    /// What a rule cannot count would be no limit to it, and nobody would notice.
    var wanted: String? {
        guard amount != nil else { return nil }
        switch code {
        case "silence-period": return target == nil ? "hours, days, weeks, years or business days" : nil
        case "reopen-window": return span == nil ? "hours, days, weeks or years" : nil
        case "update-grace", "license-new", "license-expiring", "license-expiring-soon":
            return days == nil ? "days, weeks or years" : nil
        case "silence-notices": return unit.isEmpty ? nil : "notices, as a number alone"
        default: return nil
        }
    }
}
