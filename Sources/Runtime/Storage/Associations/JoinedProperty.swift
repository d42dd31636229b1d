/// Where an owner keeps the row at the other end of an association.
///
/// Its closures are made where the models are known: elsewhere each use would look for their types first, and copy what
/// can be moved.
@usableFromInline
struct JoinedProperty<Owner, Target: Model>: Sendable {
    /// Keeps a row that is there already, or none.
    let store: @Sendable (inout Owner, Target?) -> Void
    /// The row that is kept.
    let loaded: @Sendable (Owner) -> Target?
    /// Reads a row, lets more be read into it, and keeps it.
    let read: @Sendable (inout Owner, Row, _ complete: (inout Target) throws -> Void) throws -> Void

    @usableFromInline
    init(
        store: @escaping @Sendable (inout Owner, Target?) -> Void, loaded: @escaping @Sendable (Owner) -> Target?,
        read: @escaping @Sendable (inout Owner, Row, _ complete: (inout Target) throws -> Void) throws -> Void
    ) {
        self.store = store
        self.loaded = loaded
        self.read = read
    }

    /// A property that holds a row or none.
    @inlinable
    init(_ property: any WritableKeyPath<Owner, Loaded<Target?>> & Sendable) {
        self.init {
            $0[keyPath: property] = .loaded($1)
        } loaded: {
            $0[keyPath: property].value.flatMap(\.self)
        } read: { owner, row, complete in
            var target = try Target.read(row)
            try complete(&target)
            owner[keyPath: property] = .loaded(consume target)
        }
    }

    /// A property that always holds a row once it is loaded.
    @inlinable
    init(_ property: any WritableKeyPath<Owner, Loaded<Target>> & Sendable) {
        self.init { owner, target in
            if let target { owner[keyPath: property] = .loaded(target) } else { owner[keyPath: property] = .notLoaded }
        } loaded: {
            $0[keyPath: property].value
        } read: { owner, row, complete in
            var target = try Target.read(row)
            try complete(&target)
            owner[keyPath: property] = .loaded(consume target)
        }
    }
}
