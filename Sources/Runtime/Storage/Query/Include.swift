/// An association that a query reads along.
public struct Include<Owner: Model>: Sendable {
    /// Adds it to the statement that reads its owner, whose columns start at a position.
    let attach: @Sendable (inout SelectStatement, TablePlace, _ start: Int) throws -> Attachment<Owner>

    /// An association with one row at most: a join.
    static func one<Target: Model>(
        _ relation: Relation, _ query: Query<Target>, into property: JoinedProperty<Owner, Target>
    ) -> Include {
        Include { statement, owner, _ in
            let query = try query.ready()
            guard query.limit == nil, query.offset == nil else {
                throw QueryError(
                    "a limit inside of include is for many rows: \(Target.table.model) is one at most here")
            }
            try query.checkNoThrough()
            let place = try statement.join(relation, from: owner, where: Clause.all(query.conditions))
            let start = statement.addColumns(of: place)
            let nested = try Shape.attach(query.includes, to: &statement, place, start)
            return JoinAttachment(
                start: start, keyCell: start + relation.targetColumn, nested: nested, place: property)
        }
    }

    /// An association with many rows: a statement of its own.
    static func many<Target: Model>(
        _ relation: Relation, _ query: Query<Target>, store: @escaping LoadAttachment<Owner, Target, Target>.Store
    ) -> Include {
        .many(relation, query, .model(query.includes), store: store)
    }

    /// An association with many rows, each read in a shape.
    static func many<Target: Model, Child>(
        _ relation: Relation, _ query: Query<Target>, _ shape: Shape<Child>,
        store: @escaping LoadAttachment<Owner, Target, Child>.Store
    ) -> Include {
        Include { _, _, start in
            try relation.check()
            return LoadAttachment(relation, keyCell: start + relation.ownerColumn, query, shape, store: store)
        }
    }
}
