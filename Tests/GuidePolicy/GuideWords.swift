public import CaseModel

// The words of the built-in policy, as tests say them.

extension Status {
    /// The status `new`.
    public static let new = Guide.known(Guide.words.status("new"), "new")
    /// The status `held`.
    public static let held = Guide.known(Guide.words.status("held"), "held")
    /// The status `open`.
    public static let open = Guide.known(Guide.words.status("open"), "open")
    /// The status `wip`.
    public static let wip = Guide.known(Guide.words.status("wip"), "wip")
    /// The status `cust`.
    public static let cust = Guide.known(Guide.words.status("cust"), "cust")
    /// The status `vendor`.
    public static let vendor = Guide.known(Guide.words.status("vendor"), "vendor")
    /// The status `hold`.
    public static let hold = Guide.known(Guide.words.status("hold"), "hold")
    /// The status `review`.
    public static let review = Guide.known(Guide.words.status("review"), "review")
    /// The status `esc`.
    public static let esc = Guide.known(Guide.words.status("esc"), "esc")
    /// The status `eng`.
    public static let eng = Guide.known(Guide.words.status("eng"), "eng")
    /// The status `solved`.
    public static let solved = Guide.known(Guide.words.status("solved"), "solved")
    /// The status `denied`.
    public static let denied = Guide.known(Guide.words.status("denied"), "denied")
    /// The status `closed`.
    public static let closed = Guide.known(Guide.words.status("closed"), "closed")

    /// All of them, in the order of screens.
    public static var allCases: [Status] { Guide.words.statuses }
    /// The code, or the rank of a severity.
    public var rawValue: String { code }
}

extension Severity {
    /// The severity `1`.
    public static let one = Guide.known(Guide.words.severity("1"), "severity 1")
    /// The severity `2`.
    public static let two = Guide.known(Guide.words.severity("2"), "severity 2")
    /// The severity `3`.
    public static let three = Guide.known(Guide.words.severity("3"), "severity 3")
    /// The severity `4`.
    public static let four = Guide.known(Guide.words.severity("4"), "severity 4")

    /// All of them, in the order of screens.
    public static var allCases: [Severity] { Guide.words.severities }
    /// The code, or the rank of a severity.
    public var rawValue: Int { rank }

    /// The severity of a rank.
    public init?(rawValue: Int) {
        guard let severity = Guide.words.severity(rank: rawValue) else { return nil }
        self = severity
    }
}

extension PolicyWord {
    /// The code, or the rank of a severity.
    public var rawValue: String { code }
}

extension PolicyWord<Policy.RequestType> {
    /// The type of request `technical`.
    public static let technical = Guide.known(Guide.words.type("technical"), "technical")
    /// The type of request `account`.
    public static let account = Guide.known(Guide.words.type("account"), "account")
    /// The type of request `licensing`.
    public static let licensing = Guide.known(Guide.words.type("licensing"), "licensing")
    /// The type of request `entitlement`.
    public static let entitlement = Guide.known(Guide.words.type("entitlement"), "entitlement")
    /// The type of request `hardware`.
    public static let hardware = Guide.known(Guide.words.type("hardware"), "hardware")
    /// The type of request `advice`.
    public static let advice = Guide.known(Guide.words.type("advice"), "advice")

    /// All of them, in the order of screens.
    public static var allCases: [CaseType] { Guide.words.types }
}

extension PolicyWord<Policy.Channel> {
    /// The channel `live`.
    public static let live = Guide.known(Guide.words.channel("live"), "live")
    /// The channel `phone`.
    public static let phone = Guide.known(Guide.words.channel("phone"), "phone")
    /// The channel `chat`.
    public static let chat = Guide.known(Guide.words.channel("chat"), "chat")
    /// The channel `web`.
    public static let web = Guide.known(Guide.words.channel("web"), "web")
    /// The channel `email`.
    public static let email = Guide.known(Guide.words.channel("email"), "email")

    /// All of them, in the order of screens.
    public static var allCases: [CaseModel.Channel] { Guide.words.channels }
}

extension PolicyWord<Policy.Closure> {
    /// The reason to close `resolved`.
    public static let resolved = Guide.known(Guide.words.closure("resolved"), "resolved")
    /// The reason to close `customer-authorised`.
    public static let customerAuthorised = Guide.known(
        Guide.words.closure("customer-authorised"), "customer-authorised")
    /// The reason to close `exhausted`.
    public static let exhausted = Guide.known(Guide.words.closure("exhausted"), "exhausted")
    /// The reason to close `no-response`.
    public static let noResponse = Guide.known(Guide.words.closure("no-response"), "no-response")
    /// The reason to close `failure-to-facilitate`.
    public static let failureToFacilitate = Guide.known(
        Guide.words.closure("failure-to-facilitate"), "failure-to-facilitate")
    /// The reason to close `not-entitled`.
    public static let notEntitled = Guide.known(Guide.words.closure("not-entitled"), "not-entitled")
    /// The reason to close `denied`.
    public static let denied = Guide.known(Guide.words.closure("denied"), "denied")
    /// The reason to close `duplicate`.
    public static let duplicate = Guide.known(Guide.words.closure("duplicate"), "duplicate")
    /// The reason to close `withdrawn`.
    public static let withdrawn = Guide.known(Guide.words.closure("withdrawn"), "withdrawn")

    /// All of them, in the order of screens.
    public static var allCases: [ClosureReason] { Guide.words.closures }
}
