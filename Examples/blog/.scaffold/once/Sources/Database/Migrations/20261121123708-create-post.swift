import ScaffoldDatabase

struct CreatePost_20261121123708: Migration {
    static let name = "20261121123708-create-post"

    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("posts") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("title", .string(200), allowNull: false)
            $0.column("content", .text, allowNull: false)
            $0.column("status", .enum("draft", "published"), allowNull: false, defaultValue: "draft")
            $0.column(
                "userId", .integer, allowNull: false, references: .init("users", key: "id"), onDelete: .cascade,
                onUpdate: .cascade)
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
        }
        queryInterface.addIndex("posts", ["userId"])
        queryInterface.addIndex("posts", ["createdAt"])
        queryInterface.addIndex("posts", ["status", "createdAt"])
    }

    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("posts")
    }
}
