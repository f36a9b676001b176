import Foundation
import Testing

@testable import caseload

@Suite("The mailbox between the threads")
struct MailboxTests {
    @Test func nothingIsLostAndOrderIsKept() throws {
        let mailbox = try #require(Mailbox<(Int, Int)>())
        let threads = 4
        let each = 5000
        for thread in 0..<threads {
            Thread.detachNewThread { for number in 0..<each { mailbox.post((thread, number)) } }
        }
        var seen = [Int](repeating: 0, count: threads)
        var total = 0
        while total < threads * each {
            let batch = mailbox.wait(atMost: 10_000)
            try #require(!batch.isEmpty, "after \(total)")
            for (thread, number) in batch {
                #expect(seen[thread] == number)
                seen[thread] = number + 1
            }
            total += batch.count
        }
        #expect(mailbox.drain().isEmpty)
        #expect(mailbox.wait(atMost: 1).isEmpty)
    }

    @Test func aPostIsSeenBeforeTheSleep() throws {
        let mailbox = try #require(Mailbox<Int>())
        mailbox.post(1)
        mailbox.post(2)
        #expect(mailbox.wait(atMost: 0) == [1, 2])
        mailbox.post(3)
        #expect(mailbox.wait(atMost: 10_000) == [3])
    }

    @Test func waitingForWork() throws {
        #expect(try waiting { 7 } == 7)
        #expect(try waiting(atMost: 1) { try? await Task.sleep(for: .seconds(5)) } == nil)
    }
}
