import CaseModel
import TerminalUI

/// What a form offers beside what is typed: worked out when something changed, not at each paint.
struct FormOffer: Equatable, Sendable {
    /// What it was worked out from; nil for nothing yet.
    fileprivate var basis: Basis?
    /// What could stand in the field that is typed in.
    fileprivate(set) var choices: [Choice] = []
    /// What stands in each field means, in words; nil where that says nothing.
    private(set) var meanings: [String?] = []
    /// Who of the customer may call, kept while one types.
    fileprivate(set) var callers: FormCallers?
    /// What is to be filled in before.
    fileprivate(set) var advice: String?
    /// What in another field stands against what is named.
    fileprivate(set) var complaint: String?
    /// The draft that came back; nil for none.
    var comeback: Comeback?

    /// A draft that came back, and the form as it was before or an older draft: one of them is in the fields.
    struct Comeback: Equatable, Sendable {
        /// The texts of the fields that are not seen.
        var other: [String]
        /// What the draft that is not seen says of the versions it was typed for, and that of the one that is.
        var marks: (other: [String], seen: [String])
        /// Whether the form was begun afresh, so that the draft is what is not seen.
        var isAfresh = false
        /// Whether what is not seen was typed, too, so that neither is thrown away.
        var hasOlder = false

        /// Whether what is not seen is a draft.
        var isOtherTyped: Bool { isAfresh || hasOlder }

        /// The other takes the place of what is seen.
        mutating func turn(_ seen: [String]) {
            other = seen
            marks = (marks.seen, marks.other)
            if !hasOlder { isAfresh.toggle() }
        }

        static func == (a: Self, b: Self) -> Bool {
            a.other == b.other && a.isAfresh == b.isAfresh && a.hasOlder == b.hasOlder && a.marks == b.marks
        }
    }

    /// What choices and meanings follow from.
    fileprivate struct Basis: Equatable, Sendable {
        var texts: [String]
        var cursor: Int
        var typed: String?
        var customers: Int
        var found: FoundCustomers
        var host: FoundHost
        var directory: Int
        var policy: String?
        var asked: Workplace.Asked?
        var branches: Int
        var minute: Int64
    }

    fileprivate mutating func fill(_ choices: [Choice], _ meanings: [String?], _ basis: Basis) {
        self.choices = choices
        self.meanings = meanings
        self.basis = basis
    }

    /// What a field means.
    func meaning(_ index: Int) -> String? { meanings.indices.contains(index) ? meanings[index] : nil }
}

extension ConsoleState {
    /// Works out anew what open forms offer where what that follows from changed.
    mutating func settleOffers() {
        for index in overlays.indices {
            guard case .form(var form) = overlays[index] else { continue }
            let basis = FormOffer.Basis(
                texts: form.fields.map(\.field.text), cursor: form.cursor, typed: form.completing?.typed,
                customers: desk.customers.version, found: desk.customers.found, host: desk.customers.host,
                directory: desk.directory.version,
                policy: session?.policies.inForce.mark, asked: workplaces.top?.asked,
                branches: workplaces.top?.roster.branches.count ?? 0,
                minute: now.seconds / 60)
            guard form.offer.basis != basis else { continue }
            form.offer.callers = callers(for: form)
            let choices = choices(for: form)
            form.offer.complaint = complaint(about: form)
            form.offer.advice =
                advice(for: form) ?? newHost(in: form) ?? strangeCommander(in: form) ?? strangeProduct(in: form)
                ?? nothing(for: form, among: choices)
            form.offer.fill(choices, form.fields.map { meaning(of: $0, in: form) }, basis)
            overlays[index] = .form(form)
        }
    }
}
