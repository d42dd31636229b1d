import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct DestroyedRowsTests {
    /// The library with `b` and `d` destroyed.
    private func withDestroyed(_ engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
        try await withLibrary(on: engine) { () async throws in
            try await Article.update(where: { $0.title.in(["b", "d"]) }) { $0.deletedAt = .value(.now) }
            try await body()
        }
    }

    @Test(arguments: TestEngine.all)
    func `destroyed rows are read by nothing that does not ask for them`(_ engine: TestEngine) async throws {
        try await withDestroyed(engine) { () async throws in
            #expect(try await titles { $0.order(by: \.id) } == "acef")
            #expect(try await Article.findByPk(2) == nil)
            #expect(try await Article.findOne { $0.where { $0.title == "d" } } == nil)
            #expect(try await Article.count() == 4)
            #expect(try await !Article.exists { $0.where { $0.id == 2 } })
            #expect(try await Article.sum(\.views) == 70)
            #expect(try await Article.findAll(\.id).count == 4)
            #expect(try await Article.findAndCountAll { $0.limit(1) }.count == 4)
            let shelves = try await Shelf.findAll {
                $0.include(\.articles)
                $0.order(by: \.id)
            }
            #expect(try shelves.map { try $0.articles.get().map(\.title).joined() } == ["ac", "e", ""])
            #expect(try await Shelf.count { $0.where(\.articles) { $0.title == "d" } } == 0)
            #expect(
                try await Shelf.count { $0.include(\.articles, required: true) { $0.where { $0.title == "d" } } } == 0)
            #expect(try await Shelf.associations.articles.count(of: shelves[0]) == 2)
            let sums = try await Shelf.findAll { $0.order(by: \.articles, \.id.count, .descending) }
            #expect(sums.map(\.name) == ["north", "south", "empty"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `paranoid(false) reads them too, for each include apart`(_ engine: TestEngine) async throws {
        try await withDestroyed(engine) { () async throws in
            let all = try await titles {
                $0.paranoid(false)
                $0.order(by: \.id)
            }
            #expect(all == "abcdef")
            #expect(try await Article.findByPk(2) { $0.paranoid(false) }?.deletedAt != nil)
            #expect(try await Article.count { $0.paranoid(false) } == 6)
            let shelves = try await Shelf.findAndCountAll {
                $0.include(\.articles) {
                    $0.paranoid(false)
                    $0.where { $0.title == "d" }
                }
            }
            #expect(shelves.count == 1)
            #expect(try shelves.rows.map { try $0.articles.get().count } == [1])
            var destroyed = try #require(try await Article.findByPk(2) { $0.paranoid(false) })
            try await destroyed.reload()
            #expect(destroyed.title == "b")
        }
    }

    @Test(arguments: TestEngine.all)
    func `the default scope narrows every reading of its model, unless left out`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            #expect(try await Keyword.findAll().map(\.name) == ["x", "y", "z"])
            #expect(try await Keyword.findAll { $0.order(by: \.name, .descending) }.map(\.name) == ["z", "y", "x"])
            #expect(try await Keyword.findByPk(4) == nil)
            #expect(try await Keyword.count() == 3)
            #expect(try await Keyword.max(\.id) == 3)
            #expect(try await Keyword.findAll(\.name) == ["x", "y", "z"])
            #expect(try await Keyword.findByPk(4) { $0.unscoped() }?.name == "h")
            #expect(try await Keyword.count { $0.unscoped() } == 4)
            let articles = try await Article.findAll {
                $0.where { $0.id < 4 }
                $0.include(\.keywords)
                $0.order(by: \.id)
            }
            // it does not make the include required: c has none
            #expect(try articles.map { try $0.keywords.get().map(\.name).joined() } == ["xyz", "x", ""])
            let all = try await Article.findByPk(1) { $0.include(\.keywords) { $0.unscoped() } }
            #expect(try all?.keywords.get().count == 4)
            #expect(try await Article.associations.keywords.count(of: articles[0]) == 3)
        }
    }

    @Test func `default scopes that include each other say so`() async throws {
        try await withLibrary(on: .sqlite) { () async throws in
            let error = await #expect(throws: ModelDefinitionError.self) { try await Ring.findAll() }
            #expect(error?.description.contains("Ring") == true)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a composite key finds its row`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            #expect(try await ArticleKeyword.findByPk(.init(articleId: 1, keywordId: 3))?.position == 1)
            #expect(try await ArticleKeyword.findByPk(.init(articleId: 3, keywordId: 3)) == nil)
        }
    }
}

/// A model whose default scope includes itself.
struct Ring: Model {
    var id: Int
    var next: Loaded<Ring?> = .notLoaded

    static let defaultScope: Scope<Ring>? = Scope<Ring> { $0.include(\.next) }
    static let table = TableDefinition("shelves", model: "Ring") { $0.column("id", .integer, primaryKey: true) }
    struct Columns: Sendable { let id = Column<Ring, Int>(0) }
    struct Associations: Sendable { let next = BelongsTo<Ring, Ring>(\.next, foreignKey: "id") }
    static let columns = Columns()
    static let associations = Associations()
    init(row: Row) throws { id = try row[0] }
    func encode(to values: inout Values) { values.append(id) }
}
