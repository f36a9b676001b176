public import CaseModel
internal import Glibc

/// The zone rules of this host, read through its C library and turned into data.
///
/// The library knows one zone at a time, named by the environment variable `TZ`; reading another one sets it for a
/// moment. Nothing else may read or set the environment meanwhile, so zones are read before other threads start.
public enum HostZones {
    /// The rules of a zone by its IANA name, such as `Europe/Dublin`; nil when this host does not know it.
    ///
    /// - Parameter years: the years whose clock changes are looked up; outside them the nearest offset holds.
    public static func zone(named name: String, years: ClosedRange<Int> = 1900...2099) -> Zone? {
        if ["UTC", "Etc/UTC", "GMT", "Z"].contains(name) { return Zone(name: name, initialOffset: 0) }
        guard isKnown(name) else { return nil }
        let before = getenv("TZ").map { String(cString: $0) }
        setenv("TZ", ":" + name, 1)
        tzset()
        defer {
            if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
            tzset()
        }
        return sample(name, years)
    }

    /// Whether the host has a file of that name: the library itself takes UTC for a name that it does not know.
    public static func isKnown(_ name: String) -> Bool {
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "+"):
                true
            default: false
            }
        }
        guard allowed, !name.isEmpty, name.utf8.count < 100, name.utf8.first != UInt8(ascii: "/") else { return false }
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
        var facts = stat()
        guard stat("\(folder)/\(name)", &facts) == 0 else { return false }
        return facts.st_mode & S_IFMT == S_IFREG
    }

    /// Looks at the offset every five days, and closer where it differs.
    private static func sample(_ name: String, _ years: ClosedRange<Int>) -> Zone? {
        guard let first = CivilDay(year: years.lowerBound, month: 1, day: 1),
            let last = CivilDay(year: years.upperBound, month: 12, day: 31), let initial = offset(at: seconds(first))
        else { return nil }
        var transitions: [Zone.Transition] = []
        var known = initial
        var from = seconds(first)
        while from < seconds(last) {
            let to = from + 5 * 86_400
            guard let next = offset(at: to) else { return nil }
            if next != known {
                var low = from
                var high = to
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if offset(at: middle) == known { low = middle } else { high = middle }
                }
                transitions.append(Zone.Transition(at: Timestamp(seconds: high), offset: next))
                known = next
            }
            from = to
        }
        return Zone(name: name, initialOffset: initial, transitions: transitions)
    }

    private static func seconds(_ day: CivilDay) -> Int64 { day.daysSince1970 * 86_400 }

    private static func offset(at seconds: Int64) -> Int64? {
        var clock = time_t(seconds)
        var parts = tm()
        guard localtime_r(&clock, &parts) != nil else { return nil }
        return Int64(parts.tm_gmtoff)
    }
}
