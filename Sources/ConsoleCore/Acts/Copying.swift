import CaseModel
import TerminalUI

extension ConsoleState {
    /// `copy [number|title|mail]`: what is at the cursor goes to the terminal's clipboard, as it is shown.
    ///
    /// A mail address goes there only once it was shown, which is recorded (reliability 5.2).
    mutating func copy(_ what: String) -> [Effect] {
        let row = page == nil ? workplaces.top?.row?.subject : nil
        let text: String?
        switch what {
        case "number": text = (caseInSight?.description) ?? row?.number
        case "title": text = titleAtHand(row)
        case "mail":
            guard case .contact(let id)? = row, let contact = contact(id) else {
                notice = Notice("A mail address is copied from the row of a person.", .info)
                return []
            }
            guard workplaces.top?.revealed.contains(id) == true else {
                notice = Notice("\(key(.reveal)) shows mail and telephone first; that is recorded.", .info)
                return []
            }
            text = contact.email
        default:
            notice = Notice("copy takes number, title or mail, not \(what).", .refused)
            return []
        }
        guard let text, !text.isEmpty else {
            notice = Notice("There is no \(what) here to copy.", .info)
            return []
        }
        // No control sign and no line break comes along, whatever somebody wrote.
        let shown = Shown(text, upTo: 1000)
        notice = Notice("Sent to the terminal's clipboard: \(shown.text)", .done)
        return [.copy(shown)]
    }

    private func titleAtHand(_ row: Subject?) -> String? {
        if let id = caseInSight {
            return page?.file?.item.subject ?? queue.shelf[id]?.subject ?? caseInFull(id)?.item.subject
        }
        switch row {
        case .account(let id)?: return desk.customers[id]?.account.name ?? accountName(id)
        case .contact(let id)?: return contact(id)?.name
        case .record(let id)?: return record(id.description)?.title
        case .item?, .line?, .heading?, nil: return nil
        }
    }
}

extension Subject {
    /// Its number; nil for a line that has none.
    fileprivate var number: String? {
        switch self {
        case .account, .contact, .record, .item: words
        case .line, .heading: nil
        }
    }
}
