import ScaffoldRuntime

/// A post tag: table `post_tags`.
struct PostTag: Model {
    var id: Int
    var postId: Int
    var tagId: Int
    var createdAt: Date
    var updatedAt: Date

    // belongsTo Post, foreignKey: postId
    var post: Loaded<Post>
    // belongsTo Tag, foreignKey: tagId
    var tag: Loaded<Tag>
}
