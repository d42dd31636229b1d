import ScaffoldPasswords

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The tables as the migrations make them.
private let blogTables = """
    CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email VARCHAR(255) NOT NULL UNIQUE,
        password VARCHAR(255) NOT NULL, firstName VARCHAR(255) NOT NULL, lastName VARCHAR(255) NOT NULL,
        role TEXT NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'admin', 'moderator')),
        isActive TINYINT(1) NOT NULL DEFAULT 1, lastLoginAt DATETIME, createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL);
    CREATE TABLE profiles (id INTEGER PRIMARY KEY AUTOINCREMENT,
        userId INTEGER NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
        bio TEXT, avatar VARCHAR(255), location VARCHAR(255), createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL);
    CREATE TABLE posts (id INTEGER PRIMARY KEY AUTOINCREMENT, title VARCHAR(200) NOT NULL, content TEXT NOT NULL,
        status TEXT NOT NULL DEFAULT 'draft', userId INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
        createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL);
    CREATE INDEX posts_user_id ON posts (userId);
    CREATE INDEX posts_created_at ON posts (createdAt);
    CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(255) NOT NULL UNIQUE,
        createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL);
    CREATE TABLE post_tags (id INTEGER PRIMARY KEY AUTOINCREMENT,
        postId INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE, tagId INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
        createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL);
    CREATE UNIQUE INDEX post_tags_unique ON post_tags (postId, tagId);
    CREATE TABLE categories (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
        parent_id INTEGER REFERENCES categories (id), editorId INTEGER REFERENCES users (id), reviewerId INTEGER REFERENCES users (id));
    CREATE TABLE tokens (id UUID PRIMARY KEY, label TEXT, uses INTEGER NOT NULL, stamp TEXT NOT NULL DEFAULT 'made by the database');
    """

/// Runs a test on a database of its own in memory, with cheap passwords.
func withBlog<R: Sendable>(_ body: @Sendable () async throws -> R) async throws -> R {
    let database = try Database(DatabaseConfiguration(url: .memory))
    return try await database.run {
        try await database.write { try $0.run(script: blogTables) }
        return try await Password.$cost.withValue(4) { try await body() }
    }
}

/// A user with a name of its own.
func makeUser(_ name: String, role: UserRole = .user, isActive: Bool = true) async throws -> User {
    try await User.create(
        email: "\(name)@example.com", password: "password", firstName: name, lastName: "Doe", role: role,
        isActive: isActive)
}

/// The first statement of a query and what is bound to it.
func statement<M>(_ build: (inout Query<M>) throws -> Void) throws -> (text: String, values: [Value]) {
    let query = try Query(build)
    var statement = SelectStatement(SQLiteDialect())
    let place = statement.rest.place(M.table)
    statement.rest.write(" FROM \(place.definition)")
    _ = try Shape<M>.model(query.includes).select(&statement, place)
    try statement.rest.writeWhere(query.conditions, at: place)
    statement.writeOrder(query, at: place, byKey: query.limit != nil)
    return (statement.text, statement.rest.values.items)
}
