internal import CaseModel

/// What the rows of a table seem to be, by the names of its columns and of the file.
struct RowGuess {
    /// The kind.
    let kind: RowKind
    /// The column by which a row is found again.
    let key: Int
    /// Fields with what fills them, as a map says it.
    let fields: [(field: RecordField, columns: [Int])]

    /// The likeliest kind; nil when the table looks like cases, or like nothing.
    init?(_ header: [String], file: String) {
        let names = header.map(RowGuess.plain)
        let isCase =
            !Set(names).isDisjoint(with: ["subject", "summary", "shortdescription", "title"])
            || names.contains { ["priority", "severity"].contains($0) }
                && names.contains { ["status", "state"].contains($0) }
        // A contact may have a title, but nobody's name stands in a table of cases as two.
        guard !isCase || names.contains("lastname") else { return nil }
        let place = String(file.split(separator: "/").last ?? "").lowercased()
        var best: (score: Int, guess: RowGuess)?
        for kind in RowKind.loadable {
            guard let guess = RowGuess(kind, header, names) else { continue }
            let rest = kind.fields.count - guess.fields.count
            var score = guess.fields.count * 4 - rest
            if place.contains(kind.code) { score += 20 }
            if guess.fields.contains(where: { $0.field.name == "name" && $0.columns.count > 1 }) { score += 4 }
            if score > best?.score ?? Int.min { best = (score, guess) }
        }
        guard let best else { return nil }
        self = best.guess
    }

    /// A kind, when every field that it needs is there.
    private init?(_ kind: RowKind, _ header: [String], _ names: [String]) {
        self.kind = kind
        var fields: [(field: RecordField, columns: [Int])] = []
        var used: Set<Int> = []
        let own = ["id", "recordid", "\(kind.code)id", "key", "externalid"].compactMap { names.firstIndex(of: $0) }
            .first
        if let own { used.insert(own) }
        for field in kind.fields {
            let columns = RowGuess.columns(for: field, of: kind, header, names).filter { !used.contains($0) }
            if columns.isEmpty {
                let follows = field.name == RecordKind.account && kind.record?.parent != nil
                guard !field.isRequired || follows else { return nil }
                continue
            }
            used.formUnion(columns)
            fields.append((field, columns))
        }
        // A name alone is too little to call a table anything.
        guard fields.count > 1 || own != nil && fields.count == 1 else { return nil }
        guard let key = own ?? fields.first(where: { $0.field.name == kind.title })?.columns.first else { return nil }
        self.key = key
        self.fields = fields
    }

    private static func columns(
        for field: RecordField, of kind: RowKind, _ header: [String], _ names: [String]
    ) -> [Int] {
        if let own = header.firstIndex(of: field.ownColumn) { return [own] }
        if field.name == "name" {
            let parts = ["firstname", "lastname"].compactMap { names.firstIndex(of: $0) }
            if kind != .account, parts.count == 2 { return parts }
        }
        let words = [plain(field.name)] + (RowGuess.words[field.name] ?? []) + ["\(kind.code)\(plain(field.name))"]
        return words.compactMap { names.firstIndex(of: $0) }.first.map { [$0] } ?? []
    }

    private static func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
    }

    /// What other systems call a field.
    private static let words: [String: [String]] = [
        "name": ["fullname", "displayname", "accountname", "contactname", "company", "companyname", "customername"],
        "account": [
            "accountid", "customer", "customerid", "accountname", "company", "companyid", "organizationid",
            "organization", "organisation", "org",
        ],
        "organizationID": ["orgid", "accountnumber", "organizationnumber", "customernumber"],
        "country": ["countrycode", "billingcountrycode", "billingcountry"],
        "parent": ["parentid", "parentaccount", "parentaccountid"],
        "email": ["mail", "emailaddress", "mailaddress"],
        "phone": ["telephone", "phonenumber", "mobile", "mobilephone"],
        "language": ["locale", "lang", "preferredlanguage"],
        "roles": ["role", "contactrole"],
        "active": ["isactive", "enabled"],
        "logins": ["login", "username", "userid"],
        "number": ["contractnumber", "contractno", "contract"],
        "contract": ["contractid", "servicecontractid", "contractnumber", "servicecontract"],
        "start": ["startdate", "startson", "validfrom", "begins", "begin", "from"],
        "end": [
            "enddate", "endson", "validuntil", "validto", "expires", "expirydate", "expirationdate", "until", "to",
        ],
        "from": ["start", "startdate", "validfrom"], "to": ["end", "enddate", "validuntil"],
        "plan": ["plancode", "servicelevel", "level", "supportlevel", "sla", "type", "entitlementtype"],
        "product": ["productname", "productid", "model", "asset"],
        "serial": ["serialnumber", "serialno", "assetserial"],
        "quantity": ["qty", "seats", "count", "licenses", "licences"],
        "order": ["ordernumber", "orderid", "orderno", "purchaseorder"],
        "day": ["date", "orderdate", "purchasedate", "purchasedon"],
        "contact": ["contactid", "contactname", "contactemail"],
        "note": ["notes", "comment", "description"],
        "company": ["partner", "partnername", "partnerid", "reseller"],
    ]
}
