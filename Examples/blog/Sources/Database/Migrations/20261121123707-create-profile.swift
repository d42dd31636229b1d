import ScaffoldDatabase

struct CreateProfile_20261121123707: Migration {
    static let name = "20261121123707-create-profile"

    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("profiles") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("bio", .text)
            $0.column("avatar", .string)
            $0.column("location", .string)
            $0.column(
                "userId", .integer, allowNull: false, references: .init("users", key: "id"), onDelete: .cascade,
                onUpdate: .cascade)
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
        }
        queryInterface.addIndex("profiles", ["userId"], unique: true)
    }

    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("profiles")
    }
}
