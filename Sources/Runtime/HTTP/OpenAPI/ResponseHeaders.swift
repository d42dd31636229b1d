import HTTPTypes
import ScaffoldStorage

/// The headers of answers that a document names.
enum ResponseHeaders {
    /// What every answer has.
    static let always: JSON = all(and: [])

    /// What every answer has, and these.
    static func all(and names: [String]) -> JSON {
        var headers = JSONObject()
        for name in ["X-Request-Id"] + names { headers[name] = ["$ref": .string("#/components/headers/\(name)")] }
        return .object(headers)
    }

    /// What an error of a status has beside those.
    static func names(of status: Int) -> [String] {
        switch status {
        case 405: ["Allow"]
        case 429, 503: ["Retry-After"]
        default: []
        }
    }

    /// All of them, as components of a document.
    static let components: JSON = [
        "X-Request-Id": [
            "description": "What answer and log call the request; a client may choose it.", "required": true,
            "schema": ["type": "string", "minLength": 1, "maxLength": 128],
        ],
        "Allow": ["description": "The methods that the path takes.", "schema": ["type": "string"]],
        "Retry-After": [
            "description": "After how many seconds to try again.", "schema": ["type": "integer", "minimum": 0],
        ],
        "Link": ["description": "The pages beside this one (RFC 8288).", "schema": ["type": "string"]],
        "X-Total-Count": [
            "description": "How many records there are in all.", "schema": ["type": "integer", "minimum": 0],
        ],
    ]
}
