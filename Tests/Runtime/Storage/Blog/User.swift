import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A user: table `users`.
struct User: Model {
    var id: Int
    var email: String
    var password: Password
    var firstName: String
    var lastName: String
    var role: UserRole
    var isActive: Bool
    var lastLoginAt: Date?
    var createdAt: Date
    var updatedAt: Date

    // hasMany Post, foreignKey: userId
    var posts: Loaded<[Post]>
    // hasOne Profile, foreignKey: userId
    var profile: Loaded<Profile?>

    static let validations = Validations<User> {
        $0.validate(\.email, .isEmail)
        $0.validate(\.password, .len(8, 72))
    }

    // scope active
    static let active = Scope<User> { $0.where { $0.isActive == true } }
}

/// The values of `User.role`.
enum UserRole: String, Enumeration {
    case user
    case admin
    case moderator
}

// What a user of the guide's section 7 writes by hand, the test of the API's taste (not generated):
extension User {
    static func findByEmail(_ email: String) async throws -> User? {
        try await findOne { $0.where { $0.email == email.lowercased() } }
    }

    static func statistics() async throws -> (total: Int, active: Int, admins: Int) {
        async let total = count()
        async let active = count { $0.where { $0.isActive == true } }
        async let admins = count { $0.where { $0.role == .admin } }
        return try await (total, active, admins)
    }

    static func search(_ query: String, limit: Int = 10) async throws -> [User] {
        try await findAll {
            $0.where { $0.firstName.contains(query) || $0.lastName.contains(query) || $0.email.contains(query) }
            $0.order(by: \.firstName)
            $0.limit(limit)
        }
    }

    static func recent(days: Int = 7) async throws -> [User] {
        try await findAll {
            $0.scope(active)
            $0.where { $0.createdAt >= Date.now - .days(days) }
            $0.order(by: \.createdAt, .descending)
        }
    }

    var fullName: String { "\(firstName) \(lastName)" }

    func canEdit(_ post: Post) -> Bool { role == .admin || id == post.userId }

    func verifyPassword(_ text: String) async throws -> Bool { try await password.verify(text) }

    mutating func recordLogin() async throws {
        lastLoginAt = .now
        try await save()
    }
}
