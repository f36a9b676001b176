public import SettingsText

/// The support policy of one edition: who is entitled to what, which clock runs, who answers, what a case may do.
///
/// All words come from a file that people edit; the program knows only what kinds of records there are. Read with
/// ``read(bytes:named:)``; a file with mistakes gives none.
public struct Policy: Equatable, Sendable {
    /// The file as it was read, for showing it.
    public private(set) var file: SettingsFile
    /// The bytes of the file, for keeping it.
    public let text: [UInt8]
    /// A digest of the bytes, for telling one text from another.
    public let digest: String
    /// Which edition this is.
    public let edition: Edition
    /// The texts that values come from, and what they mark.
    public let sources: [Source]
    /// Addresses of texts and portals.
    public let references: [Reference]
    /// Plans with their targets and coverage.
    public let cover: Cover
    /// Regions, calendars and centres.
    public let places: Places
    /// Teams and roles of the provider, roles and rights of the customer's people.
    public let people: People
    /// How requests come in and where they go.
    public let intake: Intake
    /// Severities, statuses and what may follow what.
    public let lifeCycle: LifeCycle
    /// What customers are asked for, and why support may be refused.
    public let duties: Duties
    /// Numbers.
    public let thresholds: [Threshold]

    /// The same policy, its file known by another name.
    public func named(_ name: String) -> Policy {
        var policy = self
        policy.file.name = name
        return policy
    }

    /// Plans with their targets and coverage (domain 1, 2.1, 2.2).
    public struct Cover: Equatable, Sendable {
        /// The kinds of case that pick a column of the targets.
        public let kinds: [CaseKind]
        /// The plans in the order of the file.
        public let plans: [Plan]
        /// First-response targets; a nil value is no target.
        public let targets: [PlanLine<ClockTarget?>]
        /// Targets of the next answer after the customer's last word; a nil value is no target.
        public let followUps: [PlanLine<ClockTarget?>]
        /// Which hours count.
        public let coverage: [PlanLine<Coverage>]
    }

    /// Regions, calendars and centres (domain 3).
    public struct Places: Equatable, Sendable {
        /// The regions.
        public let regions: [Region]
        /// Their working hours and holidays.
        public let calendars: [HoursAndHolidays]
        /// The sites.
        public let centers: [Center]
    }

    /// Teams and roles of the provider, roles and rights of the customer's people (domain 5).
    public struct People: Equatable, Sendable {
        /// The provider's teams.
        public let teams: [Team]
        /// The provider's roles.
        public let roles: [Role]
        /// The kinds of contact.
        public let contactRoles: [ContactRole]
        /// The kinds of login to the portal.
        public let portalTypes: [PortalType]
        /// What contacts may do.
        public let rights: [Named]
        /// What engineers know.
        public let expertise: [Expertise]
        /// Hours in which somebody works.
        public let shifts: [Shift]
        /// Languages that somebody speaks.
        public let languages: [Language]
        /// The names of the classes of availability.
        public let availabilities: [Named]
    }

    /// How requests come in and where they go (domain 7).
    public struct Intake: Equatable, Sendable {
        /// The ways in.
        public let channels: [Channel]
        /// The kinds of request.
        public let requestTypes: [RequestType]
        /// What customers try before they ask.
        public let troubleshooting: [TroubleshootingStep]
        /// Where they find help without asking.
        public let selfHelp: [SelfHelp]
    }

    /// Severities, statuses and what may follow what (domain 4, 12).
    public struct LifeCycle: Equatable, Sendable {
        /// The severities, the worst first.
        public let severities: [SeverityLevel]
        /// The statuses in the order of screens.
        public let statuses: [StatusKind]
        /// What may follow what.
        public let transitions: [Transition]
        /// What must be true.
        public let conditions: [Condition]
        /// Why cases are closed.
        public let closures: [Closure]
        /// The codes of the statuses of each group: asked for each row of the table at each step.
        let members: [StatusGroup: Set<String>]

        init(
            severities: [SeverityLevel], statuses: [StatusKind], transitions: [Transition], conditions: [Condition],
            closures: [Closure]
        ) {
            self.severities = severities
            self.statuses = statuses
            self.transitions = transitions
            self.conditions = conditions
            self.closures = closures
            var members: [StatusGroup: Set<String>] = [:]
            for status in statuses { for group in status.groups { members[group, default: []].insert(status.code) } }
            self.members = members
        }
    }

    /// What customers are asked for, and why support may be refused (domain 7.6, 8, 11).
    public struct Duties: Equatable, Sendable {
        /// Kinds of action items.
        public let items: [ItemKind]
        /// Grounds to refuse support.
        public let grounds: [Ground]
        /// Steps of shipments.
        public let procedures: [Procedure]
        /// What can be done with licences.
        public let licenseOperations: [LicenseOperation]
        /// What records beside cases name.
        public let ledgers: Ledgers
        /// Kinds of notices to customers.
        public let notices: [NoticeKind]
        /// What the program does by itself.
        public let rules: [Rule]
    }
}
