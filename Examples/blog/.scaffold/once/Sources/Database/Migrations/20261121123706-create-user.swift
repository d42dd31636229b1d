import ScaffoldDatabase

struct CreateUser_20261121123706: Migration {
    static let name = "20261121123706-create-user"

    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("users") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("email", .string, allowNull: false)
            $0.column("password", .password, allowNull: false)
            $0.column("firstName", .string, allowNull: false)
            $0.column("lastName", .string, allowNull: false)
            $0.column("role", .enum("user", "admin", "moderator"), allowNull: false, defaultValue: "user")
            $0.column("isActive", .boolean, allowNull: false, defaultValue: true)
            $0.column("lastLoginAt", .date)
            $0.column("createdAt", .date, allowNull: false)
            $0.column("updatedAt", .date, allowNull: false)
        }
        queryInterface.addIndex("users", ["email"], unique: true)
    }

    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("users")
    }
}
