/// Values in the order in which a statement binds them, or in which a model's columns stand.
public struct Values: Sendable, Hashable {
    package private(set) var items: [Value]

    /// No values yet.
    public init() {
        items = []
    }

    /// The given values, in this order.
    public init(_ items: [Value]) {
        self.items = items
    }

    /// How many values there are.
    public var count: Int { items.count }

    /// The value at a position, nil when there is none.
    public subscript(index: Int) -> Value? {
        items.indices.contains(index) ? items[index] : nil
    }

    /// Adds what a column holds.
    @inlinable
    public mutating func append<T: ColumnValue>(_ value: T) {
        append(value: value.value)
    }

    /// Adds a value as it is.
    public mutating func append(value: Value) {
        items.append(value)
    }

    /// Adds all values of another list.
    public mutating func append(contentsOf values: Values) {
        items.append(contentsOf: values.items)
    }

    package mutating func reserveCapacity(_ capacity: Int) {
        items.reserveCapacity(capacity)
    }

    package mutating func replace(at index: Int, with value: Value) {
        guard items.indices.contains(index) else { return }
        items[index] = value
    }
}

extension Values: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Value...) {
        items = elements
    }
}
