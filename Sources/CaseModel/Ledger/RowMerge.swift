/// A row on its way into the store: what it says, what is here, and what becomes of it.
struct RowMerge {
    /// The row as it stands in the file.
    let row: LoadRow
    /// What the source said before; nil for a row that was never taken over.
    let known: LoadedRow?
    /// What the row says, in the form in which it is kept.
    var new: [String: String?] = [:]
    /// The number of the thing here; nil for a new one.
    var number: Int64?
    /// The values here before the load; nil for a new thing.
    var here: [String: String]?
    /// The values after it.
    private(set) var after: [String: String] = [:]
    /// What the source has said of the thing so far.
    private(set) var said: [String: String]
    /// Fields that name something of the same table that did not come yet, with what they say.
    var waiting: [(field: String, text: String)] = []
    /// What a person should look at.
    var problems: [LoadProblem] = []

    init(_ row: LoadRow, known: LoadedRow?) {
        self.row = row
        self.known = known
        said = known?.values ?? [:]
    }

    /// Decides field by field: what the source changed is taken over, what a person changed stays and is told.
    mutating func decide() {
        after = here ?? [:]
        for field in row.kind.fields {
            guard let new = new[field.name] else { continue }
            let before = said[field.name]
            said[field.name] = new
            guard let here else {
                after[field.name] = new
                continue
            }
            let mine = here[field.name]
            if mine == new || known != nil && before == new || new == nil && (known == nil || field.isRequired) {
                continue
            }
            guard mine == (known == nil ? nil : before) else {
                conflict(field, mine)
                continue
            }
            if field.isFixed, mine != nil {
                let why =
                    "The \(field.name) of a \(row.kind.code) stays as it was first given; the file says otherwise."
                problems.append(row.problem(field.name, why))
                continue
            }
            after[field.name] = new
        }
    }

    private mutating func conflict(_ field: RecordField, _ mine: String?) {
        let there = (row.values[field.name] ?? nil) ?? "nothing"
        let whose = known == nil ? "is known here otherwise" : "was changed by a person"
        problems.append(
            row.problem(
                field.name,
                "The \(field.name) of “\(after[row.kind.title] ?? row.key)” \(whose): it is \(mine ?? "nothing"); the "
                    + "file says \(there.prefix(80)). It was left as it is."))
    }

    /// Leaves a field as it is here, and says why.
    mutating func leave(_ field: String, _ why: String) { put(here?[field], in: field, why) }

    /// The values in the one form in which they are kept.
    mutating func settle(_ values: [String: String]) { after = values }

    /// Gives a field another value than the row does, and says why.
    mutating func put(_ value: String?, in field: String, _ why: String) {
        after[field] = value
        problems.append(row.problem(field, why))
    }
}

/// Why a row came to nothing.
enum RowStop: Error {
    /// The store failed.
    case store(StoreError)
    /// The row cannot be taken.
    case rejected(LoadProblem)
}

extension LoadRow {
    /// A problem of this row.
    func problem(_ field: String?, _ message: String) -> LoadProblem {
        LoadProblem(line: line, field: field, message: message)
    }

    /// Asks the store; what a rule refuses is a reason not to take the row.
    func asking<T>(_ body: () throws(StoreError) -> T) throws(RowStop) -> T {
        do throws(StoreError) {
            return try body()
        } catch .refused(let refusal) {
            throw .rejected(problem(nil, "\(refusal.message) \(refusal.remedy)"))
        } catch {
            throw .store(error)
        }
    }
}
