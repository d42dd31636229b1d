/// Reads how the app answers: `envelope`, `success` and `errors` of `api`, and checks that names leave room for it.
struct AnswersReader {
    let problems: Problems

    func read(_ block: Block<APIKey>, _ api: inout API) {
        if let envelope = block.word(.envelope, EnvelopeStyle.self) { api.envelope = envelope }
        if let success = block.flag(.success) { api.success = success }
        if api.success, api.envelope == .data {
            problems.error(
                "'success' goes with named answers and bare ones, not with {\"data\": …}",
                at: block.place(of: .success), "write 'envelope: named'")
        }
        if let node = block[.errors], let errors = Block<ErrorsKey>(node, owner: "'errors' of 'api'", problems) {
            api.errors = self.errors(errors)
        }
    }

    private func errors(_ block: Block<ErrorsKey>) -> ErrorAnswers {
        var errors = ErrorAnswers()
        if let form = block.word(.shape, ErrorAnswers.Form.self) { errors.form = form }
        if let success = block.flag(.success) {
            errors.saysSuccess = true
            if success {
                problems.error(
                    "an error is no success", at: block.place(of: .success),
                    "write 'success: false', which every error then says")
            }
        }
        errors.validation = status(.validation, among: [422, 400], block) ?? errors.validation
        errors.duplicate = status(.duplicate, among: [409, 400, 422], block) ?? errors.duplicate
        if let first = block.flag(.first) { errors.first = first }
        if let texts = block[.texts] {
            errors.texts = StatusTextReader(problems: problems).read(
                texts, owner: "'texts' of 'errors'", successes: [])
        }
        return errors
    }

    private func status(_ key: ErrorsKey, among known: [Int], _ block: Block<ErrorsKey>) -> Int? {
        guard let node = block[key] else { return nil }
        if let status = node.integer, known.contains(status) { return status }
        problems.error(
            "'\(key.rawValue)' has to be a status, not \(node.kind)", at: node.position,
            "known: \(known.map(String.init).joined(separator: ", "))")
        return nil
    }

    /// Names of models and attributes that answers use for something else.
    func check(_ models: [Model], _ api: API) {
        for model in models {
            guard let routes = model.routes else { continue }
            var taken: Set<String> = api.success ? ["success"] : []
            if api.envelope == .named {
                let says = routes.texts.contains { $0.key != .destroy && $0.value.contains(where: \.isSuccess) }
                if says { taken.insert("message") }
                taken.insert("pagination")
            }
            let names = api.envelope == .named ? [model.singular, model.plural] : model.shownNames
            guard api.envelope != .data, let name = names.first(where: taken.contains) else { continue }
            problems.error(
                "'\(name)' of '\(model.name)' would stand twice in an answer: '\(name)' is there already",
                at: model.position, "write 'envelope: data', or choose another name")
        }
    }
}

extension Model {
    /// The members of a record in an answer.
    fileprivate var shownNames: [String] { attributes.filter(\.isReadable).map(\.name) + associations.map(\.name) }
}
