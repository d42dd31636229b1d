import HTTPTypes
public import ScaffoldStorage

extension Request {
    /// What the body says of several new records of a model: a list of what ``input(for:)`` takes. What is wrong with
    /// single fields is not thrown: `bulkCreate` tells it together with what validation finds, row by row.
    ///
    /// ```swift
    /// let posts = try await Post.bulkCreate(request.inputs(for: Post.self))
    /// ```
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - limit: How many records a body may hold.
    /// - Throws: ``HTTPProblem`` if the body is no JSON list, has too many elements, or some that are no objects.
    public func inputs<Record: Model>(
        for model: Record.Type, limit: Int = 1_000
    ) async throws -> [Input<Record>] {
        try await objects(limit).map { try Input($0, assigns: [], readOnly: []) }
    }

    /// What the body says of several new records of a model, lists of names included.
    ///
    /// - Parameters: As above.
    /// - Throws: As above.
    public func inputs<Record: InputModel>(
        for model: Record.Type, limit: Int = 1_000
    ) async throws -> [Input<Record>] {
        try await objects(limit).map { try Input($0, assigns: model.assigns, readOnly: model.readOnly) }
    }

    private func objects(_ limit: Int) async throws -> [JSONObject] {
        let json = try await json()
        guard let list = json.array else {
            throw HTTPProblem(.badRequest, "The body must be a JSON list, not \(json.kind)")
        }
        guard list.count <= limit else {
            throw HTTPProblem(.contentTooLarge, "The body may hold at most \(limit) records")
        }
        let objects = list.compactMap(\.object)
        guard objects.count == list.count else {
            let wrong = list.indices.filter { list[$0].object == nil }.prefix(20)
            throw HTTPProblem(
                .unprocessableContent, "The request holds values that are not allowed",
                errors: wrong.map {
                    FieldProblem(
                        path: "[\($0)]", message: "[\($0)] must be an object, not \(list[$0].kind)", validator: "type")
                })
        }
        return objects
    }
}
