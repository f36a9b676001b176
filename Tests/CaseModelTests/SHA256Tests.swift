import CaseModel
import Testing

@Suite("SHA-256 is that of FIPS 180-4")
struct SHA256Tests {
    /// The examples of the standard and of its test vectors.
    static let vectors: [(text: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
                + "nopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]

    @Test(arguments: vectors)
    func isThatOfTheStandard(_ vector: (text: String, digest: String)) {
        #expect(SHA256.text(of: Array(vector.text.utf8)) == vector.digest)
        #expect(SHA256.text(of: vector.text.utf8) == vector.digest)
    }

    @Test func ofAMillionLetters() {
        var digest = SHA256()
        for _ in 0..<1000 { digest.add([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
        #expect(digest.text == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func isTheSameHoweverTheBytesCome() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
        for length in 0...300 {
            let whole = SHA256.text(of: bytes[..<length])
            for step in [1, 3, 63, 64, 65] {
                var digest = SHA256()
                for start in stride(from: 0, to: length, by: step) {
                    digest.add(bytes[start..<min(start + step, length)])
                    _ = digest.text
                }
                #expect(digest.text == whole, "\(length) bytes in steps of \(step)")
            }
        }
    }
}
