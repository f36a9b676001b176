public import CaseModel
internal import Glibc
internal import Synchronization

/// The zone rules of this host, read from its zone files and turned into data.
///
/// The C library knows one zone at a time, named by the environment, which no other thread may touch meanwhile; the
/// files can be read at any time, by any thread.
public enum HostZones {
    /// The rules of a zone by its IANA name, such as `Europe/Dublin`; nil when this host does not know it.
    ///
    /// - Parameter years: the years whose clock changes are told; outside them the nearest offset holds.
    public static func zone(named name: String, years: ClosedRange<Int> = 1900...2099) -> Zone? {
        if ["UTC", "Etc/UTC", "GMT", "Z"].contains(name) { return Zone(name: name, initialOffset: 0) }
        let question = Question(name: name, years: years)
        if let zone = told.withLock({ $0[question] }) { return zone }
        guard isKnown(name), let bytes = bytes("\(folder)/\(name)"),
            let zone = ZoneFile(bytes)?.zone(named: name, years: years)
        else { return nil }
        told.withLock { $0[question] = zone }
        return zone
    }

    /// What was asked, so that a zone is worked out once; there are only so many zones on a host.
    private struct Question: Hashable {
        let name: String
        let years: ClosedRange<Int>
    }

    private static let told = Mutex<[Question: Zone]>([:])

    /// Whether the host has a file of that name.
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
        var facts = stat()
        guard stat("\(folder)/\(name)", &facts) == 0 else { return false }
        return facts.st_mode & S_IFMT == S_IFREG
    }

    private static let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"

    /// A zone file is a few kilobytes; what is longer is none.
    private static let longest = 256 * 1024

    private static func bytes(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: longest + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes[count...].withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            guard got >= 0 || errno == EINTR else { return nil }
            if got == 0 { break }
            if got > 0 { count += got }
        }
        return count > longest ? nil : Array(bytes.prefix(count))
    }
}
