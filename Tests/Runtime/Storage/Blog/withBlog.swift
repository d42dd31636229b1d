import ScaffoldPasswords

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Runs a test on a database of its own with the blog's tables, with cheap passwords.
func withBlog<R: Sendable>(
    on engine: TestEngine = .sqlite, _ body: @Sendable () async throws -> R
) async throws -> R {
    try await engine.withTables(makeBlogTables) { _ in
        try await Password.$cost.withValue(4) { try await body() }
    }
}

/// A user with a name of its own.
func makeUser(_ name: String, role: UserRole = .user, isActive: Bool = true) async throws -> User {
    try await User.create(
        email: "\(name)@example.com", password: "password", firstName: name, lastName: "Doe", role: role,
        isActive: isActive)
}
