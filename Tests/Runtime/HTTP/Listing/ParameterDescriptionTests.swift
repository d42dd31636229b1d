import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct ParameterDescriptionTests {
    @Test func `every parameter is described`() throws {
        let all = Edition.listing.parameters
        let names = all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(
            names.filter { $0.hasPrefix("subtitle") } == [
                "subtitle", "subtitle[ne]", "subtitle[in]", "subtitle[like]", "subtitle[null]",
            ])
        #expect(names.filter { $0.hasPrefix("isOpen") } == ["isOpen", "isOpen[ne]"])
        #expect(names.suffix(6) == ["search", "sort", "fields", "include", "page", "limit"])
        let genre = try #require(all.first { $0.name == "genre[in]" })
        #expect(genre.isList && genre.words == ["novel", "essay", "poem"] && genre.maximum == 100)
        let flag = try #require(all.first { $0.name == "subtitle[null]" })
        #expect(flag.type == .boolean && !flag.isList)
        let limit = try #require(all.first { $0.name == "limit" })
        #expect(limit.minimum == 1 && limit.maximum == 50 && limit.type == .integer)
        let sort = try #require(all.first { $0.name == "sort" })
        #expect(sort.words == ["title", "-title", "length", "-length", "rank", "-rank"])
    }

    @Test func `what a list does not understand is not described`() {
        let plain = Listing<Label> { _ in }
        #expect(plain.parameters.map(\.name) == ["page", "limit"])
        #expect(Listing<Label> { $0.limit(nil) }.parameters.isEmpty)
        #expect(Listing<Label> { $0.pages(.cursor) }.parameters.map(\.name) == ["cursor", "limit"])
    }

    @Test func `every parameter that is described is taken`() async throws {
        try await withBooks { client in
            for parameter in Edition.listing.parameters {
                let value: String =
                    switch parameter.type {
                    case _ where !parameter.words.isEmpty: parameter.words[0]
                    case .boolean: "true"
                    case .date, .dateonly: "2026-11-20"
                    case .uuid: "00000000-0000-0000-0000-000000000064"
                    default: "1"
                    }
                let answer = try await client.get("/books?\(parameter.name)=\(value)")
                #expect(answer.status == 200, "\(parameter.name)")
            }
        }
    }
}
