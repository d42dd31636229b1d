import CCrypt

/// bcrypt through libxcrypt, with the working memory that one thread keeps for it.
struct Bcrypt: ~Copyable {
    /// What bcrypt reads of a password, in bytes.
    static let limit = 72

    /// From what the algorithm allows up to a quarter of a minute.
    static let costs = 4...18

    /// `$2b$10$`, 22 characters of salt, 31 of hash.
    private static let hashLength = 60

    private let memory: UnsafeMutablePointer<crypt_data>

    init() {
        memory = .allocate(capacity: 1)
        clear()
    }

    /// Leaves nothing of a password behind; the memory goes on living, so no compiler drops these writes.
    private borrowing func clear() {
        UnsafeMutableRawPointer(memory).initializeMemory(
            as: UInt8.self, repeating: 0, count: MemoryLayout<crypt_data>.size)
    }

    deinit {
        memory.deallocate()
    }

    /// The hash of a text; 60 milliseconds and more at cost 10.
    ///
    /// - Parameter settings: `$2b$10$` with a salt, or a hash made with the same.
    borrowing func hash(_ text: String, settings: String) throws -> String {
        defer { clear() }
        guard let result = crypt_r(text, settings, memory) else { throw PasswordError.unavailable }
        let hash = String(cString: result)
        guard hash.utf8.count == Self.hashLength, hash.hasPrefix("$2") else { throw PasswordError.unknownHash }
        return hash
    }

    /// Settings for a new hash, with a salt from the system's random source.
    static func newSettings(cost: Int) throws -> String {
        guard costs.contains(cost) else { throw PasswordError.costOutOfRange(cost) }
        var output = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
        let made = crypt_gensalt_rn("$2b$", UInt(cost), nil, 0, &output, CRYPT_GENSALT_OUTPUT_SIZE)
        guard made != nil else { throw PasswordError.unavailable }
        return String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Refuses a text of which bcrypt would ignore a part.
    static func check(_ text: String) throws {
        if text.utf8.count > limit { throw PasswordError.tooLong }
        if text.utf8.contains(0) { throw PasswordError.containsNul }
    }

    /// Whether a text could be the password of any hash.
    static func accepts(_ text: String) -> Bool {
        text.utf8.count <= limit && !text.utf8.contains(0)
    }

    /// Refuses what is no hash, and one whose cost would hold a thread for minutes.
    static func checkSettings(of hash: String) throws {
        let bytes = Array(hash.utf8)
        guard bytes.count == hashLength, ["$2a$", "$2b$", "$2y$"].contains(hash.prefix(4)), !bytes.contains(0),
            bytes[6] == UInt8(ascii: "$"), let cost = Int(hash.dropFirst(4).prefix(2)), costs.contains(cost)
        else { throw PasswordError.unknownHash }
    }

    /// Compares two texts in a time that depends on their lengths only.
    static func equal(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
