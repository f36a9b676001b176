import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Licences are moved with keys", .waiting)
struct LicenseStories {
    @Test func allocatedMovedReturnedDownloaded() throws {
        let story = try DeskStory(size: DeskStory.small) { store in
            try store.command("license", "new", "account=Nord Energy", "product=Gateway", "quantity=10")
        }
        try story.type("gl", "Licences 1", "10 free")
        try story.act("Allocate", "To host")
        try story.type("12<CR>gate-1<C-d>", "10 of LI-1 are free")
        try story.type("<C-u>4")
        try story.save("allocated 4 of LI-1 to gate-1", done: "6 free")
        try story.act("Reallocate", "From host")
        try story.type("1<CR>gate-1<CR>gate-2")
        try story.save("LI-1", done: "6 free")
        try story.act("Return", "From host")
        try story.type("1<CR>gate-1<CR>The host is gone.")
        try story.save("LI-1", done: "7 free")
        for _ in 1...2 {
            try story.act("Download", "For host")
            try story.complete("gate-1", "gate-1")
            try story.save("LI-1", done: "ownloaded")
        }
        try story.act("History", "History  6", "7 free")
        try story.type("G", "10 free")
        try story.type("/return<CR>", "Afterwards: bought 10, allocated 3, free 7", "The host is gone.")
        try story.end()
        let history = try story.store.objects("license", "history", "LI-1")
        #expect(
            history.compactMap { $0["operation"] as? String }
                == ["allocate", "reallocate", "return", "download", "redownload"])
        #expect(history.compactMap { $0["free"] as? Int } == [10, 6, 6, 7, 7, 7])
    }
}
