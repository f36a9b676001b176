import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("What was typed into a form outlives the console", .waiting)
struct DraftStories {
    @Test func aFormComesBackAfterAKill() throws {
        let story = try DeskStory { store in
            try store.command("license", "new", "account=Nord Energy", "product=Gateway", "quantity=10")
        }
        try story.type("gl", "Licences 1", "10 free")
        try story.act("Advice", "Advice: LI-1, Gateway")
        try story.type("Told them of the pool of licences, and")
        try waitForDraft(story)
        story.console.signal(SIGKILL)
        try story.console.waitForExit()

        let again = try story.store.open()
        try again.waitFor("1 draft")
        try again.type(":drafts<CR>")
        try again.waitFor("Advice for LI-1")
        try again.type("<CR>")
        // What it is about is fetched first.
        try again.waitFor("Advice: LI-1, Gateway")
        try again.waitFor("Told them of the pool of licences, and")
        // What saving would do is seen first: keys typed ahead of it save nothing.
        try again.type(" what it costs.<C-d>")
        try again.waitFor("Saving would do this")
        try again.type("<C-d>")
        try again.waitFor("Advised on LI-1")
        try again.type("Q")
        #expect(try again.waitForExit() == .code(0))
        let history = try story.store.objects("license", "history", "LI-1")
        #expect(history.last?["text"] as? String == "Told them of the pool of licences, and what it costs.")
        try story.store.verify()
    }

    private func waitForDraft(_ story: DeskStory) throws {
        let state = story.store.stage.folder.appending(path: "state")
        // The file is looked for between the looks at the screen: nothing there tells of it.
        for _ in 1...200 {
            story.console.settle(quiet: .milliseconds(20))
            let files = FileManager.default.enumerator(atPath: state.path)
            if files?.contains(where: { "\($0)".contains("form-license--advice--LI-1") }) ?? false { return }
        }
        throw StoryProblem(description: "The draft was not kept.")
    }
}
