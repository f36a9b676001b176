/// What takes back what a format brought, so that a test has a store as an older program wrote it.
public enum OlderFormats {
    /// Takes format 8 back: where and when agents work.
    public static let beforePlaces =
        ["expertise", "products", "center", "shift", "tier", "role", "languages"]
        .map { "ALTER TABLE agents DROP COLUMN \($0)" }

    /// Takes format 6 and what came after it back: records, and what people have had since.
    public static let beforeRecords =
        beforePlaces + ["record_events", "records"].map { "DROP TABLE \($0)" } + ["DROP INDEX contacts_by_account"]
        + ["roles", "portal_type", "active"].map { "ALTER TABLE contacts DROP COLUMN \($0)" }
        + ["ALTER TABLE accounts DROP COLUMN region"]
}
