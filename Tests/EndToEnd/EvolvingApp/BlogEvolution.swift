/// A step of the blog's schema, as its owner takes it.
struct BlogEvolution {
    /// What it does, for messages.
    var words: String
    /// Changes of schema.yml: a piece of it and what stands in its place.
    var edits: [(old: String, new: String)] = []
    /// The command that applies it.
    var command = ["generate"]
    /// Names that are others from here on, also as parts of others.
    var renames: [String: String] = [:]

    /// Ten of them: additions, other names, other types, losses; associations and models.
    static let all = [
        BlogEvolution(
            words: "add an attribute right beside the property of the user's own",
            edits: [("      lastLoginAt: date\n", "      lastLoginAt: date\n      phone:       string(20)\n")]),
        BlogEvolution(
            words: "rename an attribute that methods by hand use", command: ["rename", "User.firstName", "givenName"],
            renames: ["firstName": "givenName"]),
        BlogEvolution(
            words: "other types and more values",
            edits: [
                ("title:   string(200)! trim", "title:   string(160)! trim"),
                ("bio: text, avatar: string, location: string", "bio: text, avatar: string, location: text"),
                ("enum(user, admin, moderator)!", "enum(user, author, admin, moderator)!"),
            ], command: ["generate", "--allow-data-loss"]),
        BlogEvolution(
            words: "add a model with associations to those that were edited",
            edits: [
                ("  Tag:\n", comment + "  Tag:\n"),
                (
                    "      tags:   {belongsToMany: Tag,",
                    "      comments: {hasMany: Comment, foreignKey: postId}\n      tags:   {belongsToMany: Tag,"
                ),
                (
                    "      profile: {hasOne: Profile,",
                    "      comments: {hasMany: Comment, foreignKey: userId}\n      profile: {hasOne: Profile,"
                ),
            ]),
        BlogEvolution(
            words: "drop an attribute",
            edits: [("bio: text, avatar: string, location: text", "bio: text, location: text")],
            command: ["generate", "--drop", "Profile.avatar"]),
        BlogEvolution(
            words: "add an association, a scope and what lists can be asked",
            edits: [
                (
                    "    indexes:\n      - [createdAt]\n",
                    "      editor: {belongsTo: User, foreignKey: editorId}\n    indexes:\n      - [createdAt]\n"
                ),
                (
                    "      active: {where: {isActive: true}}\n",
                    "      active: {where: {isActive: true}}\n      staff:  {where: {role: [admin, moderator]}}\n"
                ),
                ("filter: [status, userId,", "filter: [status, userId, editorId,"),
            ]),
        BlogEvolution(
            words: "rename a model whose controller and routes were edited, and keep its paths",
            edits: [
                ("      include:\n        list: {author:", "      path: /posts\n      include:\n        list: {author:")
            ],
            command: ["rename", "Post", "Article"],
            renames: ["Post": "Article", "post": "article"]),
        BlogEvolution(
            words: "drop an association",
            edits: [
                ("      editor: {belongsTo: User, foreignKey: editorId}\n", ""),
                ("filter: [status, userId, editorId,", "filter: [status, userId,"),
            ], command: ["generate", "--allow-data-loss"]),
        BlogEvolution(
            words: "drop a model, and what refers to it",
            edits: [
                ("      comments: {hasMany: Comment, foreignKey: postId}\n", ""),
                ("      comments: {hasMany: Comment, foreignKey: userId}\n", ""),
            ], command: ["destroy", "model", "Comment", "--allow-data-loss"]),
        BlogEvolution(
            words: "add attributes to the renamed model and to users",
            edits: [
                (
                    "      content: text! trim\n",
                    "      content: text! trim\n      summary: string(300)\n      views:   integer! =0\n"
                ),
                ("      phone:       string(20)\n", "      phone:       string(20)\n      website:     string\n"),
            ]),
    ]

    private static let comment = """
          Comment:
            attributes:
              body: text! trim
            associations:
              post:   {belongsTo: Post, allowNull: false, onDelete: CASCADE}
              author: {belongsTo: User, foreignKey: userId, allowNull: false, onDelete: CASCADE}

        """
}
