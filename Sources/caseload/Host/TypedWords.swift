import Glibc

/// The words of the command line, byte for byte as they were typed.
enum TypedWords {
    /// The words after the program's name; `CommandLine.arguments` would change bytes that are no text unseen.
    ///
    /// - Throws: which word is not UTF-8.
    static func ofProcess() throws(Failure) -> [String] {
        var words: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let start = CommandLine.unsafeArgv[index] else { break }
            guard let word = String(validatingCString: start) else {
                throw .usage("The argument \(String(cString: start)) (number \(index)) is not UTF-8.")
            }
            words.append(word)
        }
        return words
    }
}
