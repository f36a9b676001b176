/// A language with what customers and engineers say in it.
///
/// Words in braces are filled in: `{product}`, `{version}`, `{code}`, `{place}`, `{count}`, `{minutes}`, `{host}`.
struct Tongue: Sendable {
    /// The BCP 47 tag.
    let code: String
    /// What a case is called, by topic.
    let subjects: [[String]]
    /// What is seen, by topic.
    let symptoms: [String]
    /// How a description goes on.
    let details: [String]
    /// What an engineer answers first.
    let greetings: [String]
    /// What a customer is told while nobody has taken the case yet.
    let received: String
    /// What an engineer asks for.
    let asks: [String]
    /// What a customer answers; with the first of it comes a log, and with nothing else does anything.
    let answers: [String]
    /// What helps in the end.
    let fixes: [String]
    /// What a customer says then.
    let thanks: [String]

    /// All languages of the centre.
    static let all: [Tongue] = [
        english, german, french, spanish, portuguese, japanese, chinese, korean,
    ]

    /// The language of a tag; English for one that is not spoken here.
    static func of(_ code: String) -> Tongue { all.first { $0.code == code } ?? english }
}
