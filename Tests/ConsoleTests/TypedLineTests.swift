import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What is typed into a line")
struct TypedLineTests {
    @Test("after / the old words are selected: they give way to what is typed, or stay to be edited")
    func selected() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("5/")
        await seat.write("licen*")
        await seat.type("<CR>/")
        #expect(seat.row(-2).contains("/licen*") && seat.row(-2).contains("typing replaces it, End edits it"))
        #expect(view(seat.state, theme: .terminal)[2, 22].emphasis == .reverse, "\(seat.picture())")
        await seat.write("gateway")
        #expect(seat.state.queue.filter.text == "gateway" && seat.row(-2).contains("/gateway "))
        await seat.type("<CR>/<End>")
        await seat.write("x")
        #expect(seat.state.queue.filter.text == "gatewayx")
        // Enter keeps them, and Esc brings back those before.
        await seat.type("<Esc>/<CR>")
        #expect(seat.state.queue.filter.text == "gateway")
        await seat.type("/")
        await seat.write("x")
        await seat.type("<Esc>")
        #expect(seat.state.queue.filter.text == "gateway")
    }

    @Test("the same in a workplace")
    func selectedWords() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gc/")
        await seat.write("Nord")
        await seat.type("<CR>/")
        #expect(seat.row(-2).contains("typing replaces it, End edits it"), "\(seat.picture())")
        await seat.write("He")
        #expect(seat.state.workplaces.top?.words == "He")
        await seat.type("<CR>/<C-e>")
        await seat.write("l")
        #expect(seat.state.workplaces.top?.words == "Hel")
    }

    @Test("Tab lists what there is before it puts anything in, and then goes through it", arguments: ["/", ":"])
    func choices(line: String) async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        let typed = line == "/" ? "status:" : "status "
        await seat.type("5" + line)
        await seat.write(typed)
        await seat.type("<Tab>")
        #expect(seat.row(-2) == " " + (line + typed).trimmedBlanks, "\(seat.picture())")
        for word in ["new", "cust", "waiting-on-customer", "closed"] {
            #expect(seat.picture().contains(word), "\(word): \(seat.picture())")
        }
        await seat.type("<Tab>")
        #expect(seat.row(-2) == " \(line)\(typed)new", "\(seat.picture())")
        await seat.type("<S-Tab><S-Tab>")
        #expect(seat.row(-2) != " \(line)\(typed)new", "\(seat.picture())")
        // What is typed goes on from there.
        await seat.type("<C-w>")
        await seat.write(line == "/" ? "status:cu" : "cu")
        await seat.type("<Tab>")
        #expect((seat.row(-2) + " ").hasPrefix(" \(line)\(typed)cust "), "\(seat.picture())")
    }

    @Test("Tab lists all fields where none is typed yet; a wrong one says so")
    func fields() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("5/<Tab>")
        for field in CaseQuery.fieldNames where field != "x.NAME" {
            #expect(seat.picture().contains(field + ":"), "\(field): \(seat.picture())")
        }
        await seat.write("customer:x")
        #expect(seat.picture().contains("Did you mean account? Tab writes it."), "\(seat.picture())")
        await seat.type("<Tab>")
        #expect(seat.row(-2).contains("/account:x"), "\(seat.picture())")
        await seat.type("<C-u>")
        await seat.write("is:open zzz:2")
        #expect(seat.picture().contains("lists all fields."), "\(seat.picture())")
        await seat.type("<C-u>")
        await seat.write("is:open ")
        await seat.type("<Tab>")
        #expect(seat.picture().contains("account:"), "\(seat.picture())")
    }

    @Test("a command that is refused keeps its line, with the complaint and the cursor at its end")
    func refusedCommand() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        for command in ["severity 9", "sort colour", "open CS-9999999", "take CS-9999999", "queue Nowhere"] {
            await seat.type("5:")
            await seat.write(command)
            await seat.type("<CR>")
            #expect(seat.row(-2).contains(":" + command), "\(command): \(seat.picture())")
            #expect(seat.picture().contains("! "), "\(command): \(seat.picture())")
            await seat.type("<Esc>")
            #expect(!seat.row(-2).contains(":" + command), "\(command): \(seat.picture())")
        }
        await seat.type("5:")
        await seat.write("severity 9")
        await seat.type("<CR><BS>")
        await seat.write("4")
        await seat.type("<CR>")
        #expect(seat.notice.contains("reason:"), "\(seat.picture())")
        await seat.write("as agreed")
        await seat.type("<CR>")
        #expect(seat.state.overlays.isEmpty && seat.notice.contains("severity 4"), "\(seat.picture())")
    }
}
