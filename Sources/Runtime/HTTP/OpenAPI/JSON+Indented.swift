package import ScaffoldStorage

extension JSON {
    /// The value as JSON text on many lines, for people and for version control.
    package var indented: String { lines("") }

    private func lines(_ margin: String) -> String {
        let inner = margin + "  "
        switch self {
        case .array(let elements) where elements.contains(where: \.isNested):
            return "[\n" + elements.map { inner + $0.lines(inner) }.joined(separator: ",\n") + "\n\(margin)]"
        case .array(let elements): return "[" + elements.map(\.description).joined(separator: ", ") + "]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { "\(inner)\(JSON.string($0.name)): \($0.value.lines(inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
        default: return description
        }
    }

    private var isNested: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }
}
