public import ScaffoldStorage

/// What the API document says of a route, and the texts of its own that the route answers with.
///
/// ```swift
/// routes.get("/posts", .list(Post.listing, as: PostListView.self).text(500, "Failed to get posts"), posts.list)
/// routes.get("/posts/newest", Operation("Show the newest post").answers(200, PostView.self).fails(404), posts.newest)
/// ```
///
/// A route without one is documented by its path and captures.
public struct Operation: Sendable {
    /// What a route does with a model, for names and links.
    enum Action: String, Sendable { case list, show, create, bulkCreate, update, destroy, link, unlink }

    /// One answer that is no error.
    struct Answer: Sendable {
        var description: String?
        /// What the body is like, with a sentence for people in it or without; nil for no body.
        var schema: (@Sendable (inout SchemaBook, _ hasMessage: Bool) -> JSONSchema)?
        /// Names of headers that it may have, among the document's components.
        var headers: [String] = []
    }

    /// What it does, in a few words: `Publish a post`.
    public var summary: String?
    /// What else is to be known, in Markdown.
    public var description: String?
    /// The group that it stands in; the model's name unless said.
    public var tag: String?
    /// Its name for programs, `publishPost`; made from its action and path unless said.
    public var id: String?
    /// Whether the document leaves it out.
    public var isHidden = false
    /// What a client has to show, any one of these; nothing where there are none.
    public var security: [SecurityScheme] = []
    /// What is said instead of the usual sentence where a request ends with a status, by the status' code.
    public private(set) var texts: [Int: String] = [:]

    var action: Action?
    var model: (any Model.Type)?
    /// The model of the record that the path begins with, where that is another one.
    var owner: (any Model.Type)?
    /// Attributes that the path says, so that no body does.
    var given: Set<String> = []
    var parameters: [ParameterDescription] = []
    /// What the body is like; nil where none is read.
    var body: (@Sendable (inout SchemaBook, _ given: Set<String>) -> JSONSchema)?
    /// By status.
    var answers: [Int: Answer] = [:]
    /// What is answered with 200 instead of nothing with 204, where there is a text for it.
    var sentence: Answer?
    /// The status of each error that it may end with.
    var errors: Set<Int> = []
    /// Whether it goes on only with the version of the record that `If-Match` names.
    var comparesVersion = false
    /// Where in an answer the record stands, as a JSON pointer.
    var recordPointer = ""

    /// - Parameter summary: What it does, in a few words.
    public init(_ summary: String? = nil) {
        self.summary = summary
    }

    /// Nothing but the route's path.
    public static let undescribed = Operation()

    /// A route that the document leaves out.
    public static var hidden: Operation {
        var operation = Operation()
        operation.isHidden = true
        return operation
    }
}

extension Operation {
    /// The same operation, which says this where a request ends with a status: `.text(500, "Failed to get posts")`.
    public func text(_ status: Int, _ text: String) -> Operation {
        changed { $0.texts[status] = text }
    }

    /// The same operation with another summary.
    public func summary(_ text: String) -> Operation { changed { $0.summary = text } }

    /// The same operation with a description in Markdown.
    public func description(_ text: String) -> Operation { changed { $0.description = text } }

    /// The same operation in another group.
    public func tag(_ name: String) -> Operation { changed { $0.tag = name } }

    /// The same operation under another name for programs.
    public func id(_ name: String) -> Operation { changed { $0.id = name } }

    /// The same operation with a parameter of its query.
    public func parameter(_ parameter: ParameterDescription) -> Operation {
        changed {
            $0.parameters.append(parameter)
            $0.errors.insert(400)
        }
    }

    /// The same operation, which takes a body: a model that is to be created, or any type that has a JSON schema.
    public func takes<Body: SendableMetatype>(_ type: Body.Type) -> Operation {
        takes { book, given in
            guard let model = type as? any Model.Type else { return book.schema(of: type) }
            return book.body(of: model, for: .create, without: given)
        }
    }

    func takes(_ body: @escaping @Sendable (inout SchemaBook, Set<String>) -> JSONSchema) -> Operation {
        changed {
            $0.body = body
            $0.errors.formUnion([400, 413, 415, 422])
        }
    }

    /// The same operation with an answer.
    ///
    /// - Parameters:
    ///   - status: Its status.
    ///   - type: What is in it: a model, a projection, a list of them, or any type with a JSON schema.
    ///   - envelope: The shape of the app's answers.
    ///   - description: When it is given; made from the status unless said.
    public func answers<Value: JSONEncodable & SendableMetatype>(
        _ status: Int, _ type: Value.Type, in envelope: Envelope = .data, description: String? = nil
    ) -> Operation {
        changed {
            $0.answers[status] = Answer(description: description) { book, hasMessage in
                .enveloped(book.schema(of: type), in: envelope, hasMessage: hasMessage)
            }
        }
    }

    /// The same operation with an answer that has no body.
    public func answers(_ status: Int, description: String? = nil) -> Operation {
        changed { $0.answers[status] = Answer(description: description) }
    }

    /// The same operation with an error: `.fails(409, "The post is published already")`.
    ///
    /// - Parameters:
    ///   - status: Its status.
    ///   - text: What is said instead of the usual sentence where a request ends with it.
    public func fails(_ status: Int, _ text: String? = nil) -> Operation {
        changed {
            $0.errors.insert(status)
            if let text { $0.texts[status] = text }
        }
    }

    /// The answers by status, as the texts have them.
    var saidAnswers: [Int: Answer] {
        guard let sentence, texts[200] != nil else { return answers }
        return answers.filter { $0.key != 204 }.merging([200: sentence]) { $1 }
    }

    func changed(_ change: (inout Operation) -> Void) -> Operation {
        var operation = self
        change(&operation)
        return operation
    }
}
