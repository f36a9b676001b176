import CaseModel
import TerminalUI

/// The lines at the top of a case, laid out once for a case, a minute and a width.
struct PageHead: Equatable, Sendable {
    /// What the lines were laid out for.
    private(set) var key: Key?
    /// The lines.
    private(set) var lines: [StyledLine] = []

    /// What the lines depend on.
    struct Key: Equatable, Sendable {
        var id: CaseID
        var version: Int
        var width: Int
        var height: Int
        var minute: Int64
        var covers: Int
        /// Whether it is put off.
        var isAsleep: Bool
        var glyphs: GlyphSet
    }

    /// What is told beside the case itself.
    struct Beside {
        /// What covers the customer.
        let cover: CoverLine
        /// Until when it is put off; nil for one in sight.
        let snooze: PageSnooze?
        /// Whose turn it is after it was handed over; nil where it was not.
        let handOver: PageHandOver?
    }

    /// Below so many rows of the screen a head has two lines.
    private static let low = 16
    /// As many cells of a customer's name are kept before other things give way, and as few before who asks does.
    private static let wholeName = 24, cutName = 12
    /// From so many rows on cover has as many lines as it mostly needs.
    private static let tall = 30
}

extension ConsoleState {
    /// The head follows the case, the minute and what is known of the customer's cover.
    mutating func settlePageHead() {
        guard let page, let file = page.file, let session else { return }
        let key = PageHead.Key(
            id: page.id, version: file.item.version, width: size.columns, height: size.rows, minute: now.seconds / 60,
            covers: desk.covers.version, isAsleep: file.item.snoozedUntil.map { $0 > now } ?? false,
            glyphs: desk.glyphs)
        guard key != page.head.key else { return }
        let look = TimelineLook(width: max(10, size.columns - 2), now: now, zone: session.zone, glyphs: desk.glyphs)
        var cover = CoverLine(file, file.item.account.flatMap { desk.covers[$0] }, session.policies)
        cover.way = "the tab \(PageTab.cover.title)"
        let beside = PageHead.Beside(
            cover: cover, snooze: PageSnooze(file, at: now),
            handOver: PageHandOver(file, desk.directory.agents, session.policies, look))
        self.page?.head.settle(file, beside, look, key)
    }
}

extension PageHead {
    /// Lays the lines out again.
    mutating func settle(_ file: CaseFile, _ beside: Beside, _ look: TimelineLook, _ key: Key) {
        self.key = key
        let cover = beside.cover
        let snooze = [beside.snooze?.line(look)].compactMap { $0 }
        let clocks = ClockFacts(file.item, cover.book).lines(
            look, isAnyHour: cover.isAnyHour, wasAnyHour: cover.wasAnyHour)
        guard key.height >= PageHead.low else {
            var second = StyledLine(words(for: file.item.severity, look.glyphs), file.item.severity.role)
            second.add("  ")
            let hasClock = file.item.response.phase != .none || file.item.followUp.phase != .none
            second.spans += clocks.first.map { Array($0.spans.dropFirst(hasClock ? 1 : 0)) } ?? []
            lines = [subject(file, look), second] + snooze
            return
        }
        lines = [subject(file, look), facts(file, look)]
        if file.item.account == nil {
            lines.append(StyledLine("Cover  no customer is named", .warn))
        } else {
            lines += cover.lines(
                look, upTo: key.height < PageHead.tall ? cover.tellsWhy ? 3 : 2 : key.height < 50 ? 4 : CoverLine.most)
        }
        lines += clocks.prefix(2)
        if let awaited = PageAwaited(file) { lines.append(awaited.line(look)) }
        lines += snooze
        if let end = end(file, look) ?? banner(file, look) { lines.append(end) }
        lines += beside.handOver?.lines(look) ?? []
    }

    /// What it is about, and at the right where it stands, who answers for it, and which centre holds it.
    private func subject(_ file: CaseFile, _ look: TimelineLook) -> StyledLine {
        let (item, glyphs) = (file.item, look.glyphs)
        let dot = " " + glyphs.shown(.dot) + " "
        var right = StyledLine(words(for: item.status, glyphs), item.status.isOpen ? .accent : .dim, [.bold])
        if look.width >= 58 {
            right.add(dot, .dim)
            right.add(item.owner.map { Shown(file.names.agents[$0] ?? $0.description, upTo: 30) } ?? "no owner")
        }
        if look.width >= 98, let center = item.center.map({ file.names.known.center($0) ?? $0 }) {
            right.add(dot, .dim)
            right.add(Shown(center, upTo: 40))
        }
        let room = max(8, look.width - right.width - 3)
        var line = StyledLine(
            Shown(item.subject, upTo: room + 1).truncated(to: room, ellipsis: glyphs[.ellipsis]), .title)
        line.tab(to: look.width - right.width)
        line.spans += right.spans
        return line
    }

    /// The severity, with whom it was agreed or else why it is this one, and the customer with everybody else who has to
    /// do with it.
    ///
    /// Only what the customer asked for and was given is agreed; a reason alone is nobody's consent.
    private func facts(_ file: CaseFile, _ look: TimelineLook) -> StyledLine {
        let item = file.item
        let dot = " " + look.glyphs.shown(.dot) + " "
        var line = StyledLine(words(for: item.severity, look.glyphs), item.severity.role)
        let contact = file.contact?.name ?? item.contact.flatMap { file.names.contacts[$0] }
        let told = file.agreement
        let isAsked = item.requestedSeverity == item.severity
        let reason = isAsked ? nil : told?.text.map { "reason: \($0)" }
        var consent = StyledLine()
        if !isAsked {
            consent.add(Shown(", asked for \(item.requestedSeverity.code)"), .warn)
        } else if told != nil {
            consent.add(Shown(", agreed with \(contact ?? "the customer")", upTo: 80))
        }
        let account = file.account?.name ?? item.account.flatMap { file.names.accounts[$0] }
        // What the severity is called gives way to whose case it is and who asks.
        let called = Shown(" \(item.severity.words)")
        let people = [
            account.map { min(PageHead.wholeName, Shown($0, upTo: 200).width) },
            contact.map { Shown($0, upTo: 60).width },
        ]
        let needed = people.compactMap { $0 }.reduce(0) { $0 + dot.width + $1 }
        if line.width + called.width + consent.width + needed <= look.width { line.add(called) }
        line.spans += consent.spans
        if let account {
            line.add(customer(account, file.account?.organizationID, contact, room: look.width - line.width, look))
        }
        let queue = item.queue.flatMap { file.names.queues[$0] }
        let age = "opened \(look.shortWords(item.openedAt)), \(Span.short(look.now - item.openedAt)) ago"
        let others = [contact, reason, item.product, queue.map { "queue " + $0 }, age, item.externalID]
        for text in others.compactMap({ $0 }) + item.tags.map({ "#" + $0 }) {
            let shown = Shown(text, upTo: 200).truncated(to: 60, ellipsis: look.glyphs[.ellipsis])
            guard line.width + dot.width + shown.width <= look.width else { continue }
            line.add(dot, .dim)
            line.add(shown)
        }
        return line
    }

    /// Whose case it is, behind its dot: cut where there is no room for the whole name, and never left out.
    private func customer(
        _ name: String, _ organization: String?, _ contact: String?, room: Int, _ look: TimelineLook
    ) -> StyledLine {
        let dot = " " + look.glyphs.shown(.dot) + " "
        let whole = Shown(name + (organization.map { " (\($0))" } ?? ""), upTo: 200)
        // Who asks stands beside it while the beginning of the name does.
        let alone = room - dot.width
        let beside = contact.map { alone - dot.width - Shown($0, upTo: 60).width } ?? alone
        let width = max(beside >= PageHead.cutName ? beside : alone, 8)
        let short = Shown(name, upTo: 200).truncated(to: width, ellipsis: look.glyphs[.ellipsis])
        var line = StyledLine(dot, .dim)
        line.add(whole.width <= width ? whole : short)
        return line
    }

    /// When it was closed, and why; nil for one that is not.
    private func end(_ file: CaseFile, _ look: TimelineLook) -> StyledLine? {
        guard let closed = file.item.closedAt else { return nil }
        let reason = file.item.closureReason?.words ?? "no reason"
        return StyledLine(Shown("Closed \(look.shortWords(closed)): \(reason)", upTo: look.width), .text)
    }

    /// Who commands a critical situation, and since when it is one; nil for a case that is none (domain 5.2).
    private func banner(_ file: CaseFile, _ look: TimelineLook) -> StyledLine? {
        let item = file.item
        guard item.severity.isCritical, item.status.isOpen else { return nil }
        let since = file.declaredCritical(file.names.known)
        let manager = item.criticalSituationManager.map { file.names.agents[$0] ?? $0.description }
        var line = StyledLine(look.glyphs.shown(.gutter) + " ", item.severity.role)
        line.add("CRITICAL SITUATION", item.severity.role, [.bold])
        line.add(Shown("  manager: \(manager ?? "not named yet")", upTo: 80), manager == nil ? .warn : .text)
        let length = Span.long(max(0, look.now - since))
        let start = "  declared \(look.shortWords(since))"
        let isWhole = line.width + start.unicodeScalars.count + length.unicodeScalars.count + 6 <= look.width
        line.add(Shown(isWhole ? "\(start), \(length) ago" : "  for \(length)"))
        return line
    }
}
