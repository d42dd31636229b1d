/// Names as they stand in generated Swift: which are keywords, which cannot be used, and how they are written.
///
/// What may stand in a name at all is ``Identifier``'s to say; here every name is a legal one.
enum SwiftIdentifier {
    /// As it is declared or read by its bare name: in backticks where it is a keyword.
    ///
    /// Only there. Behind a dot (`post.class`) and as an argument's label (`init(class: String)`, `create(class: "a")`)
    /// Swift takes keywords as they are and warns of backticks.
    static func declared(_ name: String) -> String {
        SwiftKeywords.all.contains(name) ? "`\(name)`" : name
    }

    /// As generated code reads it inside a method of the type: behind `self.` where a parameter of that method
    /// (`row`, `values`, `json` …) would hide it, in backticks where it is a keyword.
    static func inMethod(_ name: String) -> String {
        ReservedNames.parameters.contains(name) ? "self.\(name)" : declared(name)
    }

    /// Why a type of this name cannot be generated: it would hide one of Swift or of the runtime.
    ///
    ///     SwiftIdentifier.problem(type: "Task")?.description
    ///     // error: a model called 'Task' would hide Swift's own type 'Task' (write swiftName: TaskItem)
    ///
    /// - Parameter name: the Swift type: `swiftName`, or what ``typeName(of:)`` makes of the model's name.
    static func problem(type name: String) -> Diagnostic? {
        let hidden: String
        if SwiftKeywords.never.contains(name) || SwiftKeywords.all.contains(name) {
            hidden = "'\(name)' is a word of the Swift language and cannot be a type"
        } else if ReservedNames.swiftTypes.contains(name) {
            hidden = "a model called '\(name)' would hide Swift's own type '\(name)'"
        } else if ReservedNames.runtimeTypes.contains(name) {
            hidden = "a model called '\(name)' would hide the runtime's type '\(name)'"
        } else {
            return nil
        }
        return Diagnostic(message: hidden, suggestion: "write swiftName: \(NameStyle.upperCamel(name))Item")
    }

    /// Why a property of this name cannot be generated: Swift has no way to write it, or every model has a member
    /// of that name.
    ///
    /// - Parameters:
    ///   - name: the Swift property: `swiftName`, or the name of the attribute or association.
    ///   - kind: what has the name, for the message.
    static func problem(member name: String, kind: Identifier.Kind) -> Diagnostic? {
        let message: String
        if SwiftKeywords.never.contains(name) {
            message = "\(kind) name '\(name)' is a word of the Swift language that no property can have"
        } else if ReservedNames.members.contains(name) || (kind == .scope && ReservedNames.statics.contains(name)) {
            message = "\(kind) name '\(name)' is a member that every model has"
        } else {
            return nil
        }
        let suffix = kind == .association ? "Record" : "Value"
        return Diagnostic(message: message, suggestion: "write swiftName: \(NameStyle.lowerCamel(name))\(suffix)")
    }

    /// The Swift type of a model: its name in upper camel case, `blog_post` is `BlogPost`.
    static func typeName(of model: String) -> String { NameStyle.upperCamel(model) }

    /// The case of an enum that stands for a value: `in-progress` is `inProgress`, `2fa` is `_2fa`.
    ///
    /// - Returns: the bare name (``declared(_:)`` adds backticks), or nil where the value has neither letter nor digit.
    static func enumCase(for value: String) -> String? {
        let ascii = value.map { $0.isASCII ? $0 : " " }
        let name = NameStyle.lowerCamel(String(ascii))
        guard let first = name.first else { return nil }
        if first.isNumber { return "_\(name)" }
        return ReservedNames.enumCases.contains(name) || SwiftKeywords.never.contains(name) ? "\(name)Value" : name
    }
}
