import CaseModel
import TerminalUI

extension PageBody {
    /// Every event with all it changed, the newest first: who, when, by which login, and each field before and after.
    static func history(_ file: CaseFile, _ facts: PageFacts) -> [StyledLine] {
        file.events.reversed().flatMap { event in
            let local = facts.look.zone.local(event.at)
            var head = StyledLine(Shown("\(event.seq)").padded(to: 4, .right) + "  ", .accent)
            let day = Shown(facts.look.words(local.day)).padded(to: 11, .right)
            head.add(day + Shown(" \(local.clockText)  "), .dim)
            head.add(Shown(event.action.rawValue.spaced, upTo: 20).padded(to: 12), .text, [.bold])
            head.add(Shown(event.actor.name, upTo: 60))
            if event.actor.login != event.actor.name { head.add(Shown(" (\(event.actor.login))", upTo: 60), .dim) }
            if let target = event.refersTo { head.add(Shown(", of event \(target)"), .dim) }
            if let real = event.recordedAt { head.add(Shown(", recorded \(facts.look.shortWords(real))"), .dim) }
            var lines = [head]
            for change in event.changes {
                lines += facts.text(TimelineEntry.words(for: change, file.names, facts.look), indent: 6, upTo: 6)
            }
            for remark in event.remarks {
                let words = file.names.known.remark(remark.condition) ?? remark.condition
                lines += facts.text(remark.strength.sentence + words, indent: 6, .warn)
            }
            if let text = event.text { lines += facts.text(text, indent: 6, .dim, upTo: 8) }
            return lines
        }
    }
}
