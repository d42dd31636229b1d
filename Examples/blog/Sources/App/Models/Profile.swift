import ScaffoldRuntime

/// A profile: table `profiles`.
struct Profile: Model {
    var id: Int
    var bio: String?
    var avatar: String?
    var location: String?
    var userId: Int
    var createdAt: Date
    var updatedAt: Date

    // belongsTo User, foreignKey: userId
    var user: Loaded<User>
}
