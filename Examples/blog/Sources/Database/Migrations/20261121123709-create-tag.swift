import ScaffoldDatabase

struct CreateTag_20261121123709: Migration {
    static let name = "20261121123709-create-tag"

    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("tags") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("name", .string, allowNull: false)
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
        }
        queryInterface.addIndex("tags", ["name"], unique: true)
    }

    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("tags")
    }
}
