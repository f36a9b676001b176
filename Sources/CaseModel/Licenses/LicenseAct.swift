/// What can be done with a licence (domain 8; domain 11, rows 39 to 43).
public enum LicenseOperation: String, CaseIterable, Sendable {
    /// Gives some to a host.
    case allocate
    /// Moves some from one host to another.
    case reallocate
    /// Takes some back from a host.
    case giveBack = "return"
    /// Takes a host's file for the first time.
    case download
    /// Takes it again.
    case redownload
    /// Answers a question about managing licences.
    case advice
}

/// One act on a licence; the history of a licence is made of these.
public struct LicenseAct: Equatable, Sendable {
    /// What is done.
    public var operation: LicenseOperation
    /// How many, where that is said.
    public var quantity: Int?
    /// The host, by name (case-sensitive) or address.
    public var binding: String?
    /// The host they go to.
    public var target: String?

    /// An act with all its parts.
    public init(
        _ operation: LicenseOperation, _ quantity: Int? = nil, of binding: String? = nil, to target: String? = nil
    ) {
        self.operation = operation
        self.quantity = quantity
        self.binding = binding
        self.target = target
    }

    /// Gives some to a host.
    public static func allocate(_ quantity: Int, to binding: String) -> LicenseAct {
        LicenseAct(.allocate, quantity, of: binding)
    }

    /// Moves some from one host to another.
    public static func reallocate(_ quantity: Int, from binding: String, to target: String) -> LicenseAct {
        LicenseAct(.reallocate, quantity, of: binding, to: target)
    }

    /// Takes some back from a host.
    public static func giveBack(_ quantity: Int, from binding: String) -> LicenseAct {
        LicenseAct(.giveBack, quantity, of: binding)
    }

    /// Takes a host's file; without a host the only one that has any.
    public static func download(of binding: String? = nil) -> LicenseAct { LicenseAct(.download, of: binding) }

    /// Answers a question.
    public static let advice = LicenseAct(.advice)

    /// The form in which events keep it: `reallocate 2 gate-1 gate-2`.
    public var text: String {
        ([operation.rawValue] + [quantity.map(String.init), binding, target].compactMap { $0 }).joined(separator: " ")
    }

    /// Reads that form; nil for anything else.
    public init?(text: String) {
        var parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
        guard let operation = parts.popFirst().flatMap({ LicenseOperation(rawValue: $0) }) else { return nil }
        self.init(operation)
        switch operation {
        case .allocate, .giveBack, .reallocate:
            guard let number = parts.popFirst().flatMap({ Int($0) }), let name = parts.popFirst() else { return nil }
            (quantity, binding) = (number, name)
            if operation == .reallocate {
                guard let other = parts.popFirst() else { return nil }
                target = other
            }
        case .download, .redownload:
            guard let name = parts.popFirst() else { return nil }
            binding = name
        case .advice: break
        }
        guard parts.isEmpty else { return nil }
    }
}

extension LicenseAct {
    /// What it did, in the words of a notice: `returned 3 of LI-1 from gate-1`.
    public func words(_ id: RecordID) -> String {
        let (count, host) = (quantity.map(String.init) ?? "some", binding ?? "a host")
        return switch operation {
        case .allocate: "allocated \(count) of \(id) to \(host)"
        case .reallocate: "reallocated \(count) of \(id) from \(host) to \(target ?? "another")"
        case .giveBack: "returned \(count) of \(id) from \(host)"
        case .download: "downloaded the file of \(id) for \(host)"
        case .redownload: "downloaded the file of \(id) for \(host) again"
        case .advice: "advised on \(id)"
        }
    }
}
