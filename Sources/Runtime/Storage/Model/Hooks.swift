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
/// and those of each row only with `individualHooks: true`. The hooks of finding and counting may change what is asked for
/// and what was found; no transaction is begun for them.
public struct Hooks<M: Model>: Sendable {
    /// Runs before something happens to a model, and may change it.
    public typealias Before = @Sendable (inout M, HookContext<M>) async throws -> Void
    /// Runs after something happened to a model.
    public typealias After = @Sendable (M, HookContext<M>) async throws -> Void
    /// Runs when rules refused a model.
    public typealias Failed = @Sendable (M, HookContext<M>, ValidationError) async throws -> Void

    /// All of them; changed by nobody once they are put together.
    private final class Content: @unchecked Sendable {
        var before: [HookMoment: [Before]] = [:]
        var after: [HookMoment: [After]] = [:]
        var failed: [Failed] = []
        var bulk = BulkHooks<M>()
        var find: FindHooks<M>?
    }

    /// Nil without hooks, so that to ask costs nothing.
    private let content: Content?

    /// No hooks.
    public init() {
        content = nil
    }

    /// The hooks that the closure adds; those of one kind run in its order.
    public init(_ build: (inout Hooks<M>) -> Void) {
        content = Content()
        build(&self)
    }

    /// Whether there is none at all.
    var isEmpty: Bool { content == nil }
    var failed: [Failed] { content?.failed ?? [] }
    var bulk: BulkHooks<M> {
        get { content?.bulk ?? BulkHooks() }
        nonmutating set { content?.bulk = newValue }
    }

    /// Whether there are hooks of reading.
    var readsWithHooks: Bool { content?.find != nil }
    var find: FindHooks<M> {
        get { content?.find ?? FindHooks() }
        nonmutating set { content?.find = newValue }
    }

    func before(_ moment: HookMoment) -> [Before] { content?.before[moment] ?? [] }
    func after(_ moment: HookMoment) -> [After] { content?.after[moment] ?? [] }

    private func add(before moment: HookMoment, _ hook: @escaping Before) {
        content?.before[moment, default: []].append(hook)
    }
    private func add(after moment: HookMoment, _ hook: @escaping After) {
        content?.after[moment, default: []].append(hook)
    }

    /// Runs before the rules are checked.
    public mutating func beforeValidate(_ hook: @escaping Before) { add(before: .validate, hook) }
    /// Runs when all rules hold.
    public mutating func afterValidate(_ hook: @escaping Before) { add(before: .validated, hook) }
    /// Runs when a rule does not hold; the error is thrown when it returns.
    public mutating func validationFailed(_ hook: @escaping Failed) { content?.failed.append(hook) }

    /// Runs before a new row is stored.
    public mutating func beforeCreate(_ hook: @escaping Before) { add(before: .create, hook) }
    /// Runs when a new row is stored.
    public mutating func afterCreate(_ hook: @escaping After) { add(after: .create, hook) }

    /// Runs before a row is changed.
    public mutating func beforeUpdate(_ hook: @escaping Before) { add(before: .update, hook) }
    /// Runs when a row is changed; not when nothing differed.
    public mutating func afterUpdate(_ hook: @escaping After) { add(after: .update, hook) }

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
    public mutating func beforeUpsert(_ hook: @escaping Before) { add(before: .upsert, hook) }
    /// Runs after `upsert`; `context.isNew` says whether the row was created.
    public mutating func afterUpsert(_ hook: @escaping After) { add(after: .upsert, hook) }

    /// Runs before a row is destroyed; what it changes is written where the row stays as a destroyed one.
    public mutating func beforeDestroy(_ hook: @escaping Before) { add(before: .destroy, hook) }
    /// Runs when a row is destroyed; not when there was none.
    public mutating func afterDestroy(_ hook: @escaping After) { add(after: .destroy, hook) }

    /// Runs before a destroyed row is restored.
    public mutating func beforeRestore(_ hook: @escaping Before) { add(before: .restore, hook) }
    /// Runs when a destroyed row is restored.
    public mutating func afterRestore(_ hook: @escaping After) { add(after: .restore, hook) }

    /// Whether an operation on one row runs any hook.
    func concern(_ moment: HookMoment) -> Bool {
        guard let content else { return false }
        if content.before[moment] != nil || content.after[moment] != nil { return true }
        guard moment.isChecked else { return false }
        return content.before[.validate] != nil || content.before[.validated] != nil || !content.failed.isEmpty
    }
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
