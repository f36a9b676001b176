/// A table of customers, or of what belongs to them, that the program imports into a store to be measured.
struct CustomerTable {
    /// The kind of its rows.
    let kind: String
    /// The heading.
    private let columns: String
    /// How many rows each customer has.
    private let each: Int
    /// A row of a customer.
    private let row: @Sendable (_ customer: Int, _ number: Int) -> String

    /// Customers in groups of ten, their people, a contract and a membership each.
    static let all = [
        CustomerTable(kind: "account", columns: "key,name,parent", each: 1) { customer, _ in
            "\(customer),\(name(customer)),\(customer % 10 == 0 ? "" : String(customer / 10 * 10))"
        },
        CustomerTable(kind: "contact", columns: "key,name,email,account", each: 3) { customer, number in
            "\(customer)-\(number),\(person(customer * 3 + number)),p\(number)@c\(customer).example,\(customer)"
        },
        CustomerTable(kind: "contract", columns: "key,number,start,end,plans,account", each: 1) { customer, _ in
            "\(customer),N-\(customer),2026-01-01,20\(27 + customer % 3)-0\(1 + customer % 9)-28,select,\(customer)"
        },
        CustomerTable(kind: "membership", columns: "key,product,end,contract", each: 1) { customer, _ in
            "\(customer),Gateway,20\(27 + customer % 3)-0\(1 + customer % 9)-28,\(customer)"
        },
    ]

    /// The rows of so many customers, the heading first.
    func rows(_ customers: Int) -> some Sequence<String> {
        (-1..<customers * each).lazy.map { $0 < 0 ? columns : row($0 / each, $0 % each) }
    }

    /// What the columns mean.
    var map: String {
        let fields = columns.split(separator: ",").dropFirst().map { "\($0) = \($0)" }
        return """
            [import]
            kind = \(kind)
            source = bench
            key = key
            date = yyyy-MM-dd

            [fields]
            \(fields.joined(separator: "\n"))
            """
    }

    private static let words = [
        "Harbour", "Linden", "Mill", "North", "Ocean", "Pine", "Quarry", "River", "Stone", "Vale",
    ]

    private static func name(_ number: Int) -> String {
        "\(words[number / 7 % 10]) \(words[number % 10]) \(number)"
    }

    private static func person(_ number: Int) -> String {
        let given = ["Ada", "Bo", "Cleo", "Dag", "Eva", "Finn", "Gro", "Hal", "Ida", "Jon", "Kai"]
        return "\(given[number % 11]) \(words[number / 11 % 10])s\(number / 1000)"
    }
}
