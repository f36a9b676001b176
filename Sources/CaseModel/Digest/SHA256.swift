/// The digest that names bytes by what they are: SHA-256 as FIPS 180-4 has it.
///
/// Neither the toolchain's modules nor SQLite offer one.
public struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// Bytes that do not fill a block yet.
    private var rest: [UInt8] = []
    private var count: UInt64 = 0

    /// The digest of nothing so far.
    public init() {}

    /// Adds bytes.
    public mutating func add(_ bytes: some Collection<UInt8>) {
        count += UInt64(bytes.count)
        // All collections of bytes here lie in one piece; one that does not is copied.
        let done: Void? = bytes.withContiguousStorageIfAvailable { take($0) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { take($0) } }
    }

    /// The 32 bytes of the digest; what was added stays as it is.
    public var bytes: [UInt8] {
        var copy = self
        let bits = count &* 8
        let filled = rest.count + 1
        let zeros = (filled <= 56 ? 56 : 120) - filled
        let padding = [0x80] + [UInt8](repeating: 0, count: zeros) + SHA256.bytes(of: bits)
        padding.withUnsafeBufferPointer { copy.take($0) }
        return copy.state.flatMap { SHA256.bytes(of: $0) }
    }

    /// The digest as 64 hexadecimal digits.
    public var text: String {
        let digits = Array("0123456789abcdef".utf8)
        let ascii = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: ascii, as: UTF8.self)
    }

    /// The digest of bytes, as 64 hexadecimal digits.
    public static func text(of bytes: some Collection<UInt8>) -> String {
        var digest = SHA256()
        digest.add(bytes)
        return digest.text
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        if !rest.isEmpty {
            place = min(64 - rest.count, bytes.count)
            rest += bytes[..<place]
            guard rest.count == 64 else { return }
            let block = rest
            rest.removeAll(keepingCapacity: true)
            _ = block.withUnsafeBufferPointer { work(through: $0, from: 0) }
        }
        place = work(through: bytes, from: place)
        rest += bytes[place...]
    }

    /// Works all whole blocks from a place on, and answers where they end.
    private mutating func work(through bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        // Each block is spread over the rounds, here. Bare pointers, for in a debug build all else is slow.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            SHA256.constants.withUnsafeBufferPointer { constants in
                guard let first = bytes.baseAddress, let schedule = schedule.baseAddress,
                    let constants = constants.baseAddress
                else { return }
                while bytes.count - place >= 64 {
                    work(first + place, schedule, constants)
                    place += 64
                }
            }
        }
        return place
    }

    /// FIPS 180-4, 6.2.2, for the block at a place.
    private mutating func work(
        _ block: UnsafePointer<UInt8>, _ schedule: UnsafeMutablePointer<UInt32>, _ constants: UnsafePointer<UInt32>
    ) {
        var index = 0
        while index < 16 {
            let bytes = block + index * 4
            schedule[index] =
                UInt32(bytes[0]) << 24 | UInt32(bytes[1]) << 16 | UInt32(bytes[2]) << 8 | UInt32(bytes[3])
            index += 1
        }
        while index < 64 {
            let (early, late) = (schedule[index - 15], schedule[index - 2])
            let first = SHA256.turn(early, 7) ^ SHA256.turn(early, 18) ^ early >> 3
            let second = SHA256.turn(late, 17) ^ SHA256.turn(late, 19) ^ late >> 10
            schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
            index += 1
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        index = 0
        while index < 64 {
            let mix = SHA256.turn(e, 6) ^ SHA256.turn(e, 11) ^ SHA256.turn(e, 25)
            let one = h &+ mix &+ (e & f ^ ~e & g) &+ constants[index] &+ schedule[index]
            let other = SHA256.turn(a, 2) ^ SHA256.turn(a, 13) ^ SHA256.turn(a, 22)
            let two = other &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
            index += 1
        }
        (state[0], state[1], state[2], state[3]) = (state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d)
        (state[4], state[5], state[6], state[7]) = (state[4] &+ e, state[5] &+ f, state[6] &+ g, state[7] &+ h)
    }

    private static func turn(_ value: UInt32, _ places: UInt32) -> UInt32 {
        value &>> places | value &<< (32 &- places)
    }

    private static func bytes<Number: FixedWidthInteger & UnsignedInteger>(of number: Number) -> [UInt8] {
        stride(from: Number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> Number($0)) }
    }

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
