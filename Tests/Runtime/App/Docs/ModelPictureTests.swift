import ScaffoldHTTP
import ScaffoldRuntime
import Testing

@Suite struct ModelPictureTests {
    private func pictures(_ models: [any Model.Type]) throws -> JSON {
        try JSON(parsing: String(decoding: JSONWriter.bytes(of: ModelPicture.all(of: models)), as: UTF8.self))
    }

    @Test func `models that associations lead to are there, each once, those between at the end`() {
        #expect(ModelPicture.all(of: [Post.self, Post.self]).map(\.name) == ["Post", "User", "Tag", "PostTag"])
        #expect(ModelPicture.all(of: [User.self]).map(\.name).first == "User")
        #expect(ModelPicture.all(of: []).isEmpty)
    }

    @Test func `attributes have their types and keys`() throws {
        let post = try pictures([Post.self])[0]
        #expect(post["table"] == "posts")
        #expect(
            post["attributes"].array?.prefix(5) == [
                ["name": "id", "type": "integer", "key": "primary", "nullable": false],
                ["name": "title", "type": "string(200)", "nullable": false],
                ["name": "content", "type": "text", "nullable": false],
                ["name": "status", "type": "enum(draft, published)", "nullable": false],
                ["name": "userId", "type": "integer", "key": "foreign", "nullable": false],
            ])
        let user = try pictures([User.self])[0]
        #expect(user["attributes"][1] == ["name": "email", "type": "string", "key": "unique", "nullable": false])
        #expect(user["attributes"][7] == ["name": "lastLoginAt", "type": "date", "nullable": true])
    }

    @Test func `associations have their kinds and columns`() throws {
        let models = try pictures([Post.self])
        #expect(
            models[0]["associations"] == [
                ["name": "author", "kind": "belongsTo", "target": "User", "foreignKey": "userId"],
                [
                    "name": "tags", "kind": "belongsToMany", "target": "Tag", "through": "PostTag",
                    "foreignKey": "postId", "otherKey": "tagId",
                ],
            ])
        #expect(
            models[1]["associations"] == [
                ["name": "posts", "kind": "hasMany", "target": "Post", "foreignKey": "userId"]
            ])
        #expect(models[3]["attributes"].array?.compactMap { $0["key"].string } == ["primary", "primary"])
    }
}
