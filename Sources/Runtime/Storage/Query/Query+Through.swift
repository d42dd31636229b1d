extension Query {
    /// Asks that the row of the table between fulfils a condition, where the rows are those of a ``BelongsToMany``.
    ///
    /// ```swift
    /// $0.include(\.tags) { $0.through(PostTag.self) { $0.position > 3 } }
    /// try await post.getTags { $0.through(PostTag.self) { $0.position > 3 } }
    /// ```
    ///
    /// - Parameters:
    ///   - model: the model of the table between.
    ///   - condition: what its row must be.
    public mutating func through<T: Model>(
        _ model: T.Type, _ condition: (T.Columns) throws -> Condition<T>
    ) rethrows {
        through.append(ThroughCondition(table: T.table, condition: try condition(T.columns).condition))
    }

    /// What must hold for the row of the table between.
    ///
    /// - Throws: ``QueryError`` where that is another table, or there is none.
    func throughCondition(of relation: Relation) throws -> Clause? {
        for condition in through { try relation.checkThrough(condition.table) }
        return Clause.all(through.map(\.condition))
    }

    /// Refuses what only rows of a ``BelongsToMany`` have.
    func checkNoThrough() throws {
        guard let table = through.first?.table ?? orders.lazy.compactMap(\.through).first else { return }
        throw QueryError(
            "\(table.model) is no table between here: through belongs into the include, or the get method, of a "
                + "belongsToMany association")
    }
}

/// A condition on the row of a table between.
struct ThroughCondition: Sendable {
    let table: TableDefinition
    let condition: Clause
}

extension Relation {
    /// Refuses another table than the one between.
    func checkThrough(_ table: TableDefinition) throws {
        guard let between = through?.table else {
            throw QueryError("there is no table between \(owner.model) and \(target.model), so through has no effect")
        }
        guard between.name == table.name else {
            throw QueryError(
                "the table between \(owner.model) and \(target.model) is that of \(between.model), not of "
                    + table.model
            )
        }
    }
}
