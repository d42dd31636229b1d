public import ScaffoldStorage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A type that says itself what it is like in JSON. Types that write their members with `encode(to:)` need not: they
/// are asked to write a blank record, and names and types are taken from there. A type whose members depend on what it
/// holds says it better itself:
///
/// ```swift
/// extension PostView: JSONSchemaConvertible {
///     static let jsonSchema = JSONSchema.object(["id": .integer, "secret": .string], required: ["id"])
/// }
/// ```
public protocol JSONSchemaConvertible {
    /// What its values are like.
    static var jsonSchema: JSONSchema { get }
}

extension JSONSchemaConvertible where Self: FixedWidthInteger {
    public static var jsonSchema: JSONSchema { .integer }
}

extension Int: JSONSchemaConvertible {}
extension Int8: JSONSchemaConvertible {}
extension Int16: JSONSchemaConvertible {}
extension Int32: JSONSchemaConvertible {}
extension Int64: JSONSchemaConvertible {}
extension UInt: JSONSchemaConvertible {}
extension UInt8: JSONSchemaConvertible {}
extension UInt16: JSONSchemaConvertible {}
extension UInt32: JSONSchemaConvertible {}
extension UInt64: JSONSchemaConvertible {}

extension Bool: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .boolean }
}

extension Double: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .number }
}

extension Float: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .number }
}

extension String: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .string }
}

extension Substring: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .string }
}

extension Date: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .string(format: "date-time") }
}

extension DateOnly: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .string(format: "date") }
}

extension TimeOfDay: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema {
        .string(pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?$")
    }
}

extension UUID: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .string(format: "uuid") }
}

extension Decimal: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { .string(pattern: "^-?[0-9]+(\\.[0-9]+)?$") }
}

extension Data: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { JSONSchema(["type": "string", "contentEncoding": "base64"]) }
}

/// Anything.
extension JSON: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { JSONSchema() }
}

extension JSONObject: JSONSchemaConvertible {
    public static var jsonSchema: JSONSchema { JSONSchema(["type": "object"]) }
}
