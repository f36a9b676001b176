extension RehearsalTests {
    private static let license = ["license", "new", "account=AC-38", "product=x", "quantity=5"]
    private static let allocated = ["license", "allocate", "LI-1", "--quantity", "4", "--binding", "a"]
    private static let shipment = ["shipment", "propose", "--account", "AC-38", "item=cpu"]
    private static let leave = [
        "access", "new", "account=AC-38", "way=remote", "scope=x", "from=today", "person=CT-115",
    ]
    private static let premium = [
        "contract", "new", "account=AC-38", "number=N-1", "start=2026-01-01", "end=2026-12-31", "plans=priority",
    ]

    /// The same for licences, and for what happens at a customer's site.
    static let siteTrials: [Trial] = [
        Trial("license", "new", "account=AC-38", "product=x", "quantity=5"),
        Trial("license", "allocate", "LI-1", "--quantity", "4", "--binding", "a", after: [license]),
        Trial("license", "allocate", "LI-1", "--quantity", "6", "--binding", "a", after: [license]),
        Trial("license", "allocate", "LI-1", "--quantity", "4", "--binding", "a"),
        Trial(
            "license", "reallocate", "LI-1", "--quantity", "1", "--from", "a", "--to", "b", after: [license, allocated]),
        Trial(
            "license", "return", "LI-1", "--quantity", "4", "--binding", "a", "--reason", "x",
            after: [license, allocated]),
        Trial("license", "return", "LI-1", "--quantity", "4", "--binding", "a", after: [license, allocated]),
        Trial("license", "download", "LI-1", after: [license, allocated]),
        Trial("license", "advice", "LI-1", "-m", "x", after: [license]),
        Trial(
            "license", "allocate", "LI-1", "--quantity", "1", "--binding", "a", "--if-version", "1",
            after: [license, allocated]),
        Trial("shipment", "propose", "--account", "AC-38", "item=cpu"),
        Trial("shipment", "propose", "--account", "AC-38", "item=moon"),
        Trial("shipment", "agree", "SH-1", after: [shipment]), Trial("shipment", "ship", "SH-1", after: [shipment]),
        Trial("shipment", "agree", "SH-1", "--contact", "CT-115", after: [shipment]),
        Trial("replacement", "request", "hardware=HW-1", "reason=x"),
        Trial("hours", "use", "CN-1", "1h", after: [premium]), Trial("hours", "use", "CN-1", "41h", after: [premium]),
        Trial("access", "new", "account=AC-38", "way=remote", "scope=x", "from=today", "person=CT-115"),
        Trial("access", "visit", "AX-1", "-m", "x", "--contact", "CT-115", after: [leave]),
        Trial("access", "visit", "AX-1", "-m", "x", after: [leave]),
        Trial("asset", "new", "account=AC-38", "what=telephone", "name=x"),
        Trial("product", "new", "account=AC-38", "product=x", "installed=1"),
        Trial("audit-consent", "request", "--account", "AC-38"),
        Trial(
            "audit-consent", "refuse", "CO-1", "--contact", "CT-115",
            after: [["audit-consent", "request", "--account", "AC-38"]]),
        Trial("consent", "accept", "--account", "AC-38", "--contact", "CT-115"),
    ]
}
