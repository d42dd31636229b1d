import Foundation
import ScaffoldPasswords
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

/// The endpoints of the user-management API, as queries and writes.
@Suite struct UserManagementTests {
    private func signUp(_ name: String, role: AccountRole = .user) async throws -> Account {
        try await Account.create(Account(name, "\(name)@example.com", "12345678", role: role))
    }

    @Test(arguments: TestEngine.all)
    func `GET user: todos os usuários cadastrados no banco de dados`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            for name in ["alexmenezes", "mariaclara"] { _ = try await signUp(name) }
            // without their passwords
            let rows = try await Account.findAll(\.id, \.username, \.email, \.role, \.verified) { $0.order(by: \.id) }
            #expect(rows.map(\.0) == [1, 2])
            #expect(rows.map(\.1) == ["alexmenezes", "mariaclara"])
            #expect(rows.map(\.3.number) == [0, 0])
            #expect(rows.map(\.4) == [false, false])
        }
    }

    @Test(arguments: TestEngine.all)
    func `GET user by id: um usuário específico, ou user not found`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            let account = try await signUp("alexmenezes")
            #expect(try await Account.findByPk(account.id)?.email == "alexmenezes@example.com")
            #expect(try await Account.findByPk(99) == nil)
        }
    }

    @Test(arguments: TestEngine.all)
    func `GET user validate: your account has been verified`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            let token = try await signUp("alexmenezes").token
            _ = try await signUp("mariaclara")
            var account = try #require(try await Account.findOne { $0.where { $0.token == token } })
            try await account.update { $0.verified = true }
            #expect(try await Account.findAll { $0.where { $0.verified == true } }.map(\.username) == ["alexmenezes"])
            #expect(try await Account.findOne { $0.where { $0.token == UUID() } } == nil)
        }
    }

    @Test(arguments: TestEngine.all)
    func `POST user: o que não é válido é dito, campo por campo`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            let error = await #expect(throws: ValidationError.self) {
                try await Account.create(Account("ana", "no address", "1234567"))
            }
            #expect(error?.items.map(\.path) == ["username", "email", "password"])
            #expect(error?.items.map(\.message).first == "\"username\" must be greater or equal to 6")
            let missing = await #expect(throws: ValidationError.self) { try await Account.create(Changes<Account>()) }
            #expect(missing?.items.map(\.path) == ["username", "email", "password"])
            #expect(missing?.items.allSatisfy { $0.type == .notNull } == true)
            #expect(try await Account.count() == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `POST user: Email already exists, Username already exists`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            _ = try await signUp("adriano234")
            let email = await #expect(throws: UniqueConstraintError.self) {
                try await Account.create(Account("another", "Adriano234@example.com", "12345678"))
            }
            #expect(email?.columns == ["email"])
            let name = await #expect(throws: UniqueConstraintError.self) {
                try await Account.create(Account("adriano234", "other@example.com", "12345678"))
            }
            #expect(name?.columns == ["username"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `PATCH username: username updated successfully, or in use, or too short`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            var account = try await signUp("alexmenezes")
            _ = try await signUp("mariaclara")
            try await account.update { $0.username = "daniel1234" }
            #expect(try await Account.findByPk(account.id)?.username == "daniel1234")
            let daniel = account
            await #expect(throws: UniqueConstraintError.self) {
                var account = daniel
                try await account.update { $0.username = "mariaclara" }
            }
            await #expect(throws: ValidationError.self) {
                var account = daniel
                try await account.update { $0.username = "dan" }
            }
            #expect(try await Account.findByPk(account.id)?.username == "daniel1234")
        }
    }

    @Test(arguments: TestEngine.all)
    func `PATCH password: password updated successfully, and hashed`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            var account = try await signUp("alexmenezes")
            try await account.update { $0.password = "1223456789" }
            let stored = try #require(try await Account.findByPk(account.id))
            #expect(try await stored.password.verify("1223456789"))
            #expect(try await !stored.password.verify("12345678"))
            let before = account
            await #expect(throws: ValidationError.self) {
                var account = before
                try await account.update { $0.password = "1234567" }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `DELETE user: todos os dados do usuário, and those that refer to it`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            let account = try await signUp("alexmenezes")
            _ = try await Recovery.create(Recovery(accountId: account.id))
            try await account.destroy()
            #expect(try await Account.count() == 0)
            #expect(try await Recovery.count() == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `DELETE user admin by id: resource deleted successfully, or user not found`(_ engine: TestEngine) async throws
    {
        try await withAccounts(on: engine) { () async throws in
            let admin = try await signUp("administrator", role: .admin)
            let account = try await signUp("alexmenezes")
            #expect(try await Account.findByPk(admin.id)?.role == .admin)
            #expect(try await Account.destroy { $0.id == account.id } == 1)
            #expect(try await Account.destroy { $0.id == account.id } == 0)
            #expect(try await Account.count { $0.where { $0.role == .admin } } == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `POST login: verificar credenciais do usuário`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            var signedUp = try await signUp("alexmenezes")
            func login(_ email: String, _ password: String) async throws -> String {
                guard let account = try await Account.findOne({ $0.where { $0.email == email.lowercased() } }),
                    try await account.password.verify(password)
                else { return "verify your credentials and try again" }
                return account.verified ? "credentials validated successfully" : "you have to verify your account"
            }
            let email = "ALEXMENEZES@example.com"
            #expect(try await login(email, "12345678") == "you have to verify your account")
            try await signedUp.update { $0.verified = true }
            #expect(try await login(email, "12345678") == "credentials validated successfully")
            #expect(try await login(email, "87654321") == "verify your credentials and try again")
            #expect(try await login("nobody@example.com", "12345678") == "verify your credentials and try again")
        }
    }

    @Test(arguments: TestEngine.all)
    func `POST recovery: o token gerado pode ser utilizado apenas 1 vez`(_ engine: TestEngine) async throws {
        try await withAccounts(on: engine) { () async throws in
            let account = try await signUp("alexmenezes")
            let token = try await Account.associations.recoveries.create(Recovery(accountId: 0), of: account).token
            @Sendable func recover(_ password: Password) async throws -> String {
                try await database.transaction {
                    guard
                        var recovery = try await Recovery.findByPk(
                            token,
                            {
                                $0.include(\.account)
                                $0.lock(.update)
                            })
                    else { return "user not found" }
                    guard !recovery.used else { return "token has been already used" }
                    var account = try recovery.account.get()
                    try await account.update { $0.password = password }
                    try await recovery.update { $0.used = true }
                    return "password updated successfully"
                }
            }
            // a password that is refused leaves the token as it was
            await #expect(throws: ValidationError.self) { try await recover("short") }
            #expect(try await recover("novasenhadousuario") == "password updated successfully")
            #expect(try await recover("another password") == "token has been already used")
            #expect(try await Account.findByPk(account.id)?.password.verify("novasenhadousuario") == true)
            #expect(try await Recovery.findByPk(UUID()) == nil)
        }
    }
}
