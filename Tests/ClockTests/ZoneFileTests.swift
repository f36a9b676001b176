import CaseExchange
import CaseModel
import ClockOracle
import Testing

/// The zones on whose clocks the oracle is asked.
let testedZones = [
    "America/New_York", "Europe/Dublin", "Australia/Sydney", "Asia/Tokyo", "Australia/Lord_Howe", "America/St_Johns",
    "Asia/Kathmandu", "Africa/Casablanca", "America/Havana", "Asia/Beirut", "Pacific/Chatham", "America/Santiago",
    "America/Nuuk",
]

@Suite("Zone files")
struct ZoneFileTests {
    /// The files list changes to 2037 and then give a rule: the rule must give the listed ones as well.
    @Test(arguments: testedZones)
    func theRuleGoesOnAsTheListDoes(_ name: String) throws {
        let file = try ZoneFile(named: name, through: 2099)
        guard file.footer.contains(","), file.listed > 0 else { return }
        let byRule = try ZoneFile(named: name, through: 2037, ignoringAfter: 2024)
        let until = 2_145_916_800  // 2038-01-01
        #expect(byRule.listed < file.listed || file.listed < 200)
        #expect(byRule.changes.filter { $0.at < until } == file.changes.filter { $0.at < until })
        #expect(file.changes.count { $0.at > until } > 100)
    }

    @Test func knownDays() throws {
        let dublin = try ZoneFile(named: "Europe/Dublin", through: 2099)
        let from = try at("2026-01-01T00:00:00Z")
        let changes = dublin.changes.filter { $0.at > from.seconds }.prefix(2)
        #expect(changes.map(\.offset) == [3600, 0])
        #expect(
            try changes.map(\.at) == [Int(at("2026-03-29T01:00:00Z").seconds), Int(at("2026-10-25T01:00:00Z").seconds)])
        let howe = try ZoneFile(named: "Australia/Lord_Howe", through: 2099)
        #expect(howe.offset(at: Int(from.seconds)) == 39_600)
        #expect(howe.offset(at: Int(from.seconds) + 180 * 86_400) == 37_800)
    }

    @Test(arguments: ["Mars/Phobos", "../passwd", "zone.tab"])
    func filesThatAreNoZones(_ name: String) {
        #expect(throws: ZoneFile.Problem.self) { try ZoneFile(named: name, through: 2030) }
    }

    /// Reading a zone through the C library sets `TZ` for the whole process, so this one has a process of its own.
    @Test func theProgramReadsTheSameZones() async {
        await #expect(processExitsWith: .success) {
            for name in testedZones {
                let file = try ZoneFile(named: name, through: 2099)
                let host = try #require(HostZones.zone(named: name, years: 1970...2099), "\(name)")
                let ours = file.changes.filter { $0.at > 0 && $0.at < 4_099_766_400 }
                #expect(host.transitions.map { Int($0.at.seconds) } == ours.map(\.at), "\(name)")
                #expect(host.transitions.map { Int($0.offset) } == ours.map(\.offset), "\(name)")
                #expect(Int(host.initialOffset) == file.offset(at: 0), "\(name)")
            }
        }
    }
}
