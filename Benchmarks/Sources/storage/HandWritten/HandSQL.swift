/// The statements, as one writes them by hand; `quote` is the sign around names, `mark` that of a value.
struct HandSQL {
    let quote: String
    let mark: (Int) -> String

    private func list(_ table: String, _ columns: [String]) -> String {
        columns.map { "\(table).\(quote)\($0)\(quote)" }.joined(separator: ", ")
    }

    var find: String { "SELECT \(list("p", HandPost.columns)) FROM posts p WHERE p.id = \(mark(1))" }

    var page: String {
        """
        SELECT \(list("p", HandPost.columns)), \(list("u", HandUser.columns)) \
        FROM posts p LEFT JOIN users u ON u.id = p.\(quote)userId\(quote) \
        ORDER BY p.\(quote)createdAt\(quote) DESC, p.id DESC LIMIT 20 OFFSET \(mark(1))
        """
    }

    /// The post's key, then the tag.
    var tagsOfTwenty: String {
        let marks = (1...20).map(mark).joined(separator: ", ")
        return """
            SELECT l.\(quote)postId\(quote), \(list("t", HandTag.columns)) \
            FROM post_tags l JOIN tags t ON t.id = l.\(quote)tagId\(quote) WHERE l.\(quote)postId\(quote) IN (\(marks))
            """
    }

    func insert(rows: Int = 1) -> String {
        let names = HandPost.columns.dropFirst().map { "\(quote)\($0)\(quote)" }.joined(separator: ", ")
        let values = (0..<rows).map { row in "(\((1...6).map { mark(row * 6 + $0) }.joined(separator: ", ")))" }
        return "INSERT INTO posts (\(names)) VALUES \(values.joined(separator: ", "))"
    }

    var update: String {
        "UPDATE posts SET title = \(mark(1)), \(quote)updatedAt\(quote) = \(mark(2)) WHERE id = \(mark(3))"
    }
}

/// Gives the posts their tags, which came in any order.
func attach(_ found: [(post: Int, tag: HandTag)], to posts: inout [HandPost]) {
    let places = Dictionary(uniqueKeysWithValues: posts.enumerated().map { ($1.id, $0) })
    for (post, tag) in found {
        if let place = places[post] { posts[place].tags.append(tag) }
    }
}
