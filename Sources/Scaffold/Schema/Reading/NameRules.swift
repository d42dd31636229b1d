/// What names of a schema may look like, beyond what ``Identifier`` asks of each: nothing but letters of the English
/// alphabet, digits and underscores gets from a schema into Swift identifiers, tables, columns, files and paths.
///
/// Each function says what is wrong, without a position, or nil.
enum NameRules {
    static func attribute(_ name: String) -> Diagnostic? { plain(name, .attribute) }

    static func model(_ name: String) -> Diagnostic? { plain(name, .model) }

    static func column(_ name: String) -> Diagnostic? { plain(name, .column) }

    /// An association's alias is a Swift property and part of method names, so it is spelled as one: `blogPosts`.
    static func association(_ name: String) -> Diagnostic? { plain(name, .association) ?? camel(name, .association) }

    /// A scope is a static property of its model.
    static func scope(_ name: String) -> Diagnostic? { plain(name, .scope) ?? camel(name, .scope) }

    static func table(_ name: String) -> Diagnostic? {
        let lowered = name.lowercased()
        guard !lowered.hasPrefix("sqlite_"), !["sequelizemeta", "sequelizedata"].contains(lowered) else {
            return Diagnostic(message: "the table '\(Shown.text(name))' belongs to the database or to the migrations")
        }
        return plain(name, .table)
    }

    static func swiftProperty(_ name: String) -> Diagnostic? { plain(name, .attribute) ?? camel(name, .attribute) }

    static func swiftType(_ name: String) -> Diagnostic? {
        if let problem = plain(name, .model) { return problem }
        guard name.first?.isUppercase != true || name.contains("_") else { return nil }
        return Diagnostic(
            message: "a Swift type's name begins with a capital and has no underscores, unlike '\(name)'",
            suggestion: "write '\(NameStyle.upperCamel(name))'")
    }

    /// The property of an attribute of this name: the name, or its camel case (`firstName` for `first_name`).
    static func property(for name: String) -> String { isCamel(name) ? name : NameStyle.lowerCamel(name) }

    static func plain(_ name: String, _ kind: Identifier.Kind) -> Diagnostic? {
        // Nearly every name: nothing to say, and nothing worth working out.
        if isPlain(name.utf8) { return nil }
        if let hidden = name.unicodeScalars.first(where: Shown.isHidden) {
            return Diagnostic(
                message: "\(kind) name '\(Shown.text(name))' contains \(Shown.name(of: hidden))",
                suggestion: "letters of ASCII, digits and underscores can stand in a name")
        }
        return Identifier.problem(name, kind: kind)
    }

    private static func isPlain(_ name: String.UTF8View) -> Bool {
        guard name.count <= Identifier.maximumLength, let first = name.first, first | 0x20 > 0x60, first | 0x20 < 0x7B
        else {
            return false
        }
        return name.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }

    private static func isCamel(_ name: String) -> Bool { name.first?.isLowercase == true && !name.contains("_") }

    private static func camel(_ name: String, _ kind: Identifier.Kind) -> Diagnostic? {
        guard !isCamel(name) else { return nil }
        return Diagnostic(
            message:
                "\(kind) name '\(name)' is written in Swift as it is, where names begin with a small letter and have "
                + "no underscores", suggestion: "write '\(NameStyle.lowerCamel(name))'")
    }
}
