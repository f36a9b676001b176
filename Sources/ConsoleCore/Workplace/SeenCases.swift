import CaseModel

extension Workplace {
    /// A case among the rows of the tab, as it was when they came.
    func caseRow(_ id: CaseID) -> CaseSummary? {
        switch answers[tab] {
        case .home(let lists)?:
            for list in lists { if let row = list.cases.first(where: { $0.id == id }) { return row } }
            return nil
        case .customer(let sheet)?: return sheet.cases.first { $0.id == id }
        case .files(let files)?:
            return files.first { $0.item.id == id }.map { CaseSummary($0.item, names: $0.names) }
        default: return nil
        }
    }

    /// The version of a case that the rows of the tab show; nil where it is in none of them.
    func version(of id: CaseID) -> Int? {
        if case .files(let files)? = answers[tab] { return files.first { $0.item.id == id }?.item.version }
        return caseRow(id)?.version
    }
}

extension ConsoleState {
    /// The row of a case that the person sees: that of the workplace, which lies on top, before that of the queue.
    func caseRow(_ id: CaseID) -> CaseSummary? { workplaces.top?.caseRow(id) ?? queue.shelf[id] }
}
