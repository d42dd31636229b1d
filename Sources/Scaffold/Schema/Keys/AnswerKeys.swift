/// Keys of `errors:` of `api`.
enum ErrorsKey: String, SchemaKey {
    case shape, success, validation, duplicate, first, texts

    static let noun = "key of errors"

    var entry: KeyEntry {
        switch self {
        case .shape:
            KeyEntry(
                .word(ErrorAnswers.Form.allCases.map(\.rawValue)),
                "problem for problem details, message for {\"message\": …}, error for {\"error\": …}")
        case .success: KeyEntry(.flag, "false to have \"success\": false in every error")
        case .validation: KeyEntry(.number(400...422), "The status of values that are not allowed: 422 or 400")
        case .duplicate:
            KeyEntry(.number(400...422), "The status of values that another row has already: 409, 400 or 422")
        case .first: KeyEntry(.flag, "Whether only the first mistake is told, as the error's text")
        case .texts: KeyEntry(.map(.text), "Texts by status, where an action has none: {500: internal error}")
        }
    }
}

/// Keys of `texts:` of a model's routes: the actions.
enum TextsKey: String, SchemaKey {
    case list, show, create, update, destroy

    static let noun = "action"

    var entry: KeyEntry {
        let example =
            switch self {
            case .list: "{500: Failed to get posts}"
            case .show: "{404: Post not found}"
            case .create: "{201: Post created, 409: Post exists}"
            case .update: "{200: Post updated}"
            case .destroy: "{200: Post deleted successfully}"
            }
        return KeyEntry(.map(.text), "What \(rawValue) answers, by status: \(example)")
    }

    var action: Routes.Action? { Routes.Action(rawValue: rawValue) }
}

/// Keys of `unique:` that says more than true.
enum UniqueKey: String, SchemaKey {
    case args, msg

    static let noun = "key of unique"

    var entry: KeyEntry {
        switch self {
        case .args: KeyEntry(.flag, "Whether no two rows have the same value; true unless said")
        case .msg: KeyEntry(.text, "What is told of a value that another row has already")
        }
    }
}
