import FoundationEssentials

/// The evolution of a schema with all that is said of it, and what is still to be asked.
struct Inquiry {
    let evolution: Evolution
    /// Renames first, then values, then losses; none where the migrations can be written.
    private(set) var questions: [Question] = []

    private let recorded: [String: Table]
    private let schema: Schema
    private let models: [String: Model]
    private let answers: Answers
    /// How much there is to lose, where somebody has counted it.
    private let counts: LiveCounts

    /// - Parameters:
    ///   - recorded: the tables as the last migrations left them.
    ///   - schema: what is wanted now.
    ///   - hints: what is said already.
    ///   - existing: the migrations that there are; new ones are named behind them.
    ///   - now: the moment that names are made of.
    ///   - counts: how much there is to lose, where somebody has counted it.
    /// - Throws: ``Diagnostics`` for hints that name nothing.
    init(
        from recorded: [Table], to schema: Schema, hints: [Hint] = [], existing: [MigrationName] = [], now: Date,
        counts: LiveCounts = LiveCounts()
    ) throws {
        self.counts = counts
        answers = try Answers(hints, recorded: recorded, schema: schema)
        evolution = try Evolution(
            from: recorded, to: schema, renames: answers.renames, backfills: answers.backfills, existing: existing,
            now: now)
        self.recorded = Dictionary(recorded.map { ($0.name, $0) }) { first, _ in first }
        self.schema = schema
        models = Dictionary(schema.models.map { ($0.tableName, $0) }) { first, _ in first }
        questions = renameQuestions()
        // What may be another thing's new name needs no value before that is known.
        let mayBeRenamed = Set(questions.flatMap(\.answers).compactMap(\.hint.newPath))
        questions += evolution.needs.compactMap(question).filter { !mayBeRenamed.contains($0.subject) }
        let asked = Set(questions.map(\.subject))
        questions += lossQuestions().filter { !asked.contains($0.subject) }
    }
}

// Is it the same under another name?
extension Inquiry {
    /// Pairs that have less in common than this are two things.
    private static let leastLikeness = 0.35
    /// So many new names are offered for one that is gone.
    private static let mostNames = 3

    private func renameQuestions() -> [Question] {
        var order: [SchemaPath] = []
        var answers: [SchemaPath: [Question.Answer]] = [:]
        var positions: [SchemaPath: SourcePosition] = [:]
        for candidate in evolution.candidates where isWorthAsking(candidate) {
            guard let (path, name, position) = self.names(candidate), !isDropped(path) else { continue }
            if answers[path] == nil { order.append(path) }
            guard answers[path, default: []].count < Self.mostNames else { continue }
            answers[path, default: []].append(
                .init(hint: .rename(path, to: name), meaning: "it is called \(name) now and keeps what it holds"))
            positions[path] = positions[path] ?? position
        }
        return order.map { path in
            let new = answers[path] ?? []
            let names = new.map { "'\($0.hint.newName)'" }.joined(separator: " or ")
            let drop = Question.Answer(hint: .drop(path), meaning: dropMeaning(path))
            return Question(
                kind: .rename, subject: path,
                text:
                    "'\(path)' is gone, and \(names) \(new.count == 1 ? "is" : "are") new: is it the same under another name?",
                position: positions[path], answers: new + [drop])
        }
    }

    private func isWorthAsking(_ candidate: RenameCandidate) -> Bool {
        if case .value = candidate.subject { return true }
        return candidate.likeness >= Self.leastLikeness
    }

    private func dropMeaning(_ path: SchemaPath) -> String {
        if path.value != nil { return "it goes; the database refuses that while a row has it" }
        return path.member == nil ? "the table goes with every row" : "the column goes with what it holds"
    }

    /// What a candidate is about, in the schema's words.
    private func names(_ candidate: RenameCandidate) -> (path: SchemaPath, name: String, position: SourcePosition?)? {
        switch candidate.subject {
        case .table:
            guard let old = recorded[candidate.old], let new = models[candidate.new] else { return nil }
            return (SchemaPath(old.model), new.name, new.position)
        case .column(let table):
            guard let old = recorded[table], let model = model(of: old),
                let column = old.column(named: candidate.old),
                let new = model.columns.first(where: { $0.field == candidate.new })
            else { return nil }
            return (SchemaPath(old.model, column.attribute), new.name, new.position)
        case .value(let table, let name):
            guard let old = recorded[table], let model = model(of: old), let column = old.column(named: name) else {
                return nil
            }
            let path = SchemaPath(old.model, column.attribute, value: candidate.old)
            return (path, candidate.new, model.position)
        }
    }

    /// The model that a recorded table belongs to now.
    private func model(of table: Table) -> Model? {
        if let renamed = answers.renames.tables[table.name] { return models[renamed] }
        return schema.model(named: table.model) ?? models[table.name]
    }
}

// What do rows that are there get?
extension Inquiry {
    private func question(_ need: NeedsValue) -> Question? {
        guard let model = models[need.table],
            let attribute = model.columns.first(where: { $0.field == need.column })
        else { return nil }
        let path = SchemaPath(model.name, attribute.name)
        let example = attribute.references == nil ? "none" : "1"
        return Question(
            kind: .value, subject: path,
            text: need.isNew
                ? "'\(path)' is new and must have a value: what do rows of '\(need.table)' get that are there already?"
                : "'\(path)' must have a value from now on: what do rows of '\(need.table)' get that have none?",
            position: attribute.position,
            answers: [
                .init(hint: .backfill(path, example), meaning: "this value, or another", isOpen: true),
                .init(
                    hint: .backfill(path, "sql:lower(id)"), meaning: "what an expression of the database comes to",
                    isOpen: true),
            ])
    }
}

// May it be lost?
extension Inquiry {
    private func lossQuestions() -> [Question] {
        guard !answers.allowsDataLoss else { return [] }
        return evolution.migrations.flatMap(\.up).compactMap { operation in
            guard let loss = operation.loss, let subject = subject(of: operation), !isDropped(subject) else {
                return nil
            }
            var allowed = [Question.Answer(hint: .allowDataLoss, meaning: "this, and all else that is lost, may go")]
            if operation.dropsItsSubject {
                allowed.insert(.init(hint: .drop(subject), meaning: "this may go"), at: 0)
            }
            return Question(
                kind: .loss, subject: subject,
                text: "'\(subject)': \(loss)\(counts.text(of: operation)). May it be lost?",
                position: models[operation.table]?.position, answers: allowed)
        }
    }

    private func subject(of operation: Operation) -> SchemaPath? {
        switch operation {
        case .dropTable(let table): SchemaPath(table.model)
        case .removeColumn(let table, let column): SchemaPath(formerModel(of: table), column.attribute)
        case .changeColumn(let table, _, let column): SchemaPath(formerModel(of: table), column.attribute)
        default: nil
        }
    }

    /// The name that the model of a table had before.
    private func formerModel(of table: String) -> String {
        models[table].flatMap(answers.table)?.model ?? models[table]?.name ?? table
    }

    /// Whether it is said that a thing may go, by its model's name before or now.
    private func isDropped(_ path: SchemaPath) -> Bool {
        if answers.dropped.contains(path) { return true }
        guard let table = recorded.values.first(where: { $0.model == path.model }), let model = model(of: table) else {
            return false
        }
        return answers.dropped.contains(SchemaPath(model.name, path.member, value: path.value))
    }
}

extension Operation {
    fileprivate var dropsItsSubject: Bool {
        switch self {
        case .dropTable, .removeColumn: true
        default: false
        }
    }
}

extension Hint {
    /// What a renamed attribute is called now, if its model has kept its name.
    fileprivate var newPath: SchemaPath? {
        if case .rename(let path, let name) = self, path.member != nil, path.value == nil {
            SchemaPath(path.model, name)
        } else {
            nil
        }
    }

    /// The new name that it gives.
    fileprivate var newName: String {
        if case .rename(_, let name) = self { name } else { "" }
    }
}
