import Testing

@testable import scaffold

@Suite struct FromSchemaFileTests {
    private let blog = """
        name: blog
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
            associations:
              post: {belongsTo: Post, allowNull: false, onDelete: CASCADE}
              tag:  {belongsTo: Tag, allowNull: false, onDelete: CASCADE}
            indexes: [{fields: [postId, tagId], unique: true, name: post_tags_unique}]
          Profile:
            attributes: {bio: text, avatar: string, location: string}
            associations: {user: {belongsTo: User, foreignKey: userId, allowNull: false, unique: true, onDelete: CASCADE}}
          Tag:
            attributes: {name: "string! unique"}
            associations: {posts: {belongsToMany: Post, through: PostTag}}
        """

    /// What the reader makes of the file is what the examples here build by hand, down to the last line.
    @Test func `schema.yml of the blog makes the blog`() throws {
        let schema = try SchemaReader.read([.init(file: "schema.yml", text: blog)])
        let made = try GeneratedApp(schema, seeds: true)
        let expected = try GeneratedApp(.blog, seeds: true)
        #expect(made.files.map(\.path) == expected.files.map(\.path))
        for (one, other) in zip(made.files, expected.files) { #expect(one.text == other.text, "\(one.path)") }
    }
}
