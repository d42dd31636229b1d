/// The part of a migration's or a seeder's name that the user gives: `add-status-to-posts`.
struct Slug {
    let text: String

    /// - Parameter name: words with blanks, hyphens, underscores or in camel case.
    /// - Throws: ``Diagnostic`` for a name with anything else in it, which could not stand in a file's name.
    init(_ name: String) throws {
        let isPlain =
            name.utf8.count <= 100
            && name.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "-_ ".unicodeScalars.contains(scalar))
            }
        let slug = NameStyle.kebab(name)
        guard isPlain, slug.contains(where: \.isLetter) else {
            throw Diagnostic(
                message:
                    "the name '\(Shown.text(name))' has to be made of at most 100 letters a to z, digits and hyphens",
                suggestion: "write something like 'add-status-to-posts'")
        }
        text = slug
    }
}
