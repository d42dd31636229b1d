#if PostgreSQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    @Suite struct PostgreSQLErrorTests {
        @Test func `constraints are typed errors that name columns and never values`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.script(
                    """
                    CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL UNIQUE, first text, "lastName" text,
                        role text CHECK (role IN ('a', 'b')), short varchar(3), "odd, ""(" text UNIQUE,
                        UNIQUE (first, "lastName"));
                    CREATE UNIQUE INDEX lower_email ON users (lower(email));
                    CREATE TABLE posts ("userId" integer REFERENCES users (id));
                    INSERT INTO users VALUES (1, 'secret', 'x', 'y', 'a', 'abc', 'odd');
                    """)
                func failure<E>(_ sql: String, _ values: Values, as type: E.Type) async throws -> E {
                    let error = try #require(await PostgreSQLScratch.failure(database, sql, values))
                    #expect("\(error)".contains("secret") == false)
                    return try #require(error as? E, "\(error)")
                }
                let insert =
                    "INSERT INTO users (id, email, first, \"lastName\", \"odd, \"\"(\") VALUES ($1, $2, $3, $4, $5)"
                let email = try await failure(insert, [2, "secret", "q", "q", "q"], as: UniqueConstraintError.self)
                #expect(email.table == "users")
                #expect(email.columns == ["email"])
                #expect(email.constraint == "users_email_key")
                let names = try await failure(insert, [2, "b", "x", "y", "q"], as: UniqueConstraintError.self)
                #expect(names.columns == ["first", "lastName"])
                let odd = try await failure(insert, [2, "b", "q", "q", "odd"], as: UniqueConstraintError.self)
                #expect(odd.columns == ["odd, \"("])
                let lower = try await failure(insert, [2, "SECRET", "q", "q", "q"], as: UniqueConstraintError.self)
                #expect(lower.columns == [])
                #expect(lower.constraint == "lower_email")
                let null = try await failure(insert, [2, .null, "q", "q", "q"], as: NotNullConstraintError.self)
                #expect(null.column == "email")
                #expect(null.table == "users")
                let check = try await failure("UPDATE users SET role = $1", ["secret"], as: CheckConstraintError.self)
                #expect(check.constraint == "users_role_check")
                let key = try await failure("INSERT INTO posts VALUES ($1)", [77], as: ForeignKeyConstraintError.self)
                #expect(key.table == "posts")
                #expect(key.constraint == "posts_userId_fkey")
                _ = try await failure("UPDATE users SET short = $1", ["secret"], as: ValueTooLongError.self)
                let none = try await failure("INSERT INTO nowhere VALUES (77)", [], as: DatabaseError.self)
                #expect(none.state == "42P01")
                #expect(none.message.contains("nowhere"))
                for sql in ["SELECT CAST($1 AS date)", "SELECT CAST($1 AS uuid)", "SELECT CAST($1::text AS integer)"] {
                    let invalid = try await failure(sql, ["secret"], as: DatabaseError.self)
                    #expect(invalid.message.contains("…"))
                }
                _ = try await failure("SELECT CAST($1 AS jsonb)", ["{secret"], as: DatabaseError.self)
                let raised = await PostgreSQLScratch.failure(database, "DO $$ BEGIN RAISE 'no \"secret\" here'; END $$")
                #expect((raised as? DatabaseError)?.message == "no … here")
            }
        }

        @Test(arguments: [
            ("Key (email)=(x) already exists.", ["email"]), ("Key (a, \"b\"\"c\")=(1, 2) exists.", ["a", "b\"c"]),
            ("Schlüssel »(a)=((()« existiert bereits.", ["a"]), ("Key (lower(email))=(x) exists.", []),
            ("Key (lower(email::text), a)=(x) exists.", []), ("", []), ("(", []), ("(a", []), ("(a)", []), ("(\"a", []),
        ])
        func `the columns of a key are read out of the details, and nothing else`(detail: String, columns: [String]) {
            #expect(PostgreSQLFailure.columns(ofKeyIn: detail) == columns)
        }

        @Test(arguments: [
            ("invalid input syntax for type integer: \"a\"b\"", "invalid input syntax for type integer: …"),
            ("ungültige Eingabe: »x«", "ungültige Eingabe: …"), ("division by zero", "division by zero"),
            ("invalid byte sequence for encoding \"UTF8\": 0xff", "invalid byte sequence for encoding …"), ("\"", "…"),
        ])
        func `what a message quotes is taken out`(message: String, expected: String) {
            #expect(PostgreSQLFailure.withoutQuoted(message) == expected)
        }

        @Test func `a lock that others hold is waited for as long as is said`() async throws {
            let settings = DatabaseConfiguration(url: .memory, busyTimeout: .milliseconds(80))
            try await PostgreSQLScratch.with(settings: settings) { database in
                try await database.script("CREATE TABLE items (id integer); INSERT INTO items VALUES (1)")
                try await database.transaction {
                    try await database.execute("UPDATE items SET id = 2")
                    await #expect(throws: DatabaseTimeoutError.self) {
                        // A connection of its own: another one than the transaction's.
                        try await Task.detached { try await database.execute("UPDATE items SET id = 3") }.value
                    }
                }
                let count = try await database.count("items WHERE id = 2")
                #expect(count == 1)
            }
        }

        @Test func `two transactions that wait for each other, or cannot be kept apart`() async throws {
            try await PostgreSQLScratch.with { database in
                try await database.script(
                    "CREATE TABLE items (id integer, n integer); INSERT INTO items VALUES (1, 0), (2, 0)")
                let engine = database.engine
                let error = try await BlockingExecutor.shared.run { () -> (any Error)? in
                    let (one, other) = (try engine.openWriter(), try engine.openWriter())
                    try engine.begin(one, TransactionOptions(isolationLevel: .repeatableRead))
                    _ = try one.first("SELECT n FROM items") { _ in true }
                    try other.execute("UPDATE items SET n = 1")
                    do { try one.execute("UPDATE items SET n = 2") } catch { return error }
                    return nil
                }
                #expect((error as? SerializationFailureError)?.isDeadlock == false)
                @Sendable func update(_ first: Int, _ second: Int) async throws {
                    try await database.transaction {
                        try await database.execute("UPDATE items SET n = 1 WHERE id = $1", [.integer(Int64(first))])
                        try await Task.sleep(for: .milliseconds(150))
                        try await database.execute("UPDATE items SET n = 1 WHERE id = $1", [.integer(Int64(second))])
                    }
                }
                let failures = await withTaskGroup(of: (any Error)?.self) { group in
                    for (first, second) in [(1, 2), (2, 1)] {
                        group.addTask {
                            do { try await update(first, second) } catch { return error }
                            return nil
                        }
                    }
                    return await group.reduce(into: []) { if let error = $1 { $0.append(error) } }
                }
                #expect(failures.count == 1)
                #expect((failures.first as? SerializationFailureError)?.isDeadlock == true)
            }
        }
    }
#endif
