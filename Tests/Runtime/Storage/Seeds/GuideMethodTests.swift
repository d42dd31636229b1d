import Foundation
import ScaffoldPasswords
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

/// What else section 7 of the development guide does with a user.
@Suite struct GuideMethodTests {
    @Test(arguments: TestEngine.all)
    func `7 User search and getRecentUsers: attributes exclude password`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            for name in ["John", "Johanna", "Jane"] { _ = try await makeUser(name, isActive: name != "Johanna") }
            let search = "joh"
            let found = try await User.findAll(\.firstName, \.email) {
                $0.where { $0.firstName.contains(search) || $0.lastName.contains(search) || $0.email.contains(search) }
                $0.order(by: \.firstName)
                $0.limit(10)
            }
            #expect(found.map(\.0) == ["Johanna", "John"])
            let recent = try await User.findAll(\.firstName) {
                $0.where { $0.isActive == true && $0.createdAt >= Date.now - .days(7) }
                $0.order(by: \.createdAt, .descending)
                $0.order(by: \.id, .descending)
            }
            #expect(recent == ["Jane", "John"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `7 bulkCreate: validate and individualHooks, each password hashed once`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            func users(_ address: String) -> [User] {
                ["a@example.com", address].map {
                    User(email: $0, password: "password123", firstName: "a", lastName: "b")
                }
            }
            let error = await #expect(throws: AggregateError.self) {
                try await User.bulkCreate(users("none"), validate: true, individualHooks: true)
            }
            #expect(error?.errors.map(\.index) == [1])
            #expect(error?.errors.first?.error.items.map(\.path) == ["email"])
            #expect(try await User.count() == 0)
            let stored = try await User.bulkCreate(users("b@example.com"), validate: true, individualHooks: true)
            for user in stored { #expect(try await user.verifyPassword("password123")) }
        }
    }

    @Test(arguments: TestEngine.all)
    func `7 updatePassword, deactivate, reactivate: set and save, hashed only when changed`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            var user = try await makeUser("John")
            user.isActive = false
            try await user.save()
            #expect(try await User.findByPk(user.id)?.isActive == false)
            #expect(try await User.findByPk(user.id)?.verifyPassword("password") == true)
            user.isActive = true
            try await user.save()
            #expect(try await User.findByPk(user.id)?.isActive == true)
            user.password = "newPassword123"
            try await user.save()
            #expect(try await User.findByPk(user.id)?.verifyPassword("newPassword123") == true)
            #expect(try await User.findByPk(user.id)?.verifyPassword("password") == false)
        }
    }

    @Test(arguments: TestEngine.all)
    func `7 role: ENUM user, admin, moderator, with a default`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            var input = Changes<User>()
            input.email = .value("a@example.com")
            input.password = .value("password123")
            input.firstName = .value("a")
            input.lastName = .value("b")
            let user = try await User.create(input)
            #expect((user.role, user.isActive, user.lastLoginAt) == (.user, true, nil))
            let admin = try await makeUser("John", role: .admin)
            let post = try await user.createPost(title: "a", content: "…")
            #expect(admin.canEdit(post))
            #expect(try await User.findAll { $0.where { $0.role.in([.admin, .moderator]) } }.map(\.id) == [admin.id])
        }
    }
}

/// The JWT example: who signs up is looked for first.
@Suite struct SignUpExampleTests {
    @Test(arguments: TestEngine.all)
    func `findOne where username: Failed! Username is already in use!`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            _ = try await Account.create(Account("Abbey Salami", "heba@gmail.com", "12345678"))
            let username = "Abbey Salami"
            #expect(try await Account.findOne { $0.where { $0.username == username } }?.email == "heba@gmail.com")
            #expect(try await Account.findOne { $0.where { $0.email == "heba@gmail.com" } } != nil)
            #expect(try await !Account.exists { $0.where { $0.username == "Somebody Else" } })
        }
    }
}
