/// An enumeration whose cases have numbers: `enum(user=0, admin=1)`. JSON shows the number and requests say it; the
/// column holds the word.
///
/// ```swift
/// enum UserRole: String, NumberedEnumeration {
///     case user, admin
///     var number: Int { self == .user ? 0 : 1 }
/// }
/// ```
public protocol NumberedEnumeration: Enumeration {
    /// The number of the case, which no other case has.
    var number: Int { get }
}

extension NumberedEnumeration {
    /// The numbers of all cases, in their order.
    public static var numbers: [Int] { allCases.map(\.number) }

    /// The case with a number.
    public init?(number: Int) {
        guard let found = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = found
    }

    /// Reads the case whose word the cell holds, or whose number a request's text says.
    ///
    /// - Throws: ``ColumnDecodingError`` when it is none of them.
    public static func decode(_ row: Row, at index: Int) throws -> Self {
        let text = try row.text(at: index)
        guard let found = Self(rawValue: text) ?? Int(text).flatMap(Self.init(number:)) else {
            throw row.mismatch(at: index, expected: "one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return found
    }

    /// Writes the number.
    public func encode(to json: inout JSONWriter) { number.encode(to: &json) }
}

/// An enumeration with numbers whose column holds those too.
public protocol StoredByNumber: NumberedEnumeration {}

extension StoredByNumber {
    /// Reads the case whose number the cell holds.
    ///
    /// - Throws: ``ColumnDecodingError`` when it is none of them.
    public static func decode(_ row: Row, at index: Int) throws -> Self {
        let number = try row.integer(at: index, as: Int.self)
        guard let found = Self(number: number) else {
            throw row.mismatch(at: index, expected: "one of \(numbers.map(String.init).joined(separator: ", "))")
        }
        return found
    }

    public var value: Value { .integer(Int64(number)) }
}
