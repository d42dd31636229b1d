/// The keywords of Swift 6.3 that are not free as names, found by compiling each as a property, parameter and case.
/// Words that are keywords only in places (`some`, `copy`, `actor`, `package` …) compile bare and are not here.
enum SwiftKeywords {
    /// Written in backticks where they are declared.
    static let all: Set<String> = [
        // declarations
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "internal",
        "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static", "struct", "subscript",
        "typealias",
        // statements
        "break", "case", "catch", "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if",
        "in", "repeat", "return", "switch", "throw", "where", "while",
        // expressions and types
        "Any", "as", "await", "false", "is", "nil", "super", "throws", "true", "try",
    ]

    /// Not even backticks help, in one of the places where a property's name stands: behind a dot (`init`, `self`,
    /// `Type`) or as a parameter (`inout`, `let`, `var`).
    static let never: Set<String> = ["init", "self", "Self", "Type", "Protocol", "inout", "let", "var", "_"]
}
