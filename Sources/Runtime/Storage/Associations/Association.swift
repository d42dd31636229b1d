/// An association of a model, one of ``BelongsTo``, ``HasOne``, ``HasMany`` and ``BelongsToMany``.
public protocol Association<Owner, Target>: Sendable {
    /// The model that has it.
    associatedtype Owner: Model
    /// The model at the other end.
    associatedtype Target: Model

    /// Which columns lead from one end to the other.
    var relation: Relation { get }

    /// How a query of the owner reads the other end along.
    func include(_ query: Query<Target>) -> Include<Owner>

    /// How a new owner is stored together with what it holds at the other end.
    func nested(_ includes: NestedCreate<Target>) -> NestedStep<Owner>
}

/// An association with at most one row at the other end, which a join reads along.
public protocol ToOneAssociation: Association {}

/// An association with any number of rows at the other end, which one further statement reads.
public protocol ToManyAssociation: Association {}

/// An association whose rows refer to the owner, themselves or by a table between.
public protocol OwningAssociation: Association {}
