import CaseModel
import TerminalUI

/// Typed numbers that the store is asked about, and what is to become of the cases they mean.
struct Search: Equatable, Sendable {
    /// The numbers as typed: those of cases here, or those their sources gave them.
    var references: [String]
    /// What for.
    var purpose: Purpose
    /// The command line they were typed in; nil where it was none.
    var line: LineEntry?

    /// What becomes of the cases.
    enum Purpose: Equatable, Sendable {
        /// The case is opened.
        case open
        /// What the command lacks is asked for.
        case ask(CommandCall)
        /// The plan is carried out; on these cases when it names none, and for that line or frame.
        case act(CommandCall, CasePlan, Targets?, input: Ticket)
        /// The case is the one that a duplicate repeats, typed into that line.
        case repeated(input: Ticket)
    }
}

extension ConsoleState {
    /// Asks the store which cases typed numbers mean; what is typed meanwhile waits.
    mutating func find(_ references: [String], for purpose: Search.Purpose) -> [Effect] {
        let ticket = ask()
        work.searches = [ticket: Search(references: references, purpose: purpose)]
        return [.find(references, ticket)]
    }

    /// The cases that typed numbers mean, for each number those it can mean.
    mutating func hearFound(_ found: [[CaseID]], _ ticket: Ticket) -> [Effect] {
        guard let search = work.searches.removeValue(forKey: ticket) else { return [] }
        if search.purpose == .open, found == [[]], page == nil, let row = search.references.first.flatMap({ Int($0) }),
            row > 0, row <= queue.order.count
        {
            notice = Notice("There is no case \(row); this is row \(grouped(row)).", .info)
            queue.cursor.window.move(to: row - 1)
            return []
        }
        if search.purpose == .open, let ids = found.first, ids.count > 1 {
            let lines = ids.map { Picker.Line(call: CommandCall(.open, [$0.description]), label: $0.description) }
            overlays.append(.picker(Picker("Several cases have that number", lines, kind: .cases)))
            return []
        }
        do throws(CallProblem) {
            var ids: [CaseID] = []
            for (reference, cases) in zip(search.references, found) {
                guard let id = try oneCase(reference, among: cases) else {
                    throw CallProblem("There is no case \(reference).")
                }
                ids.append(id)
            }
            return try goOn(search.purpose, with: ids)
        } catch {
            giveUp(search, error.description)
            return []
        }
    }

    /// The cases are not known; what was typed since was meant to follow on what is not done now.
    mutating func giveUp(_ search: Search, _ words: String) {
        work.held = []
        if let line = search.line { reopen(line, words) } else { refuse(words, search.purpose.input) }
    }

    private mutating func goOn(_ purpose: Search.Purpose, with ids: [CaseID]) throws(CallProblem) -> [Effect] {
        switch purpose {
        case .open: return ids.first.map { openPage($0) } ?? []
        case .ask(let call): return askFor(CommandCall(call.command, options: call.options), seen(ids))
        case .act(let call, var plan, let targets, let input):
            if plan.duplicateOf != nil, let other = ids.last { plan.repeats(other) }
            let named = seen(Array(ids.prefix(plan.references.count)))
            return try propose(call, plan, on: named.count > 0 ? named : targets ?? self.targets, from: input)
        case .repeated(let input):
            guard let index = index(of: input), case .line(let line) = overlays[index],
                case .duplicate(var call) = line.purpose, let id = ids.first
            else { return [] }
            call.options[.duplicateOf] = id.description
            overlays.remove(at: index)
            return open(LineEntry(.closing(call), targets: line.targets))
        }
    }

    /// Cases with the versions on the screen.
    private func seen(_ ids: [CaseID]) -> Targets { .these(ids.map { .init(id: $0, base: version(of: $0)) }) }
}

extension Search.Purpose {
    /// The line or frame it is for.
    var input: Ticket {
        switch self {
        case .open, .ask: .none
        case .act(_, _, _, let input), .repeated(let input): input
        }
    }
}
