import ScaffoldDatabase

struct CreatePostTag_20261121123710: Migration {
    static let name = "20261121123710-create-post-tag"

    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("post_tags") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column(
                "postId", .integer, allowNull: false, references: .init("posts", key: "id"), onDelete: .cascade,
                onUpdate: .cascade)
            $0.column(
                "tagId", .integer, allowNull: false, references: .init("tags", key: "id"), onDelete: .cascade,
                onUpdate: .cascade)
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
        }
        queryInterface.addIndex("post_tags", ["tagId"])
        queryInterface.addIndex("post_tags", ["postId", "tagId"], unique: true, name: "post_tags_unique")
    }

    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("post_tags")
    }
}
