/// How the actions of a model's controller answer, as Swift: `.json(post, in: Self.envelope)`.
struct AnswerText {
    private let model: Model
    private let texts: [Routes.Action: [StatusText]]
    private let api: API
    private let isOwn: Bool

    /// - Parameter isOwn: whether it is the controller of the model itself that answers; another one says no texts.
    init(_ model: Model, _ api: API, isOwn: Bool = true) {
        (self.model, self.api, self.isOwn) = (model, api, isOwn)
        texts = isOwn ? model.routes?.texts ?? [:] : [:]
    }

    /// The envelope; nil where it is the one that answers have anyway.
    var envelope: String? {
        switch api.envelope {
        case .data: nil
        case .none: api.success ? "Envelope(success: true)" : "Envelope.none"
        case .named:
            "Envelope.named(one: \(SwiftText.literal(model.singular)), many: \(SwiftText.literal(model.plural))"
                + (api.success ? ", success: true)" : ")")
        }
    }

    /// An answer with one record, for a comment.
    var example: String {
        let one =
            switch api.envelope {
            case .data: "\"data\": …"
            case .named: "\"\(model.singular)\": …"
            case .none: "…"
            }
        return "{\(api.success ? "\"success\": true, " : "")\(one)}"
    }

    /// Where the record of an answer is found in a test, `["post"]`; empty where it stands by itself.
    var one: String { member(model.singular) }

    /// Where the list of an answer is found in a test.
    var many: String { member(model.plural) }

    private func member(_ name: String) -> String {
        switch api.envelope {
        case .data: "[\"data\"]"
        case .named: "[\(SwiftText.literal(name))]"
        case .none: ""
        }
    }

    /// Whether the answer of an action holds the record: a text stands beside it, or in the place of a bare one.
    func showsRecord(_ action: Routes.Action) -> Bool { api.envelope != .none || success(action) == nil }

    /// `, in: Self.envelope`
    var argument: String { argument(isOwn: isOwn) }

    /// `, in: PostController.envelope` elsewhere than in that controller.
    func argument(isOwn: Bool) -> String {
        guard let envelope else { return "" }
        if isOwn { return ", in: Self.envelope" }
        return model.offeredRoutes != nil ? ", in: \(model.swiftName)Controller.envelope" : ", in: \(envelope)"
    }

    /// What follows the record in the answer of an action: the envelope, and the text where there is one.
    func tail(_ action: Routes.Action) -> String {
        argument + (success(action).map { ", message: \(SwiftText.literal($0.text))" } ?? "")
    }

    /// `created`, or `json` where the schema wants another status than 201.
    func call(_ action: Routes.Action) -> String { success(action)?.status == 200 ? "json" : "created" }

    /// `noContent`, or a message.
    var destroyed: String {
        success(.destroy).map { "message(\(SwiftText.literal($0.text))\(argument))" } ?? "noContent"
    }

    private func success(_ action: Routes.Action) -> StatusText? { texts[action]?.first(where: \.isSuccess) }
}
