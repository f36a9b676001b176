import CaseModel
import TerminalUI

extension ListingLook {
    /// A record's number with what such a number is for: one product of a customer stands under several.
    func numbered(_ record: Record, width: Int) -> [StyledLine] {
        var line = StyledLine(Shown("\(record.id)  \(record.kind.name)", upTo: 120), .title)
        guard record.kind == .contract || ListingLook.ofProducts.contains(record.kind) else { return [line] }
        line.add(Shown("  " + record.kind.purpose), .dim)
        return line.wrapped(to: width, indent: 2)
    }

    /// What else of the customer is under a contract, or for the product of a record, each with what it is; empty where
    /// nothing is.
    ///
    /// That a product is the same its name alone tells: records name what they are under, and no purchase.
    func besides(_ record: Record, _ sheet: CustomerSheet) -> (label: String, words: String)? {
        let all = ListingLook.ofProducts.flatMap { sheet.records($0) }
        if record.kind == .contract {
            let parts = all.filter { $0.parent == record.id }.map { "\($0.id) \($0.title)" }
            return parts.isEmpty ? nil : ("Under it", some(of: parts))
        }
        guard ListingLook.ofProducts.contains(record.kind), let product = record["product"].map(Words.fold) else {
            return nil
        }
        let others = all.filter { $0.id != record.id && $0["product"].map(Words.fold) == product }.map { other in
            let day = other.kind == .purchase ? other.day("day").map { " of \($0.inWords)" } : nil
            let under = other.parent.map { " under \($0)" }
            return "\(other.id) \(other.kind.name)\(day ?? under ?? "")"
        }
        return others.isEmpty ? nil : ("Same product", some(of: others))
    }

    /// The kinds of records that are each for one product.
    private static let ofProducts: [RecordKind] = [.purchase, .entitlement, .membership, .license]

    private func some(of words: [String]) -> String {
        let most = 5
        guard words.count > most + 1 else { return words.joined(separator: ", ") }
        return words.prefix(most).joined(separator: ", ") + " and \(grouped(words.count - most)) more"
    }
}
