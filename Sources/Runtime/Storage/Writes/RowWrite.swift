import ScaffoldValidation

/// One row of a model on its way through hooks, rules and hashing into its table.
struct RowWrite<M: Model>: Sendable {
    var draft: Draft
    /// What the caller holds, as hooks left it; nil for partial input. What is no column of it stays as it is.
    var model: M?
    /// What the row held before; nil for a new one.
    var before: [Value]?
    /// What was found wrong before the rules were asked.
    var found: [ValidationErrorItem] = []
    /// Whether rules are checked.
    var validates = true
    /// The columns by which the row may be there already though nothing is known of it, as with `save` and `upsert`.
    var foundBy: [Int] = []

    /// A new row.
    init(new model: M) throws {
        draft = try Draft(new: model)
        self.model = model
    }

    /// A new row of partial input.
    init(new input: some ChangeSet<M>) {
        draft = Draft(new: input.changes)
        found = input.problems
    }

    /// A row that is there already; nothing is written yet.
    init(over before: [Value], _ model: M) {
        draft = Draft(M.table, holding: before)
        self.model = model
        self.before = before
    }

    /// A row that is there already, of which is written what the model holds otherwise.
    init(over before: [Value], changedTo model: M) throws {
        draft = Draft(M.table, holding: try model.checkedValues())
        for column in ColumnSet(differing: draft.values, from: before) { draft.set(column, draft.values[column]) }
        self.model = model
        self.before = before
    }

    /// Hooks, rules, hooks again, hashes: after this the draft is what is written.
    nonisolated(nonsending) mutating func prepare(_ moment: HookMoment) async throws {
        let hooks = M.hooks
        if hooks.isEmpty {
            if validates { try await check(draft) }
        } else {
            if validates { try await checkWithHooks(hooks) }
            let checked = draft
            try await run(hooks.before(moment))
            let changed = draft.columns.filter {
                !checked.written.contains($0) || draft.values[$0] != checked.values[$0]
            }
            if validates, !changed.isEmpty { try await check(draft.limited(to: changed)) }
        }
        if draft.table.hasPasswords { try await draft.hashPasswords() }
    }

    nonisolated(nonsending) private mutating func checkWithHooks(_ hooks: Hooks<M>) async throws {
        try await run(hooks.before(.validate))
        do {
            try await check(draft)
        } catch let error as ValidationError {
            if !hooks.failed.isEmpty {
                let (model, context) = (try shown(), context)
                for hook in hooks.failed { try await hook(model, context, error) }
            }
            throw error
        }
        try await run(hooks.before(.validated))
    }

    /// The one place where a single row's rules are checked.
    nonisolated(nonsending) private func check(_ draft: Draft) async throws {
        // what the row held, for the rules that compare
        let prior: PriorRow =
            if let before { .values(before) } else if foundBy.isEmpty { .none } else {
                try await M.prior(to: self.draft.values, foundBy: foundBy)
            }
        try await draft.validate(M.validations, over: prior, besides: found)
    }

    /// Runs hooks that may change the model; what they change is written too.
    nonisolated(nonsending) mutating func run(_ hooks: [Hooks<M>.Before]) async throws {
        for hook in hooks {
            var model = try shown()
            let known = try model.checkedValues()
            try await hook(&model, context)
            try take(model, over: known)
        }
    }

    /// Takes over what a hook made of the model that it was shown.
    mutating func take(_ model: M, over known: [Value]) throws {
        for (index, value) in try model.checkedValues().enumerated() where value != known[index] {
            draft.set(index, value)
            found.removeAll { $0.path == draft.table.attributes[index].name }
        }
        if self.model != nil { self.model = model }
    }

    /// Runs the hooks that come after.
    ///
    /// - Parameter isNew: whether the row is a new one, where only the database could tell.
    nonisolated(nonsending) func runAfter(_ moment: HookMoment, _ model: M, isNew: Bool? = nil) async throws {
        let hooks = M.hooks
        guard !hooks.isEmpty else { return }
        let context = HookContext<M>(
            isNew: isNew ?? (before == nil), values: try model.checkedValues(), before: before)
        for hook in hooks.after(moment) { try await hook(model, context) }
    }

    private var context: HookContext<M> {
        HookContext(isNew: before == nil, values: draft.values, before: before)
    }

    /// The model as hooks see it: what may not be null and is not known yet is empty or 0.
    func shown() throws -> M {
        var values = draft.values
        for (index, attribute) in draft.table.attributes.enumerated()
        where values[index] == .null && !attribute.allowNull { values[index] = attribute.type.blank }
        return try result(values)
    }

    /// The model with the values of a row.
    func result(_ values: [Value]) throws -> M {
        guard var model else { return try M.from(values) }
        try model.take(values)
        return model
    }
}

extension Model {
    /// Takes over the values of a row; an error names model and attribute.
    mutating func take(_ values: [Value]) throws {
        do {
            try assign(Row(ValueCells(values, of: Self.table)))
        } catch let error as ColumnDecodingError {
            throw error.named(by: Self.table)
        }
    }

    /// The model of a row's values; an error names model and attribute.
    static func from(_ values: [Value]) throws -> Self {
        try read(Row(ValueCells(values, of: table)))
    }
}
