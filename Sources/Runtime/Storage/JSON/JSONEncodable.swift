/// What can be written as JSON.
///
/// ```swift
/// extension Tag: JSONEncodable {
///     func encode(to json: inout JSONWriter) {
///         json.object {
///             $0.member("id", id)
///             $0.member("name", name)
///         }
///     }
/// }
/// ```
public protocol JSONEncodable {
    /// Writes this as one JSON value.
    func encode(to json: inout JSONWriter)

    /// Whether there is anything to write; a member of an object that says no is left out, name and all.
    /// True unless a type says otherwise, as associations that are not loaded do.
    var isPresent: Bool { get }
}

extension JSONEncodable {
    @inlinable public var isPresent: Bool { true }
}
