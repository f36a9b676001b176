import CaseModel
import CaseSamples
import CaseStorage
import GuidePolicy
import SeededRandom
import Testing

@Suite("Stores find and order what the language says")
struct QueryTests {
    @Test("10,000 random queries find the same cases in the file as in memory")
    func agree() async throws {
        let seed: UInt64 = 20_260_309
        var cases = RandomCases(seed: seed)
        let records = cases.histories(120).map(LoadRecord.history)
        try await withStore(.file) { file in
            _ = try await file.load(records)
            // The cases as they are in the file, judged one by one in memory.
            let ids = try await file.store.orderedIDs(.all, sort: [SortKey(.id)], QueryContext(now: minute(0)))
            let all = try await file.store.records(ids)
            var subjects: [QuerySubject] = []
            for item in all.items {
                let notes = try await file.store.caseFile(item.id).events.compactMap(\.text)
                subjects.append(QuerySubject(item: item, names: all.names, notes: notes))
            }
            let agents = try await file.store.agents().map(\.id)
            var queries = RandomQueries(seed: seed)
            var found = 0
            for number in 0..<10_000 {
                let query = queries.next()
                let context = queries.context(agents: agents)
                let expected = subjects.filter { query.matches($0, context) }.map(\.item.id)
                let answer = try await file.store.orderedIDs(query, sort: [SortKey(.id)], context)
                found += answer.isEmpty || answer.count == ids.count ? 0 : 1
                guard answer == expected else {
                    let (more, less) = (Set(answer).subtracting(expected), Set(expected).subtracting(answer))
                    Issue.record(
                        "seed \(seed), query \(number): \(query.text) — file also finds \(more), misses \(less)")
                    return
                }
            }
            // A test of empty answers alone would say nothing.
            #expect(found > 2500, "\(found) queries found some cases and not all")
        }
    }

    @Test("A word that is a case number finds that case", arguments: StoreKind.allCases)
    func numbers(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var cases = RandomCases(seed: 9)
            _ = try await desk.load(cases.histories(20).map(LoadRecord.history))
            let context = QueryContext(now: minute(0))
            let ids = try await desk.store.orderedIDs(.all, sort: [SortKey(.id)], context)
            let all = try await desk.store.records(ids)
            var subjects: [QuerySubject] = []
            for item in all.items {
                let notes = try await desk.store.caseFile(item.id).events.compactMap(\.text)
                subjects.append(QuerySubject(item: item, names: all.names, notes: notes))
            }
            for id in ids.prefix(5) {
                let number = String(id.number)
                for text in [
                    id.description, number, "text:\(id)", String(number.suffix(4)), String(number.prefix(5)),
                    "cs-\(number.suffix(6))",
                ] {
                    let found = try await desk.store.orderedIDs(try CaseQuery(text), sort: [SortKey(.id)], context)
                    #expect(found.contains(id), "\(text)")
                }
                let others = try await desk.store.orderedIDs(try CaseQuery("-\(id)"), sort: [SortKey(.id)], context)
                #expect(!others.contains(id) && others.count >= ids.count - 2)
                for figures in [
                    String(number.suffix(4)), String(number.prefix(4)), String(number.suffix(5)), "0000", "1001",
                ] {
                    let query = try CaseQuery(figures)
                    let wanted = subjects.filter { query.matches($0, context) }.map(\.item.id)
                    let found = try await desk.store.orderedIDs(query, sort: [SortKey(.id)], context)
                    #expect(found == wanted, "\(figures)")
                }
                let prefix = try await desk.store.count(try CaseQuery("subject:\(id)"), context)
                #expect(prefix == 0)
            }
        }
    }

    @Test("Orders agree with memory, absent values last")
    func orders() async throws {
        var cases = RandomCases(seed: 77)
        let records = cases.histories(150).map(LoadRecord.history)
        var random = SplitMix64(seed: 77)
        try await withStore(.file) { file in
            try await withStore(.memory) { memory in
                _ = try await file.load(records)
                _ = try await memory.load(records)
                let context = QueryContext(now: minute(0))
                for _ in 0..<150 {
                    let keys = (0..<random.number(0...3)).map { _ in
                        SortKey(random.pick(SortKey.Field.allCases), descending: random.chance(50))
                    }
                    let a = try await file.store.orderedIDs(.all, sort: keys, context)
                    #expect(try await memory.store.orderedIDs(.all, sort: keys, context) == a, "\(keys)")
                    let limit = random.number(0...20)
                    let page = try await file.store.firstPage(.all, sort: keys, limit: limit, context)
                    for store in [file.store as any CaseStore, memory.store] {
                        let first = try await store.firstIDs(.all, sort: keys, limit: limit, context)
                        #expect(first == Array(a.prefix(limit)), "\(keys)")
                    }
                    #expect(page.map(\.id) == Array(a.prefix(limit)))
                    #expect(try await memory.store.firstPage(.all, sort: keys, limit: limit, context) == page)
                }
            }
        }
    }

    @Test("Rows, counts and queues", arguments: StoreKind.allCases)
    func rows(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var cases = RandomCases(seed: 5)
            _ = try await desk.load(cases.histories(60).map(LoadRecord.history))
            let context = QueryContext(now: minute(0))
            let ids = try await desk.store.orderedIDs(.all, sort: [SortKey(.updated, descending: true)], context)
            #expect(ids.count == 60)
            #expect(try await desk.store.count(.all, context) == 60)
            let wanted = [ids[30], CaseID(5), ids[2], ids[2]]
            #expect(try await desk.store.summaries(wanted).map(\.id) == [ids[30], ids[2], ids[2]])
            let records = try await desk.store.records(wanted)
            #expect(records.items.map(\.id) == [ids[30], ids[2], ids[2]])
            for item in records.items {
                #expect(try await desk.store.caseFile(item.id).item == item)
                #expect(CaseSummary(item, names: records.names) == (try await desk.store.summaries([item.id]))[0])
            }
            let open = try CaseQuery("is:open")
            let counts = try await desk.store.openCounts()
            #expect(counts.map(\.open).reduce(0, +) == (try await desk.store.count(open, context)))
            let critical = try CaseQuery("is:critical")
            #expect(counts.map(\.critical).reduce(0, +) == (try await desk.store.count(critical, context)))
        }
    }

    @Test("What is awaited is found by its words, in the file as in memory", arguments: StoreKind.allCases)
    func awaited(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let context = QueryContext(now: minute(0))
            let trace = try await desk.logCase("Sessions drop", severity: .one)
            let other = try await desk.logCase("Network trace wanted")
            let code = try await desk.logCase("Slow logon", severity: .one)
            for (id, words) in [(trace.id, "Netzwerk-Trace: Zürich"), (code.id, "network-trace")] {
                #expect(try await desk.apply(id, .take, .status(.cust, given: ["awaited": words])).isDone)
            }
            let ids = [trace.id, other.id, code.id]
            for (text, found) in [
                ("awaited:trace", [trace.id, code.id]), ("awaited:\"netzwerk trace\"", [trace.id]),
                ("awaited:zur*", [trace.id]), ("awaited:zur", []), ("awaited:any", [trace.id, code.id]),
                ("awaited:none", [other.id]), ("-awaited:trace", [other.id]), ("trace", [other.id]),
            ] {
                let query = try CaseQuery(text)
                #expect(try await desk.store.orderedIDs(query, sort: [SortKey(.id)], context) == found, "\(text)")
                let items = try await desk.store.records(ids)
                let judged = items.items.filter {
                    query.matches(QuerySubject(item: $0, names: items.names, notes: []), context)
                }
                #expect(judged.map(\.id) == found, "\(text)")
            }
        }
    }

    @Test("What finds nothing names what it may have been meant as")
    func meantOtherwise() throws {
        func other(_ text: String) throws -> [String] {
            try CaseQuery(text).meantOtherwise(Guide.words).map(\.text)
        }
        #expect(try other("nord") == ["account:nord*", "awaited:nord"])
        #expect(try other("severity 2").first == "severity:2" && other("sev 2").first == "severity:2")
        #expect(try other("customer nord energy").first == "account:\"nord energy\"*")
        #expect(try other("severity blue").first == "account:\"severity blue\"*")
        #expect(try other("account:nord") == ["account:nord*"])
        #expect(
            try other("is:open account:nord ener") == ["is:open account:\"nord ener\"*", "is:open account:nord* ener"])
        #expect(try other("Nord ener*") == ["account:\"Nord ener\"*", "awaited:Nord awaited:ener*"])
        for text in ["", "is:open", "nord is:open", "-nord", "nord or helix", "subject:nord"] {
            #expect(try other(text).isEmpty, "\(text)")
        }
    }

    @Test("Words are found as soon as they are written", arguments: StoreKind.allCases)
    func words(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase("VPN: Zeitüberschreitung beim Anmelden")
            let context = QueryContext(now: minute(0))
            func finds(_ text: String) async throws -> Bool {
                try await desk.store.count(try CaseQuery(text), context) == 1
            }
            #expect(try await finds("zeituberschreitung"))
            #expect(try await finds("\"beim anmelden\" since"))
            #expect(try await finds("weiß or weiss"))
            #expect(try await !finds("certificate"))
            _ = try await desk.apply(item.id, .note("Certificate expired."))
            _ = try await desk.apply(item.id, .reply("We renew it."))
            #expect(try await finds("certificate renew"))
            _ = try await desk.apply(item.id, .subject("Logon times out"), .description("Gone."))
            #expect(try await !finds("zeituberschreitung"))
            #expect(try await finds("subject:logon description:gone certif*"))
            var contact = try #require(try await desk.store.caseFile(item.id).contact)
            contact.name = "Ágnes Kovács"
            _ = try await desk.store.save(contact, by: People.ada, at: minute(9))
            #expect(try await finds("agnes kovacs"))
            #expect(try await !finds("jorg"))
        }
    }
}
