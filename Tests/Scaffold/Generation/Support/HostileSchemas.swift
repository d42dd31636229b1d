@testable import scaffold

extension Schema {
    /// Texts that would leave their literals and comments if they could.
    static let hostile: Schema = {
        let wicked = #"""; exit(1) \(fatalError()) \u{0} ' /* */ 😀 "#
        let lines = "first\nsecond\r\n\tthird\u{2028}fourth\u{202E}\u{0}"
        return Schema.test(
            "evil-app", prefix: "/a\"b\\(c)",
            models: [
                ModelBuilder("Wicked", table: "wicked\"table\\(1)")
                    .attribute("text", .text, required: true, default: .string(wicked)) {
                        $0.comment = lines + wicked
                        $0.validations = [
                            Validation(name: "len", arguments: [.integer(1), .integer(9)], message: wicked + lines),
                            Validation("contains", .string(wicked)), Validation("is", .string(#"^\d+"\(x)$"#)),
                        ]
                    }
                    .attribute("field", .string(255), default: .string(lines)) { $0.field = "fi\"eld\\(0)" }
                    .attribute("expression", .integer, default: .sql("1); DROP TABLE x; -- \"\\(y)"))
                    .attribute("document", .json, default: .json(#"{"a": "\"}"#))
                    .attribute(
                        "kind",
                        .enum(
                            typeName: "WickedKind",
                            cases: [
                                EnumCase(value: "\"\\(a)", swiftName: "a"), EnumCase(value: "b\nc", swiftName: "b"),
                            ]), default: .enumCase("\"\\(a)")
                    )
                    .index(fields: ["text"], name: "in\"dex\\(z)")
                    .routes()
            ])
    }()

    /// Long names, so that most lines have to be broken.
    static let long: Schema = {
        func name(_ start: String) -> String { start + String(repeating: "Word", count: 5) }
        var model = ModelBuilder(name("Model")).attribute(name("title"), .string(200), required: true)
        for number in 1...12 { model = model.attribute(name("a\(number)"), .text, required: true) { $0.trim = true } }
        model =
            model
            .belongsTo(name("Other"), as: name("other"), required: true)
            .has(.hasMany, name("Other"), as: name("others"), key: name("model") + "Id")
            .routes(
                list: [.init(association: name("other"), attributes: ["id", name("label")])],
                filter: [.init(name: name("filter"), attribute: name("title"))],
                search: [name("title"), name("a1"), name("a2")],
                order: [.init(attribute: name("title"), descending: true)]
            )
            .nested(name("other"), name("others"))
        return Schema.test(
            "a-very-long-name",
            models: [
                model,
                ModelBuilder(name("Other")).attribute(name("label"), .string(40), required: true)
                    .belongsTo(name("Model"), as: name("model"))
                    .has(.hasOne, name("Model"), as: name("first"), key: name("other") + "Id").routes()
                    .nested(name("model"), name("first")),
            ])
    }()
}
