internal import CSQLite

/// The file system that a store lies on, as far as it matters: whether several hosts may write to it at once.
enum FileSystemKind {
    /// The name of a network file system by its magic number; nil for all others.
    ///
    /// Locks and shared memory reach no further than one host, so a store there would be silently damaged.
    static func network(_ magic: Int) -> String? {
        switch UInt32(truncatingIfNeeded: magic) {
        case 0x6969: "NFS"
        case 0xFF53_4D42: "CIFS"
        case 0x517B: "SMB"
        case 0xFE53_4D42: "SMB2"
        case 0x6573_5546: "FUSE"
        case 0x0102_1997: "9P"
        case 0x00C3_6400: "Ceph"
        case 0x5346_414F: "AFS"
        case 0x7375_7245: "Coda"
        case 0x0BD0_0BD0: "Lustre"
        case 0x0116_1970: "GFS2"
        case 0x7461_636F: "OCFS2"
        case 0x564C: "NCP"
        case 0x4750_4653: "GPFS"
        case 0x1BAD_FACE: "BeeGFS"
        default: nil
        }
    }

    /// The name of the network file system that a path lies on; nil when it lies on none.
    static func network(at path: String) -> String? { network(caseload_file_system(path)) }
}
