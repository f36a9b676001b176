import CaseModel
import TerminalUI

extension Command {
    /// Whether the console does it by the code of the shell: it is the same act, and prints what it found or did.
    var runsAsInShell: Bool { entry.inShell && !entry.contexts.isEmpty && !changesCases && recordsOrPlaces }

    private var recordsOrPlaces: Bool {
        if recordKind != nil { return true }
        return [
            .agent, .account, .contact, .reference, .troubleshooting, .center, .duty, .route, .verify, .policy, .clock,
            .paths, .attachment, .attach, .log,
        ].contains(self)
    }
}

extension ConsoleState {
    /// A command of the shell was typed: what it prints is shown when it comes; what takes away is asked about first.
    ///
    /// - Parameter isAgreed: whether the person was asked and said yes.
    mutating func run(_ call: CommandCall, isAgreed: Bool = false) -> [Effect] {
        if !isAgreed, let question = call.question {
            overlays.append(.confirm(Confirmation(question: question, answer: .run(call))))
            return []
        }
        let ticket = ask()
        work.commands[ticket] = call
        notice = nil
        let running = Running(cells: max(40, min(120, size.columns - 8)), isAgreed: isAgreed)
        return [.run(call, running, ticket)]
    }

    /// A command printed what it printed.
    mutating func hearReport(_ report: CommandReport, _ ticket: Ticket) -> [Effect] {
        for outcome in report.outcomes { noteOwn(outcome, at: place) }
        if let index = index(of: ticket, sending: true) { return settleForm(report, at: index) }
        guard let call = work.commands.removeValue(forKey: ticket) else { return [] }
        hearReveal(call, report)
        guard report.isDone, report.lines.count <= 1, report.remarks.isEmpty else {
            if !report.isDone, overlays.isEmpty, let line = LineEntry(again: call) {
                // Somebody who writes the path again writes it into the same line; what is written meanwhile goes on.
                let effects = open(line)
                overlays[overlays.count - 1].complain((report.lines + report.remarks).joined(separator: " "))
                return effects + reload()
            }
            show(report, of: call)
            return reload()
        }
        notice = Notice(report.lines.first.map(told) ?? "Done.", .done)
        return reload()
    }

    /// What a command printed, in the notice line where it fits there, in a frame otherwise.
    mutating func show(_ report: CommandReport, of call: CommandCall) {
        let lines = report.lines + report.remarks
        if lines.count == 1, let line = lines.first, line.utf8.count < size.columns * 3 {
            notice = Notice(line, report.isDone ? .done : .refused)
            return
        }
        overlays.append(
            .reader(
                Reader(
                    ([call.command.name] + call.words).joined(separator: " "),
                    lines.map { StyledLine(Shown($0, upTo: 2000)) })))
    }

    /// Where a form lies that waits for what the store says; nil when none does.
    func index(of ticket: Ticket, sending: Bool) -> Int? {
        overlays.firstIndex { overlay in
            if case .form(let form) = overlay { form.sending == ticket && ticket != .none } else { false }
        }
    }
}

extension CommandCall {
    /// What is asked before it: it takes something away for good, or changes what the whole store follows.
    fileprivate var question: String? {
        let rest = words.dropFirst().joined(separator: " ")
        guard !rest.isEmpty else { return nil }
        return switch (command, words.first) {
        case (.contact, "erase"): "Erase the data of \(rest) for good?"
        case (.attachment, "remove"): "Remove \(rest)?"
        case (.policy, "use"): "Shall the store follow \(rest) from now on?"
        default: nil
        }
    }
}
