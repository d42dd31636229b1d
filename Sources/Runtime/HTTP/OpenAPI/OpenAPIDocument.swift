package import ScaffoldStorage

/// An app's API in the words of OpenAPI 3.1, put together from its routes and their operations.
package struct OpenAPIDocument: Sendable {
    private let routes: [Route]
    private let ids: [String]
    private let captures: CaptureTypes
    private let links: OperationLinks
    private let problems: ProblemAnswers
    private let title: String
    private var book = SchemaBook()
    private var sharedResponses = JSONObject()

    /// - Parameters:
    ///   - title: The app's name.
    ///   - routes: Its routes, in the order of the document.
    ///   - errors: The shape of its errors.
    ///   - middleware: What all of its requests pass.
    package init(title: String, routes: [Route], errors: ErrorFormat, middleware: [any Middleware] = []) {
        self.title = title
        self.routes = routes.filter { !$0.operation.isHidden }.map { $0.documented(by: middleware) }
        ids = OperationNames.of(self.routes)
        captures = CaptureTypes(self.routes)
        links = OperationLinks(self.routes, ids)
        problems = ProblemAnswers(format: errors)
    }

    /// The whole document.
    package func json() -> JSON {
        var document = self
        return document.made()
    }

    private mutating func made() -> JSON {
        let problem = book.component(named: "Problem", problems.schema)
        var paths = JSONObject()
        for (route, id) in zip(routes, ids) {
            let path = route.openAPIPath
            var item = paths[path]?.object ?? JSONObject()
            item[route.method.rawValue.lowercased()] = operation(of: route, id, problem)
            paths[path] = .object(item)
        }
        shareResponse(405, problem)
        var document = JSONObject()
        document["openapi"] = "3.1.0"
        document["info"] = info
        document["servers"] = [["url": "/"]]
        if !tags.isEmpty { document["tags"] = .array(tags.map { ["name": .string($0)] }) }
        document["paths"] = .object(paths)
        document["components"] = components
        document["x-models"] = DocumentedModels.json(of: routes)
        return .object(document)
    }

    private var info: JSON {
        [
            "title": .string(title), "version": "1.0.0",
            "description": .string(
                "Bodies are JSON in UTF-8; texts never hold the character NUL. Every answer has the header `X-Request-Id`, "
                    + "which the log has too. A path that is there answers a method that it does not take with 405 and "
                    + "`Allow`, `HEAD` like `GET` without a body, and `OPTIONS` with its methods."),
        ]
    }

    /// The groups of operations, in the order of the routes.
    private var tags: [String] {
        routes.compactMap(tag).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func tag(of route: Route) -> String? {
        route.operation.tag ?? route.operation.model?.table.model
    }

    private var components: JSON {
        var components = JSONObject()
        components["schemas"] = .object(book.components)
        components["responses"] = .object(sharedResponses)
        components["headers"] = ResponseHeaders.components
        if routes.contains(where: \.operation.comparesVersion) {
            components["parameters"] = ["If-Match": ResponseHeaders.ifMatch]
        }
        var schemes = JSONObject()
        for scheme in routes.flatMap(\.operation.security) { schemes[scheme.name] = .object(scheme.keywords) }
        if !schemes.isEmpty { components["securitySchemes"] = .object(schemes) }
        return .object(components)
    }
}

// MARK: One operation

extension OpenAPIDocument {
    private mutating func operation(of route: Route, _ id: String, _ problem: JSONSchema) -> JSON {
        let operation = route.operation
        var json = JSONObject()
        json["operationId"] = .string(id)
        if let tag = tag(of: route) { json["tags"] = [.string(tag)] }
        json["summary"] = .string(operation.summary ?? route.usualSummary)
        if let description = operation.description { json["description"] = .string(description) }
        let ifMatch: [JSON] = operation.comparesVersion ? [["$ref": "#/components/parameters/If-Match"]] : []
        let parameters = captures.parameters(of: route) + operation.parameters.map(\.openAPI) + ifMatch
        if !parameters.isEmpty { json["parameters"] = .array(parameters) }
        if let body = operation.body {
            let schema = body(&book, operation.given)
            json["requestBody"] = requestBody(schema)
        }
        json["responses"] = .object(responses(of: route, problem))
        if !operation.security.isEmpty {
            json["security"] = .array(operation.security.map { .object(JSONObject([$0.name: []])) })
        }
        return .object(json)
    }

    private func requestBody(_ schema: JSONSchema) -> JSON {
        ["required": true, "content": ["application/json": content(schema)]]
    }

    private func content(_ schema: JSONSchema) -> JSON {
        let example = ExampleValue(components: book.components).value(of: schema.json)
        var content = JSONObject()
        content["schema"] = schema.json
        content["example"] = example
        return .object(content)
    }

    private mutating func responses(of route: Route, _ problem: JSONSchema) -> JSONObject {
        let operation = route.operation
        var found: [Int: JSON] = [:]
        for (status, answer) in operation.saidAnswers { found[status] = response(status, answer, of: route) }
        var samples: [Int: [ProblemAnswers.Sample]] = [:]
        for code in operation.errors.sorted() {
            for sample in problems.samples(of: code, route: route) {
                samples[sample.status, default: []].append(sample)
            }
        }
        for (status, some) in samples { found[status] = error(status, some, of: route, problem) }
        var responses = found.sorted { $0.key < $1.key }.reduce(into: JSONObject()) { $0["\($1.key)"] = $1.value }
        if operation.answers.isEmpty {
            responses["default"] = [
                "description": "Whatever the route answers.", "headers": ResponseHeaders.always,
            ]
        }
        return responses
    }

    private mutating func response(_ status: Int, _ answer: Operation.Answer, of route: Route) -> JSON {
        var json = JSONObject()
        json["description"] = .string(answer.description ?? route.operation.texts[status] ?? route.usualAnswer(status))
        json["headers"] = ResponseHeaders.all(and: answer.headers)
        guard let make = answer.schema else { return .object(json) }
        let schema = make(&book, route.operation.texts[status] != nil)
        json["content"] = ["application/json": content(schema)]
        if let links = links.links(of: route, members: members(at: route.operation.recordPointer, of: schema)) {
            json["links"] = links
        }
        return .object(json)
    }

    /// The names of the members of what stands at a place of an answer.
    private func members(at pointer: String, of schema: JSONSchema) -> [String] {
        var place = schema.json
        for step in pointer.split(separator: "/").map(String.init) {
            place = Int(step) == nil ? resolved(place)["properties"][step] : resolved(place)["items"]
        }
        return resolved(place)["properties"].object?.names ?? []
    }

    private func resolved(_ schema: JSON) -> JSON {
        guard let name = schema["$ref"].string?.split(separator: "/").last else { return schema }
        return book.components[String(name)] ?? .null
    }
}

// MARK: Errors

extension OpenAPIDocument {
    /// An error as all routes answer it, or as this route does, where it has words of its own for it.
    private mutating func error(
        _ status: Int, _ samples: [ProblemAnswers.Sample], of route: Route, _ problem: JSONSchema
    ) -> JSON {
        guard route.operation.texts[status] == nil else {
            return errorResponse(status, samples, problem, route.operation.texts[status])
        }
        shareResponse(status, problem, samples)
        return ["$ref": .string("#/components/responses/\(Self.name(of: status))")]
    }

    private mutating func shareResponse(
        _ status: Int, _ problem: JSONSchema, _ samples: [ProblemAnswers.Sample]? = nil
    ) {
        let name = Self.name(of: status)
        guard sharedResponses[name] == nil else { return }
        sharedResponses[name] = errorResponse(status, samples ?? problems.samples(of: status), problem, nil)
    }

    private func errorResponse(
        _ status: Int, _ samples: [ProblemAnswers.Sample], _ problem: JSONSchema, _ text: String?
    ) -> JSON {
        var json = JSONObject()
        json["description"] = .string(text ?? ProblemAnswers.description(of: status))
        json["headers"] = ResponseHeaders.all(and: ResponseHeaders.names(of: status))
        var content = JSONObject()
        for sample in samples where content[sample.mediaType] == nil {
            var media = JSONObject()
            media["schema"] = problem.json
            media["example"] = sample.body
            content[sample.mediaType] = .object(media)
        }
        json["content"] = .object(content)
        return .object(json)
    }

    /// `NotFound` of 404.
    private static func name(of status: Int) -> String {
        let words = KnownStatus.phrase(of: status).split(separator: " ")
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
