import ProgramStage
import PseudoTerminal
import Testing

@Suite("The built program is found and runs")
struct StageTests {
    @Test func runsThePrograms() throws {
        let stage = try Stage()
        let result = try stage.run("--version")
        #expect(result.code == 0)
        #expect(result.output.contains("caseload"))
    }
}
