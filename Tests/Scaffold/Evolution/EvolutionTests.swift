import Foundation
import Testing

@testable import scaffold

@Suite struct EvolutionTests {
    private let now = Date(timeIntervalSince1970: 1_795_166_400)
    private let post = ModelBuilder("Post").attribute("title", .string(200), required: true)

    private func evolve(
        _ old: [ModelBuilder], _ new: [ModelBuilder], existing: [String] = []
    ) throws -> Evolution {
        try Evolution(
            from: Schema.test(models: old).tables(), to: .test(models: new),
            existing: existing.compactMap(MigrationName.init(fileName:)), now: now)
    }

    @Test func `a schema that has not changed needs no migration`() throws {
        let evolution = try evolve([post], [post])
        #expect(evolution.migrations.isEmpty)
    }

    @Test func `a new model is a migration that makes its table, and takes it away again`() throws {
        let evolution = try evolve([], [post.index(fields: ["title"])])
        let migration = try #require(evolution.migrations.first)
        #expect(evolution.migrations.count == 1)
        #expect(migration.name.text == "20261120092000-create-post")
        #expect(migration.name.typeName == "CreatePost_20261120092000")
        guard case .createTable(let table) = migration.up.first else { return #expect(Bool(false)) }
        #expect(table.columns.map(\.name) == ["id", "title", "createdAt", "updatedAt"])
        #expect(migration.up.count == 2 && migration.down == [.dropTable(table)])
    }

    @Test func `tables are made behind those that they refer to`() throws {
        let evolution = try evolve(
            [],
            [
                ModelBuilder("Comment").belongsTo("Post", required: true), post.belongsTo("User", required: true),
                ModelBuilder("User"),
            ])
        #expect(evolution.migrations.map(\.name.slug) == ["create-user", "create-post", "create-comment"])
    }

    @Test func `a circle of references, and one to itself, end`() throws {
        let evolution = try evolve(
            [],
            [
                ModelBuilder("Hen").belongsTo("Egg"), ModelBuilder("Egg").belongsTo("Hen"),
                ModelBuilder("Node").belongsTo("Node", as: "parent"),
            ])
        #expect(Set(evolution.migrations.map(\.name.slug)) == ["create-hen", "create-egg", "create-node"])
    }

    @Test func `a chain of a thousand references is no deep recursion`() throws {
        let models = (0..<1_000).map { number in
            number == 999
                ? ModelBuilder("M999") : ModelBuilder("M\(number)").belongsTo("M\(number + 1)", required: true)
        }
        let evolution = try evolve([], models)
        #expect(evolution.migrations.first?.name.slug == "create-m999")
        #expect(evolution.migrations.last?.name.slug == "create-m0")
    }

    @Test func `names grow strictly, beyond those that exist, over the end of a minute and a year`() throws {
        let evolution = try evolve(
            [], [ModelBuilder("A"), ModelBuilder("B"), ModelBuilder("C")], existing: ["20261231235958-create-x.swift"])
        #expect(
            evolution.migrations.map(\.name.stamp.description) == [
                "20261231235959", "20270101000000", "20270101000001",
            ])
    }

    @Test func `what is new on a table is added by one migration, and taken back in turn`() throws {
        let new = post.attribute(
            "status", .cases("PostStatus", "draft", "done"), required: true, default: .enumCase("draft")
        )
        .attribute("note", .text).belongsTo("Post", as: "source")
        let migration = try #require(evolve([post], [new]).migrations.first)
        #expect(migration.name.slug == "add-status-and-2-more-to-posts")
        let text = try Generator().migration(migration).text
        #expect(text.contains("\"status\", .enum(\"draft\", \"done\"), allowNull: false, defaultValue: \"draft\")"))
        #expect(text.contains("queryInterface.addColumn(\"posts\", \"note\", .text)\n"))
        #expect(text.contains("queryInterface.removeIndex(\"posts\", [\"sourceId\"])\n"))
        #expect(
            try migration.down.steps() == [
                "removeIndex(\"posts\", [\"sourceId\"])", "removeColumn(\"posts\", \"sourceId\")",
                "removeColumn(\"posts\", \"note\")", "removeColumn(\"posts\", \"status\")",
            ])
    }

    @Test func `a new index alone is a migration`() throws {
        let migration = try #require(evolve([post], [post.index(fields: ["title"])]).migrations.first)
        #expect(migration.name.slug == "add-index-to-posts")
    }

    @Test func `a column that must hold something from now on has to be filled`() throws {
        let (old, new) = (post.attribute("body", .text), post.attribute("body", .text, required: true))
        let evolution = try evolve([old], [new])
        #expect(evolution.needs == [NeedsValue(table: "posts", column: "body", isNew: false)])
        let filled = try Evolution(
            from: Schema.test(models: [old]).tables(), to: .test(models: [new]),
            backfills: ["posts": ["body": .sql("lower(title)")]], existing: [], now: now)
        #expect(
            try filled.migrations.first?.up.steps() == [
                "bulkUpdate(\"posts\", [\"body\": .sql(\"lower(title)\")], where: [\"body\": nil])",
                "changeColumn(\"posts\", \"body\", .text, allowNull: false)",
            ])
    }

    @Test func `a model that may go gets a migration that drops its table and can bring it back`() throws {
        let tag = ModelBuilder("Tag").attribute("name", .string(40), required: true).index(
            fields: ["name"], unique: true)
        let schema = Schema.test(models: [post])
        let evolution = try Evolution(
            from: Schema.test(models: [post, tag]).tables(), to: schema, existing: [], now: Date())
        let migration = try #require(evolution.migrations.first)
        #expect(evolution.migrations.count == 1)
        #expect(migration.name.slug == "drop-tags")
        #expect(try migration.up.steps() == ["dropTable(\"tags\")"])
        #expect(migration.down.count == 2)
    }

    @Test func `reordering attributes and indexes is no change`() throws {
        let one = ModelBuilder("Post").attribute("a", .text).attribute("b", .text).index(fields: ["a"]).index(fields: [
            "b"
        ])
        let other = ModelBuilder("Post").attribute("b", .text).attribute("a", .text).index(fields: ["b"]).index(
            fields: ["a"])
        let evolution = try evolve([one], [other])
        #expect(evolution.migrations.isEmpty)
    }
}
