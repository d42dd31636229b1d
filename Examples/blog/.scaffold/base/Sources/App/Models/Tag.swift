import ScaffoldRuntime

/// A tag: table `tags`.
struct Tag: Model {
    var id: Int
    var name: String
    var createdAt: Date
    var updatedAt: Date

    // belongsToMany Post, through: PostTag
    var posts: Loaded<[Post]>
}
