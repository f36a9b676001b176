extension String {
    /// The text as one word of a shell's command line.
    var shellWord: String {
        let isPlain = !isEmpty && utf8.allSatisfy { $0.isPlainInShell }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}

extension UInt8 {
    /// Letters, digits and signs that mean nothing to a shell.
    fileprivate var isPlainInShell: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
            || "/._-+:,@%".utf8.contains(self)
    }
}
