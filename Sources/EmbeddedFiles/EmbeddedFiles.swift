/// Files that stand inside the program, so that one copied file is a whole installation.
public enum EmbeddedFiles {
    /// The bytes of a built-in theme in the grammar of settings files, or nil when there is none of that name.
    public static func theme(_ name: String) -> [UInt8]? {
        switch name {
        case "terminal": PackageResources.terminal_theme
        case "dark": PackageResources.dark_theme
        case "light": PackageResources.light_theme
        case "mono": PackageResources.mono_theme
        default: nil
        }
    }

    /// The names of the built-in themes, in the order to offer them.
    public static let themeNames = ["terminal", "dark", "light", "mono"]

    /// The bytes of a built-in import preset in the grammar of settings files, or nil when there is none of that name.
    public static func preset(_ name: String) -> [UInt8]? {
        switch name {
        case "servicenow-events": PackageResources.servicenow_events_map
        case "salesforce-accounts": PackageResources.salesforce_accounts_map
        case "salesforce-contacts": PackageResources.salesforce_contacts_map
        case "salesforce-contracts": PackageResources.salesforce_contracts_map
        case "salesforce-entitlements": PackageResources.salesforce_entitlements_map
        case "salesforce-cases": PackageResources.salesforce_cases_map
        case "zendesk-accounts": PackageResources.zendesk_accounts_map
        case "zendesk-contacts": PackageResources.zendesk_contacts_map
        case "zendesk-agents": PackageResources.zendesk_agents_map
        case "zendesk-cases": PackageResources.zendesk_cases_map
        default: nil
        }
    }

    /// The names of the built-in import presets, in the order to offer them.
    public static let presetNames = [
        "servicenow-events", "salesforce-accounts", "salesforce-contacts", "salesforce-contracts",
        "salesforce-entitlements", "salesforce-cases", "zendesk-accounts", "zendesk-contacts", "zendesk-agents",
        "zendesk-cases",
    ]

    /// The bytes of the built-in support policy in the grammar of settings files.
    public static var policy: [UInt8] { PackageResources.legacy_guide_policy }
}
