import CaseModel
import ConsoleCore
import Glibc
import TerminalUI

extension ConsoleLoop {
    /// Starts an effect: those of the terminal and of small files are done at once, those of the store wait nowhere.
    func start(_ effect: Effect) {
        switch effect {
        case .loadPage, .loadOrder, .loadRows, .loadCounts, .countElsewhere, .loadOpenCounts, .loadFiles, .loadNames,
            .loadPlace, .loadAside, .run,
            .loadCover, .loadAttachments, .loadRelated, .find, .apply, .takeNext,
            .undo, .redo, .cancel, .watchAlerts, .acknowledgeAlerts:
            runner.start(effect)
        case .editOutside(let text, let key, let ticket): edit(text, key, ticket)
        case .saveDraft(let key, let text): keep(text, key)
        case .clearDraft(let key): drafts.clear(key)
        case .loadDraft(let key, let ticket): load(key, ticket)
        case .listDrafts(let ticket):
            drafts.recover()
            hear(.answer(ticket, .drafts(drafts.keys)))
        case .makeStore: make(withDemo: false)
        case .makeDemo: make(withDemo: true)
        case .useTheme(let name, let ticket): use(theme: name, ticket)
        case .listThemes(let ticket): hear(.answer(ticket, .themes(ThemeShelf(places: shell.places).names)))
        case .signal(let alerts, let rings):
            if rings, shell.settings.alerts.bell.value { terminal.ring() }
            guard shell.settings.alerts.title.value else { break }
            terminal.setTitle(alerts == 0 ? nil : "Caseload: \(String(alerts)) \(alerts == 1 ? "alert" : "alerts")")
        case .copy(let text): terminal.copy(text)
        case .redraw:
            terminal.redraw()
            touch()
        case .suspend: suspend()
        case .quit: end()
        }
    }

    private func make(withDemo: Bool) {
        Task { [shell, mailbox] in mailbox.post(await shell.makeForConsole(withDemo: withDemo)) }
    }

    private func edit(_ text: String, _ key: DraftKey, _ ticket: Ticket) {
        terminal.suspend()
        let answer: Answer
        var trouble: String?
        do throws(OutsideEditor.Trouble) {
            let editor = OutsideEditor(
                shell.surroundings, place: shell.places.temporary, unless: screen.isOver)
            let edited = try editor.edit(text) { drafts.lend(key, in: $0) }
            answer = .edited(edited.text)
            trouble = edited.trouble
        } catch {
            answer = .trouble(error.description)
        }
        terminal.resume()
        hear(.resized(terminal.size))
        hear(.answer(ticket, answer))
        if let trouble { hear(.say(trouble, .refused)) }
    }

    private func keep(_ text: String, _ key: DraftKey) {
        do throws(FileProblem) {
            try drafts.save(text, key)
        } catch {
            hear(.say("The draft is not on disk: \(error.description)", .refused))
        }
    }

    private func load(_ key: DraftKey, _ ticket: Ticket) {
        do throws(FileProblem) {
            hear(.answer(ticket, .draft(key, try drafts.load(key))))
        } catch {
            hear(.answer(ticket, .draft(key, nil)))
            hear(.say("A draft was left where it is: \(error.description)", .info))
        }
    }

    private func use(theme name: String, _ ticket: Ticket) {
        guard let found = ThemeShelf(places: shell.places).theme(name) else {
            return hear(.answer(ticket, .trouble("There is no theme \(name). theme lists them.")))
        }
        var theme = found.theme
        if !screen.isUnicode { theme.glyphs = .ascii }
        self.theme = theme
        terminal.theme = theme
        hear(.answer(ticket, .themed(theme)))
        if let problem = found.problems.first { hear(.say(problem, .refused)) }
    }

    /// Sleeps until the job is continued; the window may have another size then.
    private func suspend() {
        screen.stop()
        hear(.resized(terminal.size))
        hear(.tick(shell.clock.now))
    }
}
