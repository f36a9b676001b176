import CaseExchange
import CaseModel
import CaseStorage
import EmbeddedFiles
import Glibc
import SettingsText
import TerminalUI

/// The support policies there are: the built-in one, the host's and the person's; the last sound one is in force.
struct PolicyShelf: Sendable {
    /// One policy as it was found.
    struct Edition: Equatable, Sendable {
        /// Where it stands; nil for the built-in one.
        let path: String?
        /// Its bytes.
        let bytes: [UInt8]
        /// What they mean; nil when something is wrong with them.
        let policy: Policy?

        /// The edition's name, or that of the file when it cannot be read.
        var name: String { policy?.edition.name ?? path ?? "built-in policy" }
        /// Its meaning and everything that is wrong with it.
        var reading: PolicyReading { Policy.read(bytes: bytes, named: path ?? "built-in policy") }
    }

    /// The built-in one, read once; that nothing is wrong with it was found out when the program was made.
    static let builtIn = {
        let bytes = EmbeddedFiles.policy
        return Edition(path: nil, bytes: bytes, policy: Policy.readChecked(bytes: bytes, named: "built-in policy"))
    }()

    /// Reads the built-in one, which most stores have, on another thread while everything else is found out.
    static func readAhead() {
        // Signals are the main thread's: one that came to the new thread would end the program before anything was tidied.
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        Task.detached(priority: .userInitiated) { SQLiteCaseStore.expect { builtIn.policy } }
    }

    /// The policies, the built-in one first.
    private(set) var editions: [Edition]
    /// What was wrong with those of the host and the person, in words.
    private(set) var problems: [String] = []

    /// The policies of a host and a person.
    init(places: Places) {
        editions = [Self.builtIn]
        for folder in [places.system, places.config] {
            let path = folder + "/policy"
            guard let bytes = SettingsSource.bytes(path, &problems) else { continue }
            let reading = Policy.read(bytes: bytes, named: path)
            problems += reading.problems.map(\.description)
            if reading.policy == nil { problems.append("\(path) was not used; what was in force stays.") }
            editions.append(Edition(path: path, bytes: bytes, policy: reading.policy))
        }
    }

    /// The policy in force: the last one that can be read.
    var inForce: Edition? { editions.last { $0.policy != nil } }
}

extension Shell {
    /// What stores need to know of policies: this person's for new ones, the built-in one for those of earlier formats.
    var supply: PolicySupply {
        let places = places
        return PolicySupply(
            policy: { PolicyShelf(places: places).inForce?.policy },
            builtIn: { PolicyShelf.builtIn.policy },
            zones: { HostZones.zone(named: $0) })
    }

    /// The policies of an open store.
    func policies(_ store: any CaseStore) async throws(Failure) -> PolicyBook {
        do throws(StoreError) { return try await store.policies } catch { throw Failure(error) }
    }

    /// The policy in force; what is wrong with files that would take its place is said beside it.
    func policyInForce() throws(Failure) -> Policy {
        let shelf = PolicyShelf(places: places)
        for problem in shelf.problems { try notes.line(Shown(detail: problem)) }
        guard let policy = shelf.inForce?.policy else {
            throw Failure(.failed, "The built-in policy cannot be read. See: caseload policy check.")
        }
        return policy
    }
}
