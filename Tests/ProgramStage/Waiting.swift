import Foundation
public import Testing

/// Runs tests that wait for other programs on threads of their own.
///
/// There are as many threads for tests as cores; one that waits for a terminal would keep a core from the tests that compute.
/// Each test here keeps its thread until it has ended, and the next one waits: not for tests that await with a time limit.
public struct WaitingTrait: SuiteTrait, TestTrait, TestScoping {
    /// Every test of a suite.
    public var isRecursive: Bool { true }

    /// Runs one test on those threads.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(WaitingThreads.shared) { try await function() }
    }
}

extension Trait where Self == WaitingTrait {
    /// The test waits for programs more than it computes.
    public static var waiting: Self { WaitingTrait() }
}

/// A few threads for jobs that block.
private final class WaitingThreads: TaskExecutor {
    static let shared = WaitingThreads()
    private let queue = OperationQueue()

    private init() {
        // Most of the time a story and the console that it waits for both wait.
        queue.maxConcurrentOperationCount = 2 * ProcessInfo.processInfo.activeProcessorCount
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
