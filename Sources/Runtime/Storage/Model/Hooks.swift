import ScaffoldValidation

/// What a model does before and after its rows are written, in Sequelize's words.
///
/// ```swift
/// static let hooks = Hooks<Post> {
///     $0.beforeValidate { post, context in
///         if context.changed(\.title) { post.slug = Slug.make(post.title) }
///     }
///     $0.afterCreate { post, _ in try await Mail.enqueue(.newPost(post.id)) }
/// }
/// ```
///
/// One row goes through beforeValidate, the rules, afterValidate (or validationFailed), beforeCreate or beforeUpdate,
/// the statement, afterCreate or afterUpdate. A hook that comes before may change the model: what it changes is checked
/// and written too. When it throws, nothing is written.
///
/// **An operation whose model has hooks for it is one transaction together with them**: their queries join it, and a
/// hook that throws afterwards takes the operation back. What must not be undone, or takes long, belongs into
/// `afterCommit` or a job. A model without hooks pays nothing for there being any.
///
/// Statements for many rows (`bulkCreate`, `update(where:)`, `destroy(where:)`, `restore(where:)`) run the bulk hooks,
/// and those of each row only with `individualHooks: true`.
public struct Hooks<M: Model>: Sendable {
    /// Runs before something happens to a model, and may change it.
    public typealias Before = @Sendable (inout M, HookContext<M>) async throws -> Void
    /// Runs after something happened to a model.
    public typealias After = @Sendable (M, HookContext<M>) async throws -> Void
    /// Runs when rules refused a model.
    public typealias Failed = @Sendable (M, HookContext<M>, ValidationError) async throws -> Void

    private(set) var before: [HookMoment: [Before]] = [:]
    private(set) var after: [HookMoment: [After]] = [:]
    private(set) var failed: [Failed] = []
    var bulk = BulkHooks<M>()

    /// No hooks.
    public init() {}

    /// The hooks that the closure adds; those of one kind run in its order.
    public init(_ build: (inout Hooks<M>) -> Void) {
        build(&self)
    }

    /// Runs before the rules are checked.
    public mutating func beforeValidate(_ hook: @escaping Before) { before[.validate, default: []].append(hook) }
    /// Runs when all rules hold.
    public mutating func afterValidate(_ hook: @escaping Before) { before[.validated, default: []].append(hook) }
    /// Runs when a rule does not hold; the error is thrown when it returns.
    public mutating func validationFailed(_ hook: @escaping Failed) { failed.append(hook) }

    /// Runs before a new row is stored.
    public mutating func beforeCreate(_ hook: @escaping Before) { before[.create, default: []].append(hook) }
    /// Runs when a new row is stored.
    public mutating func afterCreate(_ hook: @escaping After) { after[.create, default: []].append(hook) }

    /// Runs before a row is changed.
    public mutating func beforeUpdate(_ hook: @escaping Before) { before[.update, default: []].append(hook) }
    /// Runs when a row is changed; not when nothing differed.
    public mutating func afterUpdate(_ hook: @escaping After) { after[.update, default: []].append(hook) }

    /// Runs before a new row is stored and before a row is changed.
    public mutating func beforeSave(_ hook: @escaping Before) {
        beforeCreate(hook)
        beforeUpdate(hook)
    }

    /// Runs when a new row is stored and when a row is changed.
    public mutating func afterSave(_ hook: @escaping After) {
        afterCreate(hook)
        afterUpdate(hook)
    }

    /// Runs before `upsert`, which does not know yet whether the row is there.
    public mutating func beforeUpsert(_ hook: @escaping Before) { before[.upsert, default: []].append(hook) }
    /// Runs after `upsert`; `context.isNew` says whether the row was created.
    public mutating func afterUpsert(_ hook: @escaping After) { after[.upsert, default: []].append(hook) }

    /// Runs before a row is destroyed; what it changes is written where the row stays as a destroyed one.
    public mutating func beforeDestroy(_ hook: @escaping Before) { before[.destroy, default: []].append(hook) }
    /// Runs when a row is destroyed; not when there was none.
    public mutating func afterDestroy(_ hook: @escaping After) { after[.destroy, default: []].append(hook) }

    /// Runs before a destroyed row is restored.
    public mutating func beforeRestore(_ hook: @escaping Before) { before[.restore, default: []].append(hook) }
    /// Runs when a destroyed row is restored.
    public mutating func afterRestore(_ hook: @escaping After) { after[.restore, default: []].append(hook) }

    /// Whether an operation on one row runs any hook.
    func concern(_ moment: HookMoment) -> Bool {
        guard !isEmpty else { return false }
        if before[moment] != nil || after[moment] != nil { return true }
        guard moment.isChecked else { return false }
        return before[.validate] != nil || before[.validated] != nil || !failed.isEmpty
    }

    /// Whether there is none for single rows.
    var isEmpty: Bool { before.isEmpty && after.isEmpty && failed.isEmpty }
}

/// What happens to a row when hooks run.
enum HookMoment: Sendable {
    case validate
    case validated
    case create
    case update
    case upsert
    case destroy
    case restore

    /// Whether rules are checked first.
    var isChecked: Bool {
        switch self {
        case .create, .update, .upsert: true
        case .validate, .validated, .destroy, .restore: false
        }
    }
}
