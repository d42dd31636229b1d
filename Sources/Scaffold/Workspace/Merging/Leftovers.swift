extension SwiftTree.Side {
    /// Without what the user left of declarations that are gone on both sides: their comments, which now stand alone or
    /// above the declaration that followed. They are as they were generated, and generation is rid of them.
    func withoutLeftovers(base: SwiftTree.Side, generated: SwiftTree.Side) -> SwiftTree.Side {
        let staying = Set((items + generated.items).flatMap(\.keys))
        let gone = base.items.filter { $0.isDeclaration && staying.isDisjoint(with: $0.keys) }
            .map(base.comments).filter { !$0.isEmpty }
        guard !gone.isEmpty else { return self }
        let said = Set(generated.items.flatMap(generated.comments))
        let declared = Set(base.items.compactMap(\.keys.first))
        var side = self
        for comments in gone where said.isDisjoint(with: comments) && base.places(of: comments).count == 1 {
            let places = side.places(of: comments)
            guard places.count == 1, let place = places.first else { continue }
            var item = side.items[place]
            item.parts.removeFirst(comments.count)
            if item.parts.isEmpty {
                side.items.remove(at: place)
            } else if let key = item.keys.first, declared.contains(key) {
                let parts = item.parts.map(\.identity)
                if let twin = base.items.first(where: { $0.parts.map(\.identity) == parts }) {
                    item.identity = twin.identity
                }
                side.items[place] = item
            }
        }
        return side
    }

    /// The numbers of the comments that an item begins with.
    private func comments(of item: SwiftTree.Item) -> [Int] {
        item.parts.prefix { part in
            let kind = tree.tokens[part.tokens.lowerBound].kind
            return kind == .lineComment || kind == .blockComment
        }.map(\.identity)
    }

    private func places(of comments: [Int]) -> [Int] {
        items.indices.filter { self.comments(of: items[$0]).starts(with: comments) }
    }
}
