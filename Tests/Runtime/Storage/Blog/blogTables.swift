import ScaffoldStorage

/// The tables of the blog, as migrations make them.
@Sendable func makeBlogTables(_ queryInterface: inout QueryInterface) {
    queryInterface.createTable("users") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("email", .string, allowNull: false, unique: true)
        $0.column("password", .password, allowNull: false)
        $0.column("firstName", .string, allowNull: false)
        $0.column("lastName", .string, allowNull: false)
        $0.column("role", .enum("user", "admin", "moderator"), allowNull: false, defaultValue: "user")
        $0.column("isActive", .boolean, allowNull: false, defaultValue: true)
        $0.column("lastLoginAt", .date)
        $0.timestamps()
    }
    queryInterface.createTable("profiles") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column(
            "userId", .integer, allowNull: false, unique: true, references: .init("users"), onDelete: .cascade,
            onUpdate: .cascade)
        $0.column("bio", .text)
        $0.column("avatar", .string)
        $0.column("location", .string)
        $0.timestamps()
    }
    queryInterface.createTable("posts") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("title", .string(200), allowNull: false)
        $0.column("content", .text, allowNull: false)
        $0.column("status", .string, allowNull: false, defaultValue: "draft")
        $0.column(
            "userId", .integer, allowNull: false, references: .init("users"), onDelete: .cascade, onUpdate: .cascade)
        $0.timestamps()
    }
    queryInterface.addIndex("posts", ["userId"])
    queryInterface.addIndex("posts", ["createdAt"])
    queryInterface.createTable("tags") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true)
        $0.timestamps()
    }
    queryInterface.createTable("post_tags") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("postId", .integer, allowNull: false, references: .init("posts"), onDelete: .cascade)
        $0.column("tagId", .integer, allowNull: false, references: .init("tags"), onDelete: .cascade)
        $0.timestamps()
    }
    queryInterface.addIndex("post_tags", ["postId", "tagId"], unique: true, name: "post_tags_unique")
    queryInterface.createTable("categories") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
        $0.column("parent_id", .integer, references: .init("categories"))
        $0.column("editorId", .integer, references: .init("users"))
        $0.column("reviewerId", .integer, references: .init("users"))
    }
    queryInterface.createTable("tokens") {
        $0.column("id", .uuid, primaryKey: true)
        $0.column("label", .text)
        $0.column("uses", .integer, allowNull: false)
        $0.column("stamp", .string, allowNull: false, defaultValue: "made by the database")
    }
}

extension TableBlueprint {
    /// The dates that the runtime keeps.
    mutating func timestamps() {
        column("createdAt", .date, allowNull: false)
        column("updatedAt", .date, allowNull: false)
    }
}
