import CaseModel

extension ConsoleState {
    /// The products of the customer that a form is about, each once.
    func products(of form: Form) -> [String] {
        guard let sheet = sheet(for: form) else { return [] }
        let records = sheet.facts.records + sheet.records.values.joined()
        return Set(records.compactMap { $0["product"] }).sorted()
    }

    /// That neither the customer nor the policy has the product in a form, which may be a slip; nil for a known one.
    ///
    /// Nothing is said of one that may become such while it is typed, nor while the customer is not at hand.
    func strangeProduct(in form: Form) -> String? {
        guard let index = form.fields.firstIndex(where: { $0.kind == .product }),
            let sheet = sheet(for: form), let policy = session?.policies.inForce
        else { return nil }
        let field = form.fields[index]
        guard !field.text.isEmpty, field.isChanged else { return nil }
        let typed = Words.fold(field.text)
        let isTyped = index == form.cursor && form.effect == nil
        guard
            !products(of: form).contains(where: { isTyped ? Words.fold($0).hasPrefix(typed) : Words.fold($0) == typed }
            ),
            !policy.people.expertise.contains(where: { $0.covers(field.text) })
        else { return nil }
        return
            "\(sheet.account.name) has no product \(field.text) yet, and the policy names none; it is saved as typed."
    }
}
