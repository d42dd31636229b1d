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

    /// The parameter by which a client says which version of a record it knows.
    static let ifMatch: JSON = [
        "name": "If-Match", "in": "header", "schema": ["type": "string"],
        "description":
            "The version of the record that the client knows, as `ETag` named it; 412 if it has another one.",
    ]

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
        "Location": ["description": "The path of the new record.", "schema": ["type": "string"]],
        "ETag": ["description": "The record's version, for `If-Match`.", "schema": ["type": "string"]],
        "Link": ["description": "The pages beside this one (RFC 8288).", "schema": ["type": "string"]],
        "X-Total-Count": [
            "description": "How many records there are in all.", "schema": ["type": "integer", "minimum": 0],
        ],
    ]
}
