extension Attribute {
    /// The rules of `validate:` as Swift: `.len(8, 72)`, `.isEmail.message("…")`; the length of a `string(n)` too.
    var rules: [String] {
        var rules = validations.map(rule)
        if case .string(let length) = type, length != 255, !validations.contains(where: { $0.name == "len" }) {
            rules.insert(".len(max: \(length))", at: 0)
        }
        return rules
    }

    private func rule(_ validation: Validation) -> String {
        let arguments = validation.arguments.map(argument)
        let list = ["isIn", "notIn"].contains(validation.name) ? "[\(arguments.joined(separator: ", "))]" : nil
        let inside = list ?? arguments.joined(separator: ", ")
        let isProperty =
            validation.arguments.isEmpty && list == nil && !["isUUID", "isStrongPassword"].contains(validation.name)
        let call = ".\(validation.name)" + (isProperty ? "" : "(\(inside))")
        return call + (validation.message.map { ".message(\(SwiftText.literal($0)))" } ?? "")
    }

    private func argument(_ argument: Validation.Argument) -> String {
        switch argument {
        case .string(let text):
            type.enumCase(text).map { ".\($0.swiftName)" } ?? SwiftText.literal(text)
        case .integer(let number): SwiftText.literal(number)
        case .double(let number): "\(number)"
        case .flag(let name, let flag): "\(name): \(flag)"
        case .words(let name, let words): "\(name): [\(words.map(SwiftText.literal).joined(separator: ", "))]"
        }
    }
}
