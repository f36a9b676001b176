import CaseExchange
import CaseModel
import Glibc

/// The zone in which times are shown: that of `TZ`, else the host's.
enum DisplayZone {
    /// The zone, and what to say when it is not the one that was asked for.
    ///
    /// Looks at the host's zone rules through its C library, so it runs before other threads start.
    static func find(_ surroundings: Surroundings) -> (zone: Zone, problem: String?) {
        let (zone, problem) = named(surroundings)
        // The host's many names for it, such as Etc/UCT, are one to a reader.
        let isUTC = zone.initialOffset == 0 && zone.transitions.isEmpty && zone.name.hasPrefix("Etc/")
        return (isUTC ? .utc : zone, problem)
    }

    private static func named(_ surroundings: Surroundings) -> (zone: Zone, problem: String?) {
        if let text = surroundings["TZ"] {
            let name = text.hasPrefix(":") ? String(text.dropFirst()) : text
            if let zone = HostZones.zone(named: name, years: years) { return (zone, nil) }
            return (.utc, "The time zone \(name) (TZ) is not known on this host, so times are shown in UTC.")
        }
        guard let name = hostName else { return (.utc, nil) }
        if let zone = HostZones.zone(named: name, years: years) { return (zone, nil) }
        return (.utc, "The host's time zone \(name) has no rules here, so times are shown in UTC.")
    }

    /// Looking up clock changes takes time at every start; outside these years the nearest offset holds.
    private static let years = 1990...2049

    /// What `/etc/localtime` points to, or what `/etc/timezone` says.
    private static var hostName: String? {
        var buffer = [CChar](repeating: 0, count: 1024)
        let count = readlink("/etc/localtime", &buffer, buffer.count)
        if count > 0 {
            let target = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let folder = "zoneinfo/"
            let scalars = Array(target.utf8)
            let marker = Array(folder.utf8)
            for start in stride(from: scalars.count - marker.count, through: 0, by: -1)
            where scalars[start..<start + marker.count].elementsEqual(marker) {
                return String(decoding: scalars[(start + marker.count)...], as: UTF8.self)
            }
        }
        do throws(FileProblem) {
            let text = try BoundedFile.text("/etc/timezone", limit: 1024)
            return text.split(whereSeparator: { $0.isWhitespace }).first.map(String.init)
        } catch {
            return nil
        }
    }
}
