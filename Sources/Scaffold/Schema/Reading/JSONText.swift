/// JSON as text, written by hand so that it is the same everywhere.
enum JSONText {
    /// A YAML value as the JSON that it would be: plain scalars as null, booleans and numbers where they look so.
    static func of(_ node: YAMLNode) -> String {
        switch node {
        case .scalar(let scalar): of(node, scalar)
        case .list(let items, _): "[" + items.map(of).joined(separator: ",") + "]"
        case .map(let map):
            "{" + map.entries.map { "\(string($0.key.text)):\(of($0.value))" }.joined(separator: ",") + "}"
        }
    }

    private static func of(_ node: YAMLNode, _ scalar: YAMLNode.Scalar) -> String {
        if node.isNull { return "null" }
        if let flag = node.boolean { return flag ? "true" : "false" }
        let isNumber =
            scalar.isPlain && scalar.text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
        return isNumber ? scalar.text : string(scalar.text)
    }

    /// A text with its quotes.
    static func string(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
