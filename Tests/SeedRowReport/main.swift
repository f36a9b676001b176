import CaseModel
import GuidePolicy
import SeedRows

// Prints each row of the domain reference with what its proof says under the built-in policy, and under the policy
// without its line, and where it is on the screen; then the count. `swift run seed-rows`.

var proved = 0
for name in SeedRow.expected {
    guard let row = SeedRow.all.first(where: { $0.row == name }) else {
        print("\(name)\tmissing")
        continue
    }
    var words: [String] = []
    var isProved = true
    do {
        try await row.proof(Guide.policy)
        words.append("holds")
    } catch {
        words.append("does not hold: \(error)")
        isProved = false
    }
    if let cut = row.cutPolicy(from: Guide.policy) {
        do {
            try await row.proof(cut)
            words.append("HOLDS WITHOUT ITS LINE")
            isProved = false
        } catch {
            words.append("without \(row.cut.joined(separator: ", ")): \(error)")
        }
    } else {
        words.append("the policy cannot be read without \(row.cut.joined(separator: ", "))")
        isProved = false
    }
    if isProved { proved += 1 }
    words.append("screen: " + (row.screen.map { "\($0.place) (\($0.proofs.joined(separator: ", ")))" } ?? "none"))
    print("\(name)\t\(row.noun)\t\(words.joined(separator: "\t"))")
}
print("\(proved) of \(SeedRow.expected.count) rows are proved.")
