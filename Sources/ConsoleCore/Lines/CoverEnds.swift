import CaseModel
import TerminalUI

extension CoverLine {
    /// Until when it holds, with the days left; where not everything ends on one day, what ends first, and with room
    /// for it by its name and when the last ends.
    func ends(_ answer: CoverAnswer, _ look: TimelineLook, isLong: Bool) -> [StyledLine] {
        let own = answer.covering.first { $0.record == entitlement }
        let endings = own.map { [$0] } ?? answer.endings
        guard let first = endings.first, let day = first.until else { return [StyledLine("no end")] }
        let last = endings[endings.count - 1].until
        let end = until(day, look, isLong)
        guard last != day else { return [end] }
        var named = StyledLine(
            isLong ? names(endings, endingOn: day, look) : "the first", end.spans.first?.role ?? .text)
        named.add(" ")
        named.add(end)
        guard isLong else { return [named] }
        var longest = StyledLine("the longest ")
        longest.add(last.map { until($0, look, isLong) } ?? StyledLine("has no end"))
        return [named, longest]
    }

    /// What ends on a day: the plan, or the product where the same plan lasts longer for others.
    private func names(_ endings: [CoverAnswer.Item], endingOn day: CivilDay, _ look: TimelineLook) -> Shown {
        let others = Set(endings.filter { $0.until != day }.map(\.plan))
        let names = endings.filter { $0.until == day }.map { item in
            let plan = item.plan.map { book.inForce.names(ofPlans: [$0]).joined() }
            return (others.contains(item.plan) ? item.product : plan ?? item.product) ?? item.record.description
        }
        .uniqueInOrder
        let first = Shown(names.first ?? "", upTo: 120).truncated(to: 32, ellipsis: look.glyphs[.ellipsis])
        return names.count > 1 ? first + Shown(" and \(names.count - 1) more") : first
    }

    /// Until when something holds, with the days left.
    private func until(_ day: CivilDay, _ look: TimelineLook, _ isLong: Bool) -> StyledLine {
        let today = facts.map { book.day(of: look.now, for: $0) } ?? look.today
        let left = day.daysSince1970 - today.daysSince1970
        func days(_ count: Int64) -> String { isLong ? "\(count) \(count == 1 ? "day" : "days")" : "\(count) d" }
        let words = look.words(day)
        // Whoever counts on a calendar of one's own would come to another number.
        let there = today == look.today ? "" : " by the customer's date"
        switch left {
        case ..<0: return StyledLine(Shown("ended \(words), \(days(-left)) ago"), .bad)
        case 0: return StyledLine(Shown("until \(words), the last day\(there)"), .warn)
        default:
            return StyledLine(
                Shown("until \(words), \(days(left))\(isLong ? " left\(there)" : "")"), left <= 30 ? .warn : .text)
        }
    }
}
