/// One write of a plan: the file and, with it, what `.scaffold` keeps about it. The two happen together or, when the
/// user got in between, not at all.
struct FileChange: Equatable, Sendable {
    /// The path, relative to the app.
    var path: String
    /// What the plan found there; nil for nothing.
    var found: FileDigest?
    /// What shall stand there; nil for nothing.
    var text: [UInt8]?
    /// The permissions of the new file.
    var mode: UInt32 = 0o644
    /// Files under `.scaffold` that follow this one; a nil text removes.
    var records: [Record] = []

    struct Record: Equatable, Sendable {
        var path: String
        var text: [UInt8]?
    }

    /// Whether the file itself changes, and not only what is kept about it.
    var touchesFile: Bool { text.map(FileDigest.init) != found }
}

/// The fingerprint of a text: enough to see that a file is no longer what it was, not a protection against forgery.
struct FileDigest: Hashable, Sendable, Codable {
    var length: Int
    /// FNV-1a, 64 bits.
    var hash: UInt64

    /// Stands for a link or a folder: no text has it.
    static let ofNoFile = FileDigest(length: -1, hash: 0)

    init(length: Int, hash: UInt64) {
        self.length = length
        self.hash = hash
    }

    init(_ bytes: [UInt8]) {
        length = bytes.count
        hash = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
