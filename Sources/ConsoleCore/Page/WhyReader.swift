import CaseModel
import TerminalUI

extension ConsoleState {
    /// Opens the worked sums of the case's clocks, as `caseload why` prints them; waits for a case that is still to come.
    mutating func why() -> [Effect] {
        guard let id = caseInSight else {
            notice = Notice("No case is under the cursor.", .info)
            return []
        }
        if let file = fileAtHand {
            showSums(file)
            return []
        }
        work.sumsWanted = id
        notice = Notice("Loading \(id)…", .info)
        return page == nil ? [.loadFiles([id], ask())] : []
    }

    /// The case that is open, or under the cursor, in full; nil while it is not at hand.
    var fileAtHand: CaseFile? {
        if let page { return page.file }
        return caseInSight.flatMap { caseInFull($0) }
    }

    /// The case that is open, or under the cursor of what is on the screen.
    var caseInSight: CaseID? {
        if let page { return page.id }
        guard let top = workplaces.top else { return queue.cursorID }
        if case .item(let id)? = top.row?.subject { return id }
        return nil
    }

    /// A case came whose sums were wanted; they are shown unless the person went on to something else.
    mutating func showSumsAwaited(_ file: CaseFile) {
        guard work.sumsWanted == file.item.id else { return }
        work.sumsWanted = nil
        guard overlays.isEmpty, caseInSight == file.item.id else { return }
        notice = nil
        showSums(file)
    }

    private mutating func showSums(_ file: CaseFile) {
        guard let session else { return }
        do throws(ValueProblem) {
            let clocks = try CaseClocks(of: file.item.id, file.events, session.policies)
            let answer = file.item.account.flatMap { desk.covers[$0] }.map { file.cover($0, session.policies) }
            let item = file.item
            let others = item.status.isOpen ? session.policies.words.severities.filter { $0 != item.severity } : []
            let sums = try ClockSums(clocks, at: now, file.events, uncovered: answer?.whyUncovered)
                .lines(session.zone, with: others.map { [FieldChange(.severity, item.severity.code, $0.code)] })
            let lines = sums.map { line in
                line.hasPrefix(" ") ? StyledLine(Shown(line)) : StyledLine(Shown(line), .header, [.bold])
            }
            overlays.append(.reader(Reader("Why \(file.item.id) is due when it is", lines)))
        } catch {
            notice = Notice("\(file.item.id): \(error.value) is no \(error.field.name).", .refused)
        }
    }
}
