/// Thrown by a migration's `down` where there is no way back; undoing stops there, and says why.
///
/// ```swift
/// func down(_ queryInterface: inout QueryInterface) throws {
///     throw IrreversibleMigration("the column's old texts are gone")
/// }
/// ```
public struct IrreversibleMigration: Error, Sendable, Hashable, CustomStringConvertible {
    /// Why there is no way back.
    public var reason: String

    public init(_ reason: String) {
        self.reason = reason
    }

    public var description: String { "it cannot be undone: \(reason)" }
}
