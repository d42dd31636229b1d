@testable import scaffold

/// Schemas that tests read.
enum Schemas {
    /// The blog of the design, as far as this version carries it.
    static let blog = """
        # yaml-language-server: $schema=.scaffold/schema.json
        name: blog
        database: sqlite
        api: {prefix: /api}
        models:
          User:
            attributes:
              email:       {type: string, allowNull: false, unique: true, validate: {isEmail: true}}
              password:    {type: password, allowNull: false, validate: {len: [8, 72]}}
              firstName:   string!
              lastName:    string!
              role:        enum(user, admin, moderator)! =user
              isActive:    boolean! =true
              lastLoginAt: date
            associations:
              posts:   {hasMany: Post, foreignKey: userId}
              profile: {hasOne: Profile, foreignKey: userId}
            scopes:
              active: {where: {isActive: true}}
          Post:
            attributes:
              title:   string(200)! trim
              content: text!
              status:  enum(draft, published)! =draft
            associations:
              author: {belongsTo: User, foreignKey: userId, allowNull: false, onDelete: CASCADE}
              tags:   {belongsToMany: Tag, through: PostTag, assign: {as: tagNames, by: name, create: true}}
            indexes:
              - [createdAt]
              - {fields: [status, createdAt]}
            routes:
              include: {author: [id, firstName, lastName], tags: [id, name]}
              filter:  [status, userId, {tag: tags.name}]
              search:  [title, content]
              order:   [-createdAt]
              limit:   20
          PostTag:
            routes: false
            associations:
              post: {belongsTo: Post, onDelete: CASCADE}
              tag:  {belongsTo: Tag, onDelete: CASCADE}
            indexes: [{fields: [postId, tagId], unique: true, name: post_tags_unique}]
          Profile:
            attributes: {bio: text, avatar: string, location: string}
            associations: {user: {belongsTo: User, foreignKey: userId, unique: true, onDelete: CASCADE}}
          Tag:
            attributes: {name: "string! unique"}
            associations: {posts: {belongsToMany: Post, through: PostTag}}

        """

    static func read(_ text: String) throws(Diagnostics) -> Schema {
        try SchemaReader.read([.init(file: "schema.yml", text: text)])
    }

    /// Reads models only, given as they stand below `models:` (indented by two).
    static func read(models: String) throws(Diagnostics) -> Schema {
        try read("name: app\nmodels:\n" + models)
    }

    /// What is wrong with a schema, as it would be printed.
    static func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return error.sorted.map(\.description)
        }
    }

    /// What is wrong with models; their first line is line 3.
    static func problems(models: String) -> [String] { problems("name: app\nmodels:\n" + models) }
}
