import ScaffoldDatabase

let migrations: [any Migration] = [CreateBlog_20261120093000()]

struct CreateBlog_20261120093000: Migration {
    static let name = "20261120093000-create-blog"

    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("users") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("email", .string, allowNull: false, unique: true)
            $0.column("password", .string, allowNull: false)
            $0.column("firstName", .string, allowNull: false)
            $0.column("lastName", .string, allowNull: false)
            $0.column("role", .enum("user", "admin", "moderator"), allowNull: false, defaultValue: "user")
            $0.column("isActive", .boolean, allowNull: false, defaultValue: true)
            $0.column("lastLoginAt", .date)
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
        }
        queryInterface.createTable("posts") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("title", .string(200), allowNull: false)
            $0.column("content", .text, allowNull: false)
            $0.column("status", .enum("draft", "published"), allowNull: false, defaultValue: "draft")
            $0.column("userId", .integer, allowNull: false, references: .init("users", key: "id"))
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
        }
        queryInterface.createTable("tags") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("name", .string, allowNull: false, unique: true)
        }
        queryInterface.createTable("post_tags") {
            $0.column("postId", .integer, primaryKey: true, references: .init("posts", key: "id"), onDelete: .cascade)
            $0.column("tagId", .integer, primaryKey: true, references: .init("tags", key: "id"), onDelete: .cascade)
        }
    }

    func down(_ queryInterface: inout QueryInterface) {
        for table in ["post_tags", "tags", "posts", "users"] { queryInterface.dropTable(table) }
    }
}
