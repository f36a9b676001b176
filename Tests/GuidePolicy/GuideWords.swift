public import CaseModel

// The words of the built-in policy, as tests say them.

extension Status {
    public static let new = Guide.known(Guide.words.status("new"), "new")
    public static let held = Guide.known(Guide.words.status("held"), "held")
    public static let open = Guide.known(Guide.words.status("open"), "open")
    public static let wip = Guide.known(Guide.words.status("wip"), "wip")
    public static let cust = Guide.known(Guide.words.status("cust"), "cust")
    public static let vendor = Guide.known(Guide.words.status("vendor"), "vendor")
    public static let hold = Guide.known(Guide.words.status("hold"), "hold")
    public static let review = Guide.known(Guide.words.status("review"), "review")
    public static let esc = Guide.known(Guide.words.status("esc"), "esc")
    public static let eng = Guide.known(Guide.words.status("eng"), "eng")
    public static let solved = Guide.known(Guide.words.status("solved"), "solved")
    public static let denied = Guide.known(Guide.words.status("denied"), "denied")
    public static let closed = Guide.known(Guide.words.status("closed"), "closed")

    public static var allCases: [Status] { Guide.words.statuses }
    public var rawValue: String { code }
}

extension Severity {
    public static let one = Guide.known(Guide.words.severity("1"), "severity 1")
    public static let two = Guide.known(Guide.words.severity("2"), "severity 2")
    public static let three = Guide.known(Guide.words.severity("3"), "severity 3")
    public static let four = Guide.known(Guide.words.severity("4"), "severity 4")

    public static var allCases: [Severity] { Guide.words.severities }
    public var rawValue: Int { rank }

    public init?(rawValue: Int) {
        guard let severity = Guide.words.severity(rank: rawValue) else { return nil }
        self = severity
    }
}

extension PolicyWord {
    public var rawValue: String { code }
}

extension PolicyWord<Policy.RequestType> {
    public static let technical = Guide.known(Guide.words.type("technical"), "technical")
    public static let account = Guide.known(Guide.words.type("account"), "account")
    public static let licensing = Guide.known(Guide.words.type("licensing"), "licensing")
    public static let entitlement = Guide.known(Guide.words.type("entitlement"), "entitlement")
    public static let hardware = Guide.known(Guide.words.type("hardware"), "hardware")
    public static let advice = Guide.known(Guide.words.type("advice"), "advice")

    public static var allCases: [CaseType] { Guide.words.types }
}

extension PolicyWord<Policy.Channel> {
    public static let live = Guide.known(Guide.words.channel("live"), "live")
    public static let phone = Guide.known(Guide.words.channel("phone"), "phone")
    public static let chat = Guide.known(Guide.words.channel("chat"), "chat")
    public static let web = Guide.known(Guide.words.channel("web"), "web")
    public static let email = Guide.known(Guide.words.channel("email"), "email")

    public static var allCases: [CaseModel.Channel] { Guide.words.channels }
}

extension PolicyWord<Policy.Closure> {
    public static let resolved = Guide.known(Guide.words.closure("resolved"), "resolved")
    public static let customerAuthorised = Guide.known(Guide.words.closure("customer-authorised"), "customer-authorised")
    public static let exhausted = Guide.known(Guide.words.closure("exhausted"), "exhausted")
    public static let noResponse = Guide.known(Guide.words.closure("no-response"), "no-response")
    public static let failureToFacilitate = Guide.known(Guide.words.closure("failure-to-facilitate"), "failure-to-facilitate")
    public static let notEntitled = Guide.known(Guide.words.closure("not-entitled"), "not-entitled")
    public static let denied = Guide.known(Guide.words.closure("denied"), "denied")
    public static let duplicate = Guide.known(Guide.words.closure("duplicate"), "duplicate")
    public static let withdrawn = Guide.known(Guide.words.closure("withdrawn"), "withdrawn")

    public static var allCases: [ClosureReason] { Guide.words.closures }
}
