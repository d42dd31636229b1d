/// Reads schema.yml, and more files beside it, into a ``Schema`` that is checked and complete.
///
/// ```swift
/// let schema = try SchemaReader.read([.init(file: "schema.yml", text: text)])
/// ```
///
/// Stages: every file to a tree with positions (``YAMLText``), every model on its own (``ModelReader``), what models
/// say of each other (``AssociationResolver``), what needs all of that (``ModelFinisher``), and names (``NameChecks``).
struct SchemaReader {
    /// The text of one file.
    struct Source: Sendable {
        /// As it is shown in messages: the path from the app's folder.
        var file: String
        var text: String
    }

    /// Reads the files as one namespace.
    ///
    /// - Parameter sources: `schema.yml` first; what stands at the top may stand in any of them, once.
    /// - Throws: Every mistake, each with file, line, column, cause and the nearest valid word.
    static func read(_ sources: [Source]) throws(Diagnostics) -> Schema {
        let problems = Problems()
        var reader = SchemaReader(problems: problems)
        var unreadable: [Diagnostic] = []
        for source in sources {
            do {
                let root = try YAMLText(file: source.file, text: source.text).root()
                if let root, !root.isNull { reader.readTop(root) }
            } catch {
                unreadable += error.all
            }
        }
        // What is in a file that cannot be read is not known, so nothing is said of what refers to it.
        guard unreadable.isEmpty else { throw Diagnostics(all: Diagnostics(all: unreadable).sorted) }
        let start = SourcePosition(file: sources.first?.file ?? "schema.yml", line: 1, column: 1)
        let schema = reader.finish(start)
        guard problems.all.isEmpty else { throw Diagnostics(all: Diagnostics(all: problems.all).sorted) }
        return schema
    }

    private static let maximumNameLength = 48

    private let problems: Problems
    private var seen: [TopKey: SourcePosition] = [:]
    private var name: String?
    private var database = DatabaseEngine.sqlite
    private var api = API()
    private var inflector = Inflector()
    private var tables = TableStyle.snake
    private var entries: [YAMLNode.Entry] = []

    private init(problems: Problems) { self.problems = problems }

    private mutating func readTop(_ root: YAMLNode) {
        guard let top = Block<TopKey>(root, owner: "the schema", problems) else { return }
        for key in TopKey.allCases where key != .models && top[key] != nil {
            if let first = seen[key] {
                problems.error(
                    "'\(key.rawValue)' stands in two files", at: top.place(of: key),
                    "first in \(first.file):\(first.line)")
            }
            seen[key] = top.place(of: key)
        }
        if let scalar = top.text(.name) { readName(scalar) }
        if let engine = readDatabase(top) { database = engine }
        if let node = top[.api], let block = Block<APIKey>(node, owner: "api", problems) { readAPI(block) }
        if let naming = top.word(.tables, TableStyle.self) { tables = naming }
        if let node = top[.inflections] { readInflections(node) }
        if let node = top[.models], !node.isNull { readModels(node) }
    }

    private mutating func readName(_ scalar: YAMLNode.Scalar) {
        let isName =
            scalar.text.first.map { $0.isASCII && $0.isLetter } == true
            && scalar.text.utf8.count <= Self.maximumNameLength && scalar.text.last != "-"
            && scalar.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard isName else {
            problems.error(
                "the app's name '\(Shown.text(scalar.text))' has to begin with a letter and to be made of at most "
                    + "\(Self.maximumNameLength) letters a to z, digits and hyphens",
                at: scalar.position, "write something like 'my-shop'")
            return
        }
        name = scalar.text
    }

    private func readDatabase(_ top: Block<TopKey>) -> DatabaseEngine? {
        guard let word = top.text(.database)?.text.lowercased() else { return nil }
        let known = ["postgres": "postgresql", "pg": "postgresql", "mariadb": "mysql", "sqlite3": "sqlite"]
        guard let meant = known[word] else { return top.word(.database, DatabaseEngine.self) }
        problems.error(
            "unknown value of 'database': '\(word)'", at: top[.database]?.position, "did you mean '\(meant)'?")
        return nil
    }

    private mutating func readAPI(_ block: Block<APIKey>) {
        if let envelope = block.text(.envelope), envelope.text != "data" {
            if ["named", "none", "success"].contains(envelope.text) {
                problems.notYet("'envelope: \(envelope.text)' is", at: envelope.position)
            } else {
                problems.unknown("value of 'envelope':", envelope.text, at: envelope.position, among: ["data"])
            }
        }
        let limits = AccessReader(problems: problems)
        if let cors = block[.cors] { api.cors = limits.cors(cors) }
        if let limit = block.text(.rateLimit) { api.rateLimit = limits.rateLimit(limit) }
        guard let prefix = block[.prefix], let scalar = prefix.scalar else {
            _ = block.text(.prefix)
            return
        }
        if prefix.isNull || scalar.text == "/" {
            api.prefix = ""
        } else if let problem = RoutePath.problem(scalar.text) {
            problems.error(problem.message, at: scalar.position, problem.suggestion)
        } else {
            api.prefix = scalar.text
        }
    }

    private mutating func readInflections(_ node: YAMLNode) {
        guard case .map(let map) = node else {
            problems.error(
                "'inflections' has to map singulars to plurals, not \(node.kind)", at: node.position,
                "inflections: {cafe: cafes}")
            return
        }
        for entry in map.entries {
            guard let plural = entry.value.scalar, !entry.value.isNull else {
                problems.error(
                    "the plural of '\(Shown.text(entry.key.text))' has to be a word", at: entry.value.position)
                continue
            }
            for word in [entry.key, plural] {
                if let problem = NameRules.plain(word.text, .model) {
                    problems.error(problem.message, at: word.position, problem.suggestion)
                }
            }
            inflector.overrides[entry.key.text] = plural.text
        }
    }

    private mutating func readModels(_ node: YAMLNode) {
        guard case .map(let map) = node else {
            problems.error(
                "'models' has to map names to models, not \(node.kind)", at: node.position,
                "models: {Post: {attributes: {title: string!}}}")
            return
        }
        entries += map.entries
    }

    private func finish(_ start: SourcePosition) -> Schema {
        if seen[.name] == nil {
            problems.error("the app's name is missing", at: start, "begin with a line such as 'name: blog'")
        }
        let models = entries.compactMap {
            ModelReader(problems: problems, inflector: inflector, tables: tables).read($0)
        }
        let table = ModelTable(NameChecks.distinct(models, problems), problems)
        FormerNames(problems: problems).check(table.drafts)
        AssociationResolver(table: table, problems: problems).resolve()
        let finisher = ModelFinisher(table: table, inflector: inflector, database: database, problems: problems)
        let finished = table.drafts.map(finisher.finish)
        NameChecks(problems: problems, inflector: inflector).check(finished)
        return Schema(name: name ?? "", database: database, api: api, models: finished, inflector: inflector)
    }
}
