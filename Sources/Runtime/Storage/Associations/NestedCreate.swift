/// Which associations are stored together with a new row.
public struct NestedCreate<M: Model>: Sendable {
    private var steps: [NestedStep<M>] = []

    /// Stores what the model holds at the other end of an association along with it.
    ///
    /// - Parameters:
    ///   - association: the association.
    ///   - build: what is stored along with those rows in turn.
    public mutating func include<A: Association>(
        _ association: KeyPath<M.Associations, A>, _ build: (inout NestedCreate<A.Target>) -> Void = { _ in }
    ) where A.Owner == M {
        var nested = NestedCreate<A.Target>()
        build(&nested)
        steps.append(M.associations[keyPath: association].nested(nested))
    }

    /// Stores a new row, before it what it refers to, and after it what refers to it.
    func create(_ model: M) async throws -> M {
        var model = model
        for step in steps where step.isFirst { try await step.run(&model) }
        try await model.create()
        for step in steps where !step.isFirst { try await step.run(&model) }
        return model
    }

    /// Stores those of the rows that are new, by one statement where nothing depends on each of them.
    func store(_ models: [M]) async throws -> [M] {
        if steps.isEmpty, !M.hooks.concern(.create), !models.contains(where: \.isStoredByKey) {
            return try await M.bulkCreate(models)
        }
        var stored: [M] = []
        for model in models { stored.append(model.isStoredByKey ? model : try await create(model)) }
        return stored
    }
}

/// How one association is stored along with a new row.
public struct NestedStep<Owner: Model>: Sendable {
    /// Whether it comes before the row, which refers to it.
    let isFirst: Bool
    let run: @Sendable (inout Owner) async throws -> Void
}

extension Model {
    /// Stores a new row and what it holds of its associations: all of it or nothing.
    ///
    /// ```swift
    /// var post = Post(title: "Title", content: "…", userId: 1)
    /// post.tags = .loaded([Tag(name: "swift"), known])
    /// post.comments = .loaded([Comment(text: "first")])
    /// post = try await Post.create(post) { $0.include(\.tags); $0.include(\.comments) { $0.include(\.author) } }
    /// ```
    ///
    /// What the row belongs to is stored first, then the row, then what refers to it; foreign keys are set on the way.
    /// A row with a key that the database counted up is there already and is only tied. Rules and hooks are those of
    /// `create` of each model.
    ///
    /// - Parameters:
    ///   - model: the row, which holds what is new as loaded.
    ///   - include: the associations.
    /// - Returns: the row as it is stored, and with it what was stored along.
    public static func create(_ model: Self, _ include: (inout NestedCreate<Self>) -> Void) async throws -> Self {
        var nested = NestedCreate<Self>()
        include(&nested)
        return try await database.transaction { try await nested.create(model) }
    }

    /// Stores this value as a new row together with what it holds of its associations.
    public mutating func create(_ include: (inout NestedCreate<Self>) -> Void) async throws {
        self = try await Self.create(self, include)
    }

    /// Whether the key says that the row is there: the database counted it up.
    var isStoredByKey: Bool {
        guard let counted = Self.table.counted else { return false }
        return encoded[counted] != .integer(0)
    }
}
