/// Why a password could not be hashed or checked. No case holds any of its text.
public enum PasswordError: Error, Sendable, Hashable, CustomStringConvertible {
    /// More than 72 bytes, of which bcrypt would ignore the rest.
    case tooLong
    /// A NUL in it, at which bcrypt would stop reading.
    case containsNul
    /// A cost outside 4 to 18.
    case costOutOfRange(Int)
    /// The stored text is no bcrypt hash that can be checked.
    case unknownHash
    /// So many hashes are waiting for a thread that one more would only wait in vain.
    case tooManyWaiting
    /// The system gave no random bytes or refused the settings.
    case unavailable

    /// A sentence for the log.
    public var description: String {
        switch self {
        case .tooLong: "a password has at most 72 bytes"
        case .containsNul: "a password cannot contain a NUL character"
        case .costOutOfRange(let cost): "the cost of a bcrypt hash is 4 to 18, not \(cost)"
        case .unknownHash: "the stored password is not a bcrypt hash ($2a$, $2b$ or $2y$)"
        case .tooManyWaiting: "too many passwords are waiting to be hashed"
        case .unavailable: "the system could not compute a bcrypt hash"
        }
    }
}
