/// The name of a constraint or an index, and whether somebody gave it.
///
/// Names that a server made depend on what was there before: two of them compare equal.
package struct ConstraintName: Sendable, Hashable, CustomStringConvertible {
    package let text: String
    package let isGiven: Bool

    package init(_ text: String, isGiven: Bool = true) {
        self.text = text
        self.isGiven = isGiven
    }

    package var description: String { text }

    package static func == (left: ConstraintName, right: ConstraintName) -> Bool {
        left.isGiven == right.isGiven && (!left.isGiven || left.text == right.text)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(isGiven)
        if isGiven { hasher.combine(text) }
    }
}
