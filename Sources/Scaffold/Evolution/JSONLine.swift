/// A flat JSON object on a line of its own, its members in the order given; those that are nil are left out.
struct JSONLine {
    private(set) var text: String

    init(_ members: (name: String, value: (any JSONMember)?)...) {
        let written = members.compactMap { member in
            member.value.map { "\(JSONLine.string(member.name)):\($0.json)" }
        }
        text = "{\(written.joined(separator: ","))}\n"
    }

    static func string(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case let control where control.value < 0x20 || control.value == 0x2028 || control.value == 0x2029:
                let digits = String(control.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}

/// What a ``JSONLine`` can hold.
protocol JSONMember {
    var json: String { get }
}

extension String: JSONMember {
    var json: String { JSONLine.string(self) }
}

extension Int: JSONMember {
    var json: String { String(self) }
}

extension Bool: JSONMember {
    var json: String { self ? "true" : "false" }
}

extension Array: JSONMember where Element: JSONMember {
    var json: String { "[\(map(\.json).joined(separator: ","))]" }
}
