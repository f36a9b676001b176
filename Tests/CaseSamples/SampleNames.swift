public import CaseModel

/// People, places and words that sample cases and sample queries share.
public enum SampleNames {
    /// The clock of the samples.
    public static let now = Timestamp(seconds: 1_773_063_000)
    /// Customers; some differ only in case, accents or composition.
    public static let accounts = [
        "Nord Energy", "Nordsee AG", "Ærø Havn", "Straße & Söhne", "東京ガス", "Сервер ООО", "مرحبا", "100%_Co",
        "O\"Brien\\",
        "none",
    ]
    /// People at customers.
    public static let contacts = ["Zoë Quinn", "Łukasz Żak", "山田 花子", "שרה כהן", "D'Arcy, A.", "time", "Σίσυφος"]
    /// People who work on cases; one word each.
    public static let agents = ["mira", "Ødegård", "한별", "Łucja"]
    /// Queues.
    public static let queues = ["Network", "networks", "Licensing EMEA", "サーバー", "me"]
    /// Products.
    public static let products = ["Gateway", "gateway 13", "Größe X", "a*b", "Ключ"]
    /// Marks.
    public static let tags = ["spam", "vip", "Größe", "αβγ", "half-day", "漢字", "x:y"]
    /// Columns that a source has and the model has not.
    public static let columns = ["LOCATION", "Größe", "made sla", "u_x"]
    /// Their values.
    public static let values = ["true", "Caller 2403", "Ærø", "", "a\"b", "50%", "\u{202e}x", "none"]
    /// Zones, one with clocks that change near ``now``.
    public static let zones = [
        Zone.utc,
        Zone(
            name: "America/New_York", initialOffset: -14_400,
            transitions: [
                .init(at: Timestamp(seconds: 1_762_063_200), offset: -18_000),
                .init(at: Timestamp(seconds: 1_772_953_200), offset: -14_400),
            ]),
        Zone(name: "Asia/Tokyo", initialOffset: 32_400),
    ]
}
