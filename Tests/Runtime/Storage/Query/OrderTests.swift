import Testing

@testable import ScaffoldStorage

@Suite struct OrderTests {
    @Test(arguments: TestEngine.all)
    func `nulls stand where they are told to`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            func order(_ direction: Direction, _ nulls: NullsOrder) async throws -> String {
                try await titles {
                    $0.order(by: \.rank, direction, nulls: nulls)
                    $0.order(by: \.id)
                }
            }
            #expect(try await order(.ascending, .first) == "beacdf")
            #expect(try await order(.ascending, .last) == "acdfbe")
            #expect(try await order(.descending, .first) == "befdca")
            #expect(try await order(.descending, .last) == "fdcabe")
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows are ordered by columns of associations and by what is counted there`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let byShelf = try await titles {
                $0.order(by: \.shelf, \.name, .descending, nulls: .last)
                $0.order(by: \.id)
            }
            #expect(byShelf == "deabcf")
            let page = try await titles {
                $0.order(by: \.keywords, \.id.count, .descending)
                $0.limit(3)
            }
            #expect(page.hasPrefix("a"))
            let shelves = try await Shelf.findAll {
                $0.order(by: \.articles, \.views.sum, .descending, nulls: .last)
                $0.order(by: \.name)
            }
            #expect(shelves.map(\.name) == ["north", "south", "empty"])
            let folded = try await titles { $0.order(by: \.title.folded, .descending) }
            #expect(folded == "fedcba")
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows are ordered by a column two associations away`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let names = ["Zoe", "Ann", "Bob"]
            var root = 0
            for name in names {
                let user = try await makeUser(name)
                var parent = Category(name: "of \(name)")
                parent.editorId = user.id
                try await parent.create()
                _ = try await Category.create(Category(name: name, parentId: parent.id))
                root = parent.id
            }
            _ = try await Category.create(Category(name: "none", parentId: nil))
            #expect(root > 0)
            func order(_ direction: Direction) async throws -> [String] {
                try await Category.findAll {
                    $0.where { $0.parentId != nil }
                    $0.order(by: \.parent, \.editor, \.firstName, direction, nulls: .last)
                }.map(\.name)
            }
            #expect(try await order(.ascending) == ["Ann", "Bob", "Zoe"])
            #expect(try await order(.descending) == ["Zoe", "Bob", "Ann"])
            let page = try await Category.findAll {
                $0.order(by: \.parent, \.editor, \.firstName, nulls: .last)
                $0.limit(1, offset: 1)
            }
            #expect(page.map(\.name) == ["Bob"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `an order through a scoped association binds the scope's values`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            for (slug, text) in [("a", "z"), ("b", "y")] {
                let essay = try await Essay.create(Essay(slug: slug))
                _ = try await Essay.associations.cover.create(Remark(text), of: essay)
                _ = try await Essay.associations.remarks.create(Remark("x"), of: essay)
            }
            let essays = try await Essay.findAll {
                $0.where { $0.title == "title" }
                $0.order(by: \.cover, \.text)
            }
            #expect(essays.map(\.slug) == ["b", "a"])
            // where an engine may write it twice it is refused instead of bound amiss
            await #expect(throws: QueryError.self) {
                try await Essay.findAll { $0.order(by: \.cover, \.text, nulls: .last) }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `of several rows at the other end that of the least key counts`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            for (name, children) in [("a", ["z", "b"]), ("c", ["y", "a"])] {
                let parent = try await Category.create(Category(name: name))
                for child in children { _ = try await Category.create(Category(name: child, parentId: parent.id)) }
            }
            let parents = try await Category.findAll {
                $0.where { $0.parentId == nil }
                $0.order(by: \.firstChild, \.name)
            }
            #expect(parents.map(\.name) == ["c", "a"])
        }
    }
}
