import Glibc

/// What the kernel tells of a running process: memory and processor time.
public struct ProcessFigures: Equatable, Sendable {
    /// The most memory it had resident so far, in KiB (`VmHWM`).
    public var peakKiB: Int
    /// Processor time of all its threads so far, user and system, in clock ticks of a hundredth of a second.
    public var processorTicks: Int

    /// Reads the figures of a process; nil when it has ended.
    public init?(pid: Int32) {
        guard let status = readSmallFile("/proc/\(pid)/status"), let stat = readSmallFile("/proc/\(pid)/stat") else {
            return nil
        }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        peakKiB = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
        // The name, in brackets, may itself hold blanks and brackets: fields are counted after the last one.
        let fields = (stat.split(separator: ")").last ?? "").split(separator: " ")
        guard fields.count > 12 else { return nil }
        processorTicks = (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
    }
}

private func readSmallFile(_ path: String) -> String? {
    let file = Descriptor(open(path, O_RDONLY | O_CLOEXEC))
    guard file.isOpen else { return nil }
    var bytes: [UInt8] = []
    while let more = file.read(), !more.isEmpty { bytes += more }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
}
