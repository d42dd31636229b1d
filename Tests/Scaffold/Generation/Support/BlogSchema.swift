@testable import scaffold

extension Schema {
    /// The blog of the guide, as Examples/blog/schema.yml describes it.
    static let blog = Schema.test(models: [.user, .post, .postTag, .profile, .tag])
}

extension ModelBuilder {
    fileprivate static let user = ModelBuilder("User")
        .attribute("email", .string(255), required: true, unique: true) { $0.validations = [Validation("isEmail")] }
        .attribute("password", .password, required: true) {
            $0.validations = [Validation("len", .integer(8), .integer(72))]
        }
        .attribute("firstName", .string(255), required: true)
        .attribute("lastName", .string(255), required: true)
        .attribute("role", .cases("UserRole", "user", "admin", "moderator"), required: true, default: .enumCase("user"))
        .attribute("isActive", .boolean, required: true, default: .boolean(true))
        .attribute("lastLoginAt", .date)
        .has(.hasMany, "Post", as: "posts", key: "userId")
        .has(.hasOne, "Profile", as: "profile", key: "userId")
        .scope("active", [.init(attribute: "isActive", value: .boolean(true))])
        .routes()

    fileprivate static let post = ModelBuilder("Post")
        .attribute("title", .string(200), required: true) { $0.trim = true }
        .attribute("content", .text, required: true)
        .attribute("status", .cases("PostStatus", "draft", "published"), required: true, default: .enumCase("draft"))
        .belongsTo("User", as: "author", key: "userId", required: true)
        .belongsToMany(
            "Tag", as: "tags", through: "PostTag", key: "postId", otherKey: "tagId",
            assign: .init(name: "tagNames", attribute: "name", create: true)
        )
        .index(fields: ["createdAt"])
        .index(fields: ["status", "createdAt"])
        .routes(
            list: [
                .init(association: "author", attributes: ["id", "firstName", "lastName"]),
                .init(association: "tags", attributes: ["id", "name"]),
            ],
            filter: [
                .init(name: "status", attribute: "status"), .init(name: "userId", attribute: "userId"),
                .init(name: "tag", association: "tags", attribute: "name"),
            ],
            search: ["title", "content"], order: [.init(attribute: "createdAt", descending: true)])

    fileprivate static let postTag = ModelBuilder("PostTag")
        .belongsTo("Post", required: true)
        .belongsTo("Tag", required: true)
        .index(fields: ["postId", "tagId"], unique: true, name: "post_tags_unique")

    fileprivate static let profile = ModelBuilder("Profile")
        .attribute("bio", .text)
        .attribute("avatar", .string(255))
        .attribute("location", .string(255))
        .belongsTo("User", required: true, unique: true)
        .routes()

    fileprivate static let tag = ModelBuilder("Tag")
        .attribute("name", .string(255), required: true, unique: true)
        .belongsToMany("Post", as: "posts", through: "PostTag", key: "tagId", otherKey: "postId")
        .routes()
}
