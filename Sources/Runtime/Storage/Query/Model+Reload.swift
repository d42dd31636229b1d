extension Model {
    /// Reads the row anew, and along with it what the closure includes.
    ///
    /// ```swift
    /// try await post.reload { $0.include(\.tags) }
    /// ```
    ///
    /// - Throws: ``RecordNotFoundError`` when it is not there any more.
    public mutating func reload(_ build: (inout Query<Self>) throws -> Void = { _ in }) async throws {
        let query = try Query.row(of: self, build)
        guard let fresh = try await Self.findAll(query).first else {
            throw RecordNotFoundError(model: Self.table.model)
        }
        if query.includes.isEmpty {
            try assign(Row(values: Values(fresh.encoded)))
        } else {
            self = fresh
        }
    }

    /// Reads a part of the row, and of what is associated with it, as another type.
    ///
    /// - Throws: ``RecordNotFoundError`` when it is not there any more.
    public func reload<P: Projection>(as type: P.Type) async throws -> P where P.Base == Self {
        let query = try Query.row(of: self)
        guard let found = try await query.hooked().rows(P.shape).first else {
            throw RecordNotFoundError(model: Self.table.model)
        }
        return found
    }
}

extension Array where Element: Model {
    /// Reads a part of each of these rows, and of what is associated with it, as another type, in the same order.
    ///
    /// - Throws: ``RecordNotFoundError`` when one is not there any more.
    public func reload<P: Projection>(as type: P.Type) async throws -> [P] where P.Base == Element {
        var read: [P] = []
        read.reserveCapacity(count)
        for row in self { read.append(try await row.reload(as: type)) }
        return read
    }
}
