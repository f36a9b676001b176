internal import CaseModel

/// What cases of the made-up centre are about.
enum Topic: Int, CaseIterable, Sendable {
    case gateway, licence, profile, printing, session, certificate, update, telemetry, appliance, signIn

    /// How often it comes up, beside the others.
    var weight: Int { [16, 11, 12, 10, 18, 8, 9, 5, 6, 12][rawValue] }

    /// The products it is about, without their versions.
    var products: [String] {
        switch self {
        case .gateway: ["Gateway", "Gateway Edge"]
        case .licence: ["Licence Server"]
        case .profile: ["Profile Service", "Workspace"]
        case .printing: ["Print Relay"]
        case .session: ["Workspace", "Session Host"]
        case .certificate: ["Gateway", "Portal"]
        case .update: ["Workspace", "Session Host", "Gateway"]
        case .telemetry: ["Telemetry Agent"]
        case .appliance: ["Appliance A300", "Appliance A900"]
        case .signIn: ["Portal", "Workspace"]
        }
    }

    /// What kind of request it is, by the code that many policies have for it.
    var type: String {
        switch self {
        case .licence: "licensing"
        case .telemetry: "entitlement"
        case .appliance: "hardware"
        default: "technical"
        }
    }

    /// The queue that works on it.
    var queue: String {
        switch self {
        case .gateway, .certificate: "Network"
        case .licence, .telemetry: "Licensing"
        case .profile, .session, .update: "Desktop"
        case .printing: "Printing"
        case .appliance: "Appliances"
        case .signIn: "Identity"
        }
    }

    /// What an engineer asks for.
    var request: String {
        [
            "network-trace", "server-log", "profile-log", "driver-list", "session-log", "certificate-chain",
            "update-log",
            "usage-report", "serial-number", "sign-in-log",
        ][rawValue]
    }

    /// Marks that its cases get now and then.
    var tags: [String] {
        switch self {
        case .gateway: ["network", "failover"]
        case .licence: ["renewal", "check-out"]
        case .profile: ["slow-logon"]
        case .printing: ["driver"]
        case .session: ["disconnect", "latency"]
        case .certificate: ["expiry", "tls"]
        case .update: ["regression", "rollback"]
        case .telemetry: ["compliance"]
        case .appliance: ["rma", "power"]
        case .signIn: ["single-sign-on", "lockout"]
        }
    }
}
