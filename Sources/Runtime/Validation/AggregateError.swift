/// Rows of a `bulkCreate` broke rules; nothing was written.
///
/// ```swift
/// do {
///     try await Tag.bulkCreate(tags)
/// } catch let error as AggregateError {
///     for row in error.errors { print(tags[row.index], row.error) }
/// }
/// ```
public struct AggregateError: Error, Sendable, Hashable {
    /// What is wrong, one entry for each row that broke a rule, in the order of the rows.
    public var errors: [BulkRecordError]

    /// Creates an error of these rows.
    public init(errors: [BulkRecordError]) {
        self.errors = errors
    }
}

/// What is wrong with one row of many.
public struct BulkRecordError: Error, Sendable, Hashable {
    /// The row's place in what was given, from 0.
    public var index: Int
    /// The rules that it broke.
    public var error: ValidationError

    /// Creates the error of a row.
    public init(index: Int, error: ValidationError) {
        self.index = index
        self.error = error
    }
}

extension AggregateError: CustomStringConvertible {
    /// The rows one after another.
    public var description: String {
        errors.map(\.description).joined(separator: "\n")
    }
}

extension BulkRecordError: CustomStringConvertible {
    /// `[2] Validation error: Validation len on title failed`, one line an item.
    public var description: String {
        error.items.map { "[\(index)] \($0.type.rawValue): \($0.message)" }.joined(separator: "\n")
    }
}
