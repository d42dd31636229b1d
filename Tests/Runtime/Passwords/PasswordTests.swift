import Dispatch
import Testing

@testable import ScaffoldPasswords

@Suite struct PasswordTests {
    /// Vectors of Openwall's crypt_blowfish 1.3 (wrapper.c), which libxcrypt's bcrypt is made from.
    @Test(arguments: [
        ("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "U*U"),
        ("$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK", "U*U*"),
        ("$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a", "U*U*U"),
        (
            "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui",
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        ),
        ("$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy", ""),
        // jBCrypt's
        ("$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe", "a"),
    ])
    func `a published hash is the hash of its password and of no other`(hash: String, password: String) async throws {
        #expect(try await Password(hash: hash).verify(password))
        #expect(try await !Password(hash: hash).verify(password == "" ? "x" : String(password.dropLast())))
        for prefix in ["$2b$", "$2y$"] {
            #expect(try await Password(hash: prefix + hash.dropFirst(4)).verify(password))
        }
    }

    @Test func `a new hash is of cost 10 and form 2b unless another cost is bound`() async throws {
        let hash = try #require(try await Password("secret").hashed().hash)
        #expect(hash.hasPrefix("$2b$10$"))
        #expect(hash.utf8.count == 60)
        let cheap = try await Password.$cost.withValue(4) { try await Password("secret").hashed() }
        #expect(cheap.hash?.hasPrefix("$2b$04$") == true)
        #expect(try await cheap.verify("secret"))
        #expect(try await !cheap.verify("Secret"))
    }

    @Test func `two hashes of one password differ, and a hash is not hashed again`() async throws {
        let first = try await Password("secret").hashed(cost: 4)
        let second = try await Password("secret").hashed(cost: 4)
        #expect(first.hash != second.hash)
        #expect(try await first.hashed(cost: 4).hash == first.hash)
    }

    @Test func `a text that looks like a hash is a password like any other`() async throws {
        let text = "$2b$04$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy"
        let password = try await Password(text).hashed(cost: 4)
        #expect(password.hash != text)
        #expect(try await password.verify(text))
    }

    @Test func `72 bytes are taken, 73 refused, counted as bytes and not as characters`() async throws {
        let longest = String(repeating: "ü", count: 36)
        let password = try await Password(longest).hashed(cost: 4)
        #expect(try await password.verify(longest))
        #expect(try await !password.verify(longest + "x"))
        await #expect(throws: PasswordError.tooLong) { try await Password(longest + "x").hashed(cost: 4) }
    }

    @Test func `a NUL does not cut a password short`() async throws {
        await #expect(throws: PasswordError.containsNul) { try await Password("abc\u{0}def").hashed(cost: 4) }
        #expect(try await !Password("abc").hashed(cost: 4).verify("abc\u{0}"))
    }

    @Test(arguments: [
        "", "secret", "$2b$10$", "$1$CCCCCCCC$abc", "$2x$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "$2b$31$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "$2b$0x$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "$2b$05$CCCCCCCCCCCCCCCCCCCCC!7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy", "*0",
    ])
    func `what is no hash verifies nothing`(text: String) async {
        await #expect(throws: PasswordError.self) { try await Password(hash: text).verify("secret") }
    }

    @Test(arguments: [-1, 3, 19, 100]) func `a cost out of range is refused`(cost: Int) async {
        await #expect(throws: PasswordError.costOutOfRange(cost)) { try await Password("secret").hashed(cost: cost) }
    }

    @Test func `a password not hashed yet can be checked too`() async throws {
        #expect(try await Password("secret").verify("secret"))
        #expect(try await !Password("secret").verify("secret2"))
    }

    @Test func `nothing that prints a password shows it`() {
        struct User { var password: Password }
        for password in [Password("hunter2"), Password(hash: "hunter2")] {
            var dumped = ""
            dump(User(password: password), to: &dumped)
            #expect(!dumped.contains("hunter2"))
            #expect(!"\(password) \(User(password: password)) \(String(reflecting: [password]))".contains("hunter2"))
        }
    }

    @Test func `many at once all get their own result`() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<64 {
                group.addTask {
                    let password = try await Password("password\(index)").hashed(cost: 4)
                    let right = try await password.verify("password\(index)")
                    let wrong = try await password.verify("password\(index + 1)")
                    return right && !wrong
                }
            }
            for try await result in group { #expect(result) }
        }
    }

    @Test func `a flood is refused, not queued without end`() async {
        let threads = HashingThreads(count: 1)
        // The one thread is busy until the first is refused, however slowly the others come.
        let busy = DispatchSemaphore(value: 0)
        let refused = await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                _ = try? await threads.run { _ in
                    _ = busy.wait(timeout: .now() + 60)
                    return ""
                }
                return false
            }
            for _ in 0..<HashingThreads.waitingLimit + 200 {
                group.addTask {
                    do {
                        _ = try await threads.run { try $0.hash("a", settings: "$2b$06$CCCCCCCCCCCCCCCCCCCCC.") }
                        return false
                    } catch {
                        busy.signal()
                        return (error as? PasswordError) == .tooManyWaiting
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0)
    }

    @Test func `texts are equal only when every byte is`() {
        #expect(Bcrypt.equal("", ""))
        #expect(Bcrypt.equal("abc", "abc"))
        #expect(!Bcrypt.equal("abc", "ab"))
        let text = Array("$2b$10$abcdefghijklmnopqrstuv".utf8)
        for index in text.indices {
            for bit in 0..<7 {
                var other = text
                other[index] ^= 1 << UInt8(bit)
                #expect(!Bcrypt.equal(String(decoding: text, as: UTF8.self), String(decoding: other, as: UTF8.self)))
            }
        }
    }
}
