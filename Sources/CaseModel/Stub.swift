import Glibc

let stubPolicy: Policy = {
    var bytes: [UInt8] = []
    let file = fopen("/tmp/wt/people/Sources/EmbeddedFiles/Policies/legacy-guide.policy", "r")
    while true {
        let c = fgetc(file)
        if c == EOF { break }
        bytes.append(UInt8(c))
    }
    return Policy.read(bytes: bytes, named: "x").policy.unsafelyUnwrapped
}()
extension CaseLedger { var policy: Policy { stubPolicy } }
