import CaseModel
import Glibc

/// Who runs the program, as the kernel knows it; never from `$USER` (reliability 5.1).
enum Identity {
    /// The real user of the process, with the name given by `--as` beside it.
    static func claim(actingAs name: String?) -> Claim {
        let number = getuid()
        return Claim(login: login(of: number), userNumber: number, name: name)
    }

    /// The login of a user number; the number itself when it has none.
    static func login(of number: uid_t) -> String {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard let space = buffer.baseAddress,
                getpwuid_r(number, &record, space, buffer.count, &found) == 0, found != nil,
                let name = record.pw_name
            else { return String(number) }
            return String(cString: name)
        }
    }

    /// The home folder from the list of users, for when `$HOME` is not set.
    static func home() -> String? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard let space = buffer.baseAddress,
                getpwuid_r(getuid(), &record, space, buffer.count, &found) == 0, found != nil,
                let home = record.pw_dir
            else { return nil }
            return String(cString: home)
        }
    }
}
