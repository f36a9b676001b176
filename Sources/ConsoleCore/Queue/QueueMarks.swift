import CaseModel
import TerminalUI

extension ConsoleState {
    /// Marks the row under the cursor, or takes its mark off, and moves on; ends a range.
    mutating func mark() {
        if queue.cursor.anchor != nil {
            markRange()
            return
        }
        queue.marks.toggle(queue.cursor.position)
        queue.cursor.window.move(by: 1)
    }

    /// Begins a range of marks, or ends it: all its rows stay marked.
    mutating func markRange() {
        if queue.cursor.anchor == nil {
            guard queue.order.count > 0 else { return }
            queue.cursor.anchor = queue.cursor.position
            notice = Notice("Move to mark a range; \(key(.range)) again ends it, \(key(.back)) drops it.", .info)
        } else {
            queue.endRange()
        }
    }

    /// Marks what is not marked; only once all numbers are known, so that none is forgotten.
    mutating func invertMarks() {
        guard queue.order.isComplete else {
            notice = Notice("The queue is still loading; try again in a moment.", .info)
            return
        }
        queue.endRange()
        queue.marks.invert()
        let count = queue.marks.count
        notice = Notice("\(grouped(count)) \(count == 1 ? "case is" : "cases are") marked.", .info)
    }

    /// The next row at hand whose words contain the filter's bare words.
    mutating func nextHit(_ step: Int) {
        let words = Words.split(queue.filter.text)
        guard !words.isEmpty else {
            notice = Notice("Type \(key(.filter)) and a word first; \(key(.nextHit)) then goes from hit to hit.", .info)
            return
        }
        // Only rows at hand are looked at: a key press never reads the whole queue.
        var position = queue.cursor.position + step
        while let id = queue.order[position], let row = queue.shelf[id] {
            let text = Words.split(row.subject + " " + (row.accountName ?? "") + " " + (row.contactName ?? ""))
            if words.allSatisfy({ word in text.contains { $0.hasPrefix(word) } }) {
                queue.cursor.window.move(to: position)
                return
            }
            position += step
        }
        queue.cursor.window.move(by: step)
    }
}
