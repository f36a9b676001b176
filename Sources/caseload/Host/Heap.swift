import Glibc

/// The memory that the program's values live in.
enum Heap {
    /// Where it begins; known only to who asks before anything is put there.
    static let bottom = UInt(bitPattern: sbrk(0))

    /// Asks the system to keep what is there in large pages.
    ///
    /// A key touches a little of very many pages. After a pause the processor has forgotten where each of them is, and
    /// finding them again is a good part of what the key takes. No more memory is used: only what is full of small pages
    /// becomes a large one. A system that has none says so, and all stays as it was.
    static func gather() {
        let page: UInt = 2 << 20
        // `MADV_COLLAPSE`, which older headers do not name.
        let collapse: Int32 = 25
        let (first, end) = ((bottom + page - 1) / page * page, UInt(bitPattern: sbrk(0)) / page * page)
        guard first < end else { return }
        madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), collapse)
    }
}
