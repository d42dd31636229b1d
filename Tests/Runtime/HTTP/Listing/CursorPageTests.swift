import Foundation
import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct CursorPageTests {
    private let listing = Edition.listing { $0.pages(.cursor) }

    @Test(arguments: [
        "", "sort=title", "sort=-rank", "sort=rank,-title", "sort=rank&genre=poem", "limit=1", "limit=2&label=long",
    ])
    func `cursors lead through all rows, once`(query: String) async throws {
        try await withBooks(listing) { client in
            let all = try await client.get(
                "/marked?\(query)&limit=50".replacing("limit=1&", with: "").replacing("limit=2&", with: "")
            ).titles
            var (found, next) = ([String](), String?("/marked?\(query)"))
            while let address = next {
                let answer = try await client.get(address)
                #expect(answer.status == 200)
                found.append(answer.titles)
                next = answer.json["links"]["next"].string
                #expect(answer.json["pagination"]["hasMore"].bool == (next != nil))
                #expect(next == nil || next?.hasSuffix(answer.json["pagination"]["nextCursor"].string ?? "?") == true)
            }
            #expect(found.joined(separator: " ") == all)
        }
    }

    @Test func `links of a page by cursor`() async throws {
        try await withBooks(listing) { client in
            let first = try await client.get("/marked?genre=poem&limit=1")
            let cursor = try #require(first.json["pagination"]["nextCursor"].string)
            #expect(first.json["links"]["next"].string == "/marked?genre=poem&limit=1&cursor=\(cursor)")
            let second = try await client.get("/marked?genre=poem&cursor=\(cursor)&limit=1")
            #expect(second.json["links"]["first"] == "/marked?genre=poem&limit=1")
            #expect(second.json["links"]["self"].string == "/marked?genre=poem&cursor=\(cursor)&limit=1")
            #expect(second.titles == "Faust")
            #expect(second.json["pagination"]["limit"] == 1)
        }
        try await withBooks(listing, in: .none) { client in
            let answer = try await client.get("/marked?limit=1")
            #expect(answer.json.array?.count == 1)
            #expect(answer.headers[.init("Link")!]?.contains("rel=\"next\"") == true)
            #expect(answer.headers[.init("X-Total-Count")!] == nil)
        }
    }

    /// Texts that were never given out, and one of another order.
    @Test func `a forged cursor is refused, whatever it holds`() async throws {
        func forged(_ values: String) -> String {
            Data("[\(values)]".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }
        try await withBooks(listing) { client in
            let good = try await client.get("/marked").json["pagination"]["nextCursor"].string ?? ""
            let other = try await client.get("/marked?sort=title").json["pagination"]["nextCursor"].string ?? ""
            let mark = try #require(parts(of: good).first?.string)
            #expect(
                try await client.get("/marked?cursor=\(forged(#""\#(mark)","i400","i4""#))").titles
                    == "Candide Faust Antigone")
            let texts: [String] = [
                "x", "%22", "AAAA", "bnVsbA", other, good + "AAAA", String(good.dropLast(4)),
                String(repeating: "A", count: 4000),
                forged(""), forged("1"), forged("\"\(mark)\""), forged(#""\#(mark)","i1""#),
                forged(#""\#(mark)","i1","i1","i1""#), forged(#""\#(mark)","tx","i1""#),
                forged(#""\#(mark)","d1.5","i1""#),
                forged(#""\#(mark)",null,"i1""#), forged(#""\#(mark)","i99999999999999999999","i1""#),
                forged(#""\#(mark)","e1e999","i1""#), forged(#""\#(mark)","q1","i1""#), forged(#""\#(mark)","","i1""#),
                forged(#""\#(mark)",["i1"],{}"#), forged(String(repeating: "[", count: 500)),
            ]
            for text in texts {
                let answer = try await client.get("/marked?cursor=\(text)")
                #expect(answer.status == 400, "\(text)")
                #expect(answer.messages == ["cursor is none that this list gave out: begin with the first page"])
            }
            #expect(try await client.get("/marked?cursor=\(good)&sort=title").status == 400)
            #expect(try await client.get("/marked?cursor=\(String(repeating: "W", count: 8_000))").status == 400)
            #expect(try await client.get("/marked?page=2").messages == ["page is not known here"])
            #expect(try await client.get("/marked?cursor=").status == 200)
        }
    }

    @Test func `a cursor holds the columns of the order and nothing else`() async throws {
        try await withBooks(listing) { client in
            let text = try await client.get("/marked").json["pagination"]["nextCursor"].string ?? ""
            #expect(try parts(of: text).dropFirst() == ["i400", "i4"])
        }
    }

    private func parts(of cursor: String) throws -> [JSON] {
        let base64 = cursor.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
        return try JSON(parsing: try #require(Data(base64Encoded: base64 + padding))).array ?? []
    }
}
