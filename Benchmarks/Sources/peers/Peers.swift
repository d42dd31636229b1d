import Foundation
import Hummingbird

/// The three requests of the benchmark, written by hand on Hummingbird and SQLite's C API, as an engineer would who has
/// nothing but speed in mind; and once more with Codable, as most would write it.
///
/// usage: peers PORT DATABASE
@main
struct Peers {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, let port = arguments.first.flatMap({ Int($0) }), let path = arguments.last else {
            return print("usage: peers PORT DATABASE")
        }
        let store = try PostStore(path)
        let router = Router()
        addHandWritten(to: router, store)
        addCodable(to: router, store)
        try await Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))
        ).runService()
    }
}

/// What a client sends.
struct NewPost: Decodable {
    var title: String
    var content: String
    var userId: Int

    /// - Throws: 422 for what may not be stored.
    func checked() throws -> NewPost {
        let post = NewPost(
            title: title.trimmingCharacters(in: .whitespacesAndNewlines),
            content: content.trimmingCharacters(in: .whitespacesAndNewlines), userId: userId)
        guard post.title.count <= 200 else { throw HTTPError(.unprocessableContent) }
        return post
    }
}

/// Page and limit of a query.
struct Page {
    var number: Int
    var limit: Int

    init(_ request: Request) throws {
        number = try Self.number(request, "page", 1, 1...1_000_000)
        limit = try Self.number(request, "limit", 20, 1...100)
    }

    private static func number(
        _ request: Request, _ name: Substring, _ fallback: Int, _ range: ClosedRange<Int>
    ) throws -> Int {
        guard let text = request.uri.queryParameters[name] else { return fallback }
        guard let number = Int(text), range.contains(number) else { throw HTTPError(.badRequest) }
        return number
    }
}
