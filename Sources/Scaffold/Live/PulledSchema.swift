/// The text of a schema with what a live database has beyond it; every other byte stays.
struct PulledSchema {
    private(set) var sources: [SchemaReader.Source]
    /// What was added, in words.
    private(set) var added: [String]
    /// What could not be, and why.
    let notes: [String]

    /// - Parameter sources: the files of the schema; new models go into the first.
    init(_ live: LiveDatabase, into sources: [SchemaReader.Source]) throws(Diagnostics) {
        self.sources = sources
        let schema = try SchemaReader.read(sources)
        let style = Self.style(of: schema, live, sources.first?.text ?? "")
        let pull = Pull(live, into: schema, style: style)
        added = pull.models.map { "\($0.name) from the table '\($0.live.name)'" }
        notes = pull.notes
        for (name, entries) in pull.additions.sorted(by: { $0.key < $1.key }) {
            guard let file = schema.model(named: name)?.position.file else { continue }
            added += (entries.attributes + entries.associations).map { "\(name).\($0.key)" }
            try add(entries.attributes, at: ["models", name, "attributes"], to: file)
            try add(entries.associations, at: ["models", name, "associations"], to: file)
        }
        guard let first = sources.first else { return }
        if style == .sequelize, schema.models.isEmpty {
            self.sources[0].text = SchemaHead.set("tables", to: style.rawValue, behind: "database", in: first.text)
        }
        for model in pull.models { try add([model.entry], at: ["models"], to: first.file) }
    }

    /// How the schema calls tables; one without models takes over how the database does.
    private static func style(of schema: Schema, _ live: LiveDatabase, _ text: String) -> TableStyle {
        if schema.models.isEmpty { return PulledNames.style(of: live.tables.map(\.name)) }
        return SchemaHead.value(of: "tables", in: text).flatMap(TableStyle.init(rawValue:)) ?? .snake
    }

    private mutating func add(_ entries: [NewEntry], at path: [String], to file: String) throws(Diagnostics) {
        guard !entries.isEmpty, let place = sources.firstIndex(where: { $0.file == file }) else { return }
        let text = sources[place].text
        let root = try YAMLText(file: file, text: text).root()
        sources[place].text = try YAMLInsertion(file: file, text: text).adding(entries, at: path, in: root)
    }
}
