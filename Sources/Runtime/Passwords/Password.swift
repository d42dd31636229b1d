/// A password: a bcrypt hash from the database, or a text that is still to be hashed.
///
/// It never shows what it holds: not in descriptions, dumps or interpolations, and it has no JSON. It cannot be
/// compared with `==` either, since two hashes of one password differ; ask ``verify(_:)``.
///
/// ```swift
/// let user = try await User.create(email: "a@example.com", password: "correct horse", …)   // stored as a hash
/// try await user.password.verify("correct horse")                                          // true
/// ```
public struct Password: Sendable {
    enum Content: Sendable {
        case plain(String)
        case hash(String)
    }

    let content: Content

    /// A password that is still to be hashed; whatever writes a model hashes it first.
    ///
    /// - Parameter plainText: the password as a person types it, also if it looks like a hash.
    public init(_ plainText: String) {
        content = .plain(plainText)
    }

    /// A password as the database holds it.
    ///
    /// - Parameter hash: a bcrypt hash, `$2b$10$…` (`$2a$` and `$2y$` are read too). A text that is no hash makes a
    ///   password which nothing verifies: ``verify(_:)`` throws ``PasswordError/unknownHash``.
    public init(hash: String) {
        content = .hash(hash)
    }

    /// The text still to be hashed; nil for a hash.
    public var plainText: String? {
        guard case .plain(let text) = content else { return nil }
        return text
    }

    /// The hash to store; nil as long as there is none.
    public var hash: String? {
        guard case .hash(let hash) = content else { return nil }
        return hash
    }

    /// The logarithm of bcrypt's work for new hashes, 10 unless bound: `Password.$cost.withValue(12) { … }`.
    ///
    /// Each step doubles the time, 60 to 130 milliseconds at 10. An app binds it once around its services, tests bind 4.
    @TaskLocal public static var cost = 10

    /// The same password as a hash; a hash stays as it is.
    ///
    /// It is computed on threads of its own and never holds up the threads of requests.
    ///
    /// - Parameter cost: the logarithm of the work, 4 to 18; ``cost`` when left out.
    /// - Throws: ``PasswordError`` for a text of more than 72 bytes, which bcrypt would cut, or with a NUL in it, for a
    ///   cost out of range, and when too many are waiting.
    public func hashed(cost: Int = Password.cost) async throws -> Password {
        guard case .plain(let text) = content else { return self }
        let settings = try Bcrypt.newSettings(cost: cost)
        try Bcrypt.check(text)
        return Password(hash: try await HashingThreads.shared.run { try $0.hash(text, settings: settings) })
    }

    /// Whether a text is this password, compared in constant time.
    ///
    /// - Parameter text: what somebody typed. More than 72 bytes are never right.
    /// - Throws: ``PasswordError/unknownHash`` for a stored text that is no bcrypt hash,
    ///   ``PasswordError/tooManyWaiting`` under a flood.
    public func verify(_ text: String) async throws -> Bool {
        switch content {
        case .plain(let own):
            return Bcrypt.equal(own, text)
        case .hash(let hash):
            try Bcrypt.checkSettings(of: hash)
            guard Bcrypt.accepts(text) else { return false }
            let again = try await HashingThreads.shared.run { try $0.hash(text, settings: hash) }
            return Bcrypt.equal(again, hash)
        }
    }
}

extension Password: ExpressibleByStringLiteral {
    /// A password that is still to be hashed, as tests and seeders write it.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `Password(…)`, whatever it holds.
    public var description: String { "Password(…)" }

    /// `Password(…)`, whatever it holds.
    public var debugDescription: String { description }

    /// Without children, so that `dump` shows nothing.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
