import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct SeekTests {
    @Test(arguments: TestEngine.all)
    func `pages by cursor show every row once, whatever the order`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let orders: [@Sendable (inout Query<Article>) -> Void] = [
                { _ in }, { $0.order(by: \.views, .descending) },
                {
                    $0.order(by: \.views)
                    $0.order(by: \.title, .descending)
                },
                { $0.order(by: \.rank, nulls: .first) }, { $0.order(by: \.rank, nulls: .last) },
                { $0.order(by: \.rank, .descending, nulls: .first) },
                {
                    $0.order(by: \.rank, .descending, nulls: .last)
                    $0.order(by: \.id)
                }, { $0.order(by: \.writtenAt, .descending) },
            ]
            for order in orders {
                let all = try await titles {
                    order(&$0)
                    $0.limit(100)
                }
                for size in 1...4 {
                    var (found, cursor) = ("", Cursor?.none)
                    repeat {
                        let after = try cursor.map { try Cursor($0.description) }
                        let page = try await Article.findPage {
                            order(&$0)
                            $0.limit(size)
                            if let after { $0.seek(after: after) }
                        }
                        found += page.rows.map(\.title).joined()
                        cursor = page.next
                    } while cursor != nil
                    #expect(found == all)
                }
                var batches = ""
                for try await batch in Article.findInBatches(of: 4, { order(&$0) }) {
                    batches += batch.map(\.title).joined()
                }
                #expect(batches == all)
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `behind a row; counts are of all pages`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let article = try #require(try await Article.findByPk(4))
            let query = Query<Article> {
                $0.order(by: \.id)
                $0.seek(after: article)
                $0.limit(5)
            }
            #expect(try await Article.findAll(query).map(\.title) == ["e", "f"])
            let page = try await Article.findAndCountAll {
                $0.seek(after: article)
                $0.limit(5)
            }
            #expect((page.count, page.rows.count) == (6, 2))
            let cursor = try query.cursor(after: article)
            #expect(
                cursor.description.utf8.allSatisfy {
                    "-_".utf8.contains($0) || (48...57).contains($0) || (65...90).contains($0)
                        || (97...122).contains($0)
                })
            let view = try await Article.findPage(as: Title.self) {
                $0.order(by: \.id)
                $0.seek(after: cursor)
                $0.limit(1)
            }
            #expect(view.rows.map(\.title) == ["e"])
            #expect(view.next != nil)
        }
    }

    struct Title: Projection {
        var title: String
        static let selection = Selection<Article, Title> { $0.columns(\.title) }
        init(row: Row) throws { title = try row[0] }
    }

    @Test(arguments: TestEngine.all)
    func `what cannot be sought along is refused with a reason`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let article = try #require(try await Article.findByPk(4))
            func refused(_ build: (inout Query<Article>) -> Void) async {
                var query = Query<Article>()
                query.limit(2)
                query.seek(after: article)
                build(&query)
                let refused = query
                await #expect(throws: QueryError.self) { try await Article.findAll(refused) }
            }
            await refused { $0.order(by: \.rank) }
            await refused { $0.order(by: \.shelf, \.name) }
            await refused { $0.order(by: \.score) }
            await refused { $0.limit(1, offset: 1) }
            await #expect(throws: QueryError.self) { try await Article.findPage { $0.order(by: \.id) } }
            await #expect(throws: QueryError.self) {
                try await Shelf.findAll { $0.include(\.articles) { $0.seek(after: article) } }
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a cursor of another order, or tampered with, is refused`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let article = try #require(try await Article.findByPk(4))
            let cursor = try Query<Article> { $0.order(by: \.views) }.cursor(after: article)
            let read = try Cursor(cursor.description)
            #expect(read == cursor)
            await #expect(throws: QueryError.self) {
                try await Article.findAll {
                    $0.order(by: \.views, .descending)
                    $0.seek(after: cursor)
                }
            }
            await #expect(throws: QueryError.self) { try await Shelf.findAll { $0.seek(after: cursor) } }
            let mark = try #require(try JSON(parsing: [UInt8](decoded(cursor.description)))[0].string)
            for values in [
                #""t'; DROP TABLE""#, #""i1""#, #""i1","i2","i3""#, #""i99999999999999999999","i1""#, #""q","i1""#,
            ] {
                let text = encoded(#"["\#(mark)",\#(values)]"#)
                await #expect(throws: QueryError.self) {
                    let cursor = try Cursor(text)
                    _ = try await Article.findAll {
                        $0.order(by: \.views)
                        $0.seek(after: cursor)
                    }
                }
            }
            for text in ["", "=", "äöü", "bnVsbA", String(repeating: "A", count: 10_001), "W10"] {
                #expect(throws: QueryError.self) { try Cursor(text) }
            }
        }
    }
}

private func decoded(_ text: String) -> Data {
    let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    return Data(base64Encoded: base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)) ?? Data()
}

private func encoded(_ text: String) -> String {
    Data(text.utf8).base64EncodedString().replacing("=", with: "").replacing("+", with: "-").replacing("/", with: "_")
}
