/// Where on the screen a row is seen, or done where it is an act, and the test that shows it.
public struct SeedScreen: Sendable {
    /// The keys that lead there, and what stands there.
    public let place: String
    /// A story or a test of the console: `SiteStories/aMachineIsReplaced`; or a picture: `page-120x40`.
    public let proofs: [String]

    init(_ place: String, _ proofs: String...) {
        self.place = place
        self.proofs = proofs
    }
}

extension SeedRow {
    /// Where it is seen or done; nil for a row that nobody placed.
    public var screen: SeedScreen? { SeedScreen.screens[row] }
}

extension SeedScreen {
    /// Every row that is placed, by its number.
    public static let screens: [String: SeedScreen] = {
        var all: [String: SeedScreen] = [:]
        for group in [references, people, cases, licenses, premium, site] {
            for (rows, screen) in group { for row in rows { all[row] = screen } }
        }
        return all
    }()

    static let references: [([String], SeedScreen)] = [
        (
            ["1", "2", "3", "4", "28", "57", "59", "75", "76", "77", "78", "83"],
            SeedScreen("g p, Edition, Plans and References", "KnowledgeStories/thePolicyIsReadWithItsSources")
        ),
        (
            ["30", "31", "44a", "44b", "44c", "56a", "56b"],
            SeedScreen("g d, the centres and their hours", "KnowledgeStories/theSevenCentresAndWhoIsOnDuty")
        ),
        (
            ["16", "46a", "46b", "79"],
            SeedScreen("g e, Cover: the plans and what they bring", "TriageStories/coverIsVerified")
        ),
        (
            ["69"],
            SeedScreen("g p, Duties: the periods of the policy", "KnowledgeStories/thePolicyIsReadWithItsSources")
        ),
    ]

    static let people: [([String], SeedScreen)] = [
        (
            ["5", "29"],
            SeedScreen(
                "g c, Enter: the call sheet and the tabs of a customer", "PeopleStories/aNewContactIsMadeRenewalContact"
            )
        ),
        (["6", "7", "9"], SeedScreen("g c, Contacts: + adds, e changes", "SituationStories/calledInByAStranger")),
        (["8", "18"], SeedScreen("g r, a, Renewal Contact", "PeopleStories/aNewContactIsMadeRenewalContact")),
        (
            ["17a", "17b", "17c"],
            SeedScreen("g r, a, Notice; then Notices", "ContractStories/aContractAboutToEndIsFoundAndTold")
        ),
        (
            ["19", "21", "24"],
            SeedScreen("the call sheet: who is told, and why", "PeopleStories/theRuleAssignsARenewalContactAndSaysWhy")
        ),
        (["20", "23"], SeedScreen("g r, a, Renew", "ContractStories/aRenewalIsRecorded")),
        (
            ["22"],
            SeedScreen("g h, Account manager; g r, Contracts", "ContractStories/aContractAboutToEndIsFoundAndTold")
        ),
        (["25", "26"], SeedScreen("+, Partner of a new case", "PeopleStories/aResellerOpensACaseForItsCustomer")),
        (["27"], SeedScreen("a customer's Partners, a, Remove", "PeopleStories/aPartnerIsRemovedOnTheCustomersWord")),
    ]

    static let cases: [([String], SeedScreen)] = [
        (["10", "11"], SeedScreen("the queue and the page of a case", "WorkStory/keysAndShellTellTheSameStory")),
        (["12"], SeedScreen("a, Caller on the row of a case", "SituationStories/calledInByAStranger")),
        (
            ["13", "14", "61", "61a", "61b", "61c", "61d", "62", "62a", "62b", "62c"],
            SeedScreen("I; the Actions of a case", "KnowledgeStories/theCustomerIsAskedForATraceAndSendsIt")
        ),
        (["15", "82"], SeedScreen("I; the Actions of a case", "ActKeyTests/solution")),
        (["32"], SeedScreen("+, Channel of a new case", "SituationStories/calledInByAStranger")),
        (
            ["33", "34"],
            SeedScreen("g d, On duty: expertise beside the name", "KnowledgeStories/theSevenCentresAndWhoIsOnDuty")
        ),
        (
            ["35", "36a", "36b", "36c"],
            SeedScreen("g h, Front desk: what is not technical", "TriageStories/questionsGoToTheFrontDesk")
        ),
        (["58"], SeedScreen("+, Basic steps of a new case", "SituationStories/calledInByAStranger")),
        (["60", "74"], SeedScreen("a customer's Compliance", "SiteStories/consentAndAuditAreAsked")),
        (
            ["63", "65"],
            SeedScreen(
                "x: the reasons, and what each needs", "CasePageStory/closingWithoutAReasonIsRefusedThenDone",
                "ActKeyTests/closing")
        ),
        (["64"], SeedScreen("the Files of a case", "CasePageStory/aFileIsAttachedAndSavedAgain")),
        (["70"], SeedScreen("D on a case", "CasePageStory/supportIsDeniedAndRestored")),
    ]

    static let licenses: [([String], SeedScreen)] = [
        (
            ["37", "38", "39a", "39b", "40", "41", "42", "45"],
            SeedScreen("g l, a: allocate, move, return, download", "LicenseStories/allocatedMovedReturnedDownloaded")
        ),
        (["43"], SeedScreen("g l, a, Advice", "DraftStories/aFormComesBackAfterAKill")),
    ]

    static let premium: [([String], SeedScreen)] = [
        (
            ["47", "48", "49", "81"],
            SeedScreen(
                "the call sheet: Ask first, Critical environments", "KnowledgeStories/theAssignedManagerComesFirst")
        ),
        (
            ["50", "51"],
            SeedScreen("the queue by due time; w takes the next", "CasePageStory/theNextCaseIsTaken", "queue-120x40")
        ),
        (["52", "53", "54", "55"], SeedScreen("g x: the room of a situation", "SituationStories/fromOpeningToEnd")),
    ]

    static let site: [([String], SeedScreen)] = [
        (["66"], SeedScreen("a customer's Site, a, Visit", "SiteStories/aVisitIsRecordedWithItsConsent")),
        (
            ["67a", "67b", "67c", "68", "80"],
            SeedScreen("a customer's Site and Compliance", "KnowledgeStories/whatIsInstalledAndWhatStandsThere")
        ),
        (
            ["71a", "71b", "71c", "72", "73"],
            SeedScreen("g s, a: the steps of a shipment", "SiteStories/aMachineIsSentInOnlyWithAttestation")
        ),
    ]
}
