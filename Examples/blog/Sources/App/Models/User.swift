import ScaffoldRuntime

/// A user: table `users`.
struct User: Model {
    var id: Int
    var email: String
    var password: Password
    var firstName: String
    var lastName: String
    var role: UserRole
    var isActive: Bool
    var lastLoginAt: Date?
    var createdAt: Date
    var updatedAt: Date

    // hasMany Post, foreignKey: userId
    var posts: Loaded<[Post]>
    // hasOne Profile, foreignKey: userId
    var profile: Loaded<Profile?>

    static let validations = Validations<User> {
        $0.validate(\.email, .isEmail)
        $0.validate(\.password, .len(8, 72))
    }

    // scope active
    static let active = Scope<User> { $0.where { $0.isActive == true } }
}

/// The values of `User.role`.
enum UserRole: String, Enumeration {
    case user
    case admin
    case moderator
}
