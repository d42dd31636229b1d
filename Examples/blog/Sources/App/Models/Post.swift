import ScaffoldRuntime

/// A post: table `posts`.
struct Post: Model {
    var id: Int
    var title: String
    var content: String
    var status: PostStatus
    var userId: Int
    var createdAt: Date
    var updatedAt: Date

    // belongsTo User, foreignKey: userId
    var author: Loaded<User>
    // belongsToMany Tag, through: PostTag
    var tags: Loaded<[Tag]>

    static let validations = Validations<Post> {
        $0.validate(\.title, .len(max: 200))
    }
}

/// The values of `Post.status`.
enum PostStatus: String, Enumeration {
    case draft
    case published
}
