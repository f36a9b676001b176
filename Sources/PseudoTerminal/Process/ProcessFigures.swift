import Glibc

/// What the kernel tells of a running process: memory and processor time.
public struct ProcessFigures: Equatable, Sendable {
    /// The most memory it had resident so far, in KiB (`VmHWM`).
    public var peakKiB: Int
    /// Processor time of all its threads so far, user and system.
    public var processorTime: Duration

    /// Reads the figures of a process; nil when it has ended.
    public init?(pid: Int32) {
        guard let status = readSmallFile("/proc/\(pid)/status") else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        peakKiB = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
        // The number of a process's processor clock, as clock_getcpuclockid makes it.
        var time = timespec()
        guard clock_gettime((~pid << 3) | 2, &time) == 0 else { return nil }
        processorTime = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

private func readSmallFile(_ path: String) -> String? {
    let file = Descriptor(open(path, O_RDONLY | O_CLOEXEC))
    guard file.isOpen else { return nil }
    var bytes: [UInt8] = []
    while let more = file.read(), !more.isEmpty { bytes += more }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
}
