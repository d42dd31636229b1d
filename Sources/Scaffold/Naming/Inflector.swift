/// Singular and plural of English names, in whichever style they are written: `BlogPost`, `blog_post`, `PEOPLE`.
///
/// The last word of a name decides: `UserEquipment` stays, `TimeSeries` stays, `SalesPerson` becomes `SalesPeople`.
/// What is plural already stays plural, what is singular stays singular.
///
///     let inflector = Inflector(overrides: ["schema": "schemata"])
///     inflector.pluralize("BlogCategory")   // BlogCategories
///     inflector.singularize("user_ids")     // user_id
struct Inflector: Equatable, Sendable {
    /// The block `inflections:` of the schema: singular to plural. A key is a word or several (`PointOfSale`),
    /// and holds wherever a name ends in them, in any style.
    var overrides: [String: String] = [:]

    /// The plural of a name.
    func pluralize(_ name: String) -> String {
        let pairs = sortedOverrides.map { NameEnding.Override(from: $0.key, to: $0.value) }
        return NameEnding.replace(in: name, overrides: pairs) { Self.plural(of: $0) }
    }

    /// The singular of a name.
    func singularize(_ name: String) -> String {
        let pairs = sortedOverrides.map { NameEnding.Override(from: $0.value, to: $0.key) }
        return NameEnding.replace(in: name, overrides: pairs) { Self.singular(of: $0) }
    }

    /// The singular for a count of 1, the plural for any other.
    func inflect(_ name: String, count: Int) -> String { count == 1 ? singularize(name) : pluralize(name) }

    /// In one order, so that two overrides with the same plural mean the same in every run.
    private var sortedOverrides: [(key: String, value: String)] { overrides.sorted { $0.key < $1.key } }
}

// One word.
extension Inflector {
    private static func plural(of word: NameEnding.Word) -> String {
        switch InflectionDictionary.english.entry(for: word.text) {
        case .uncountable, .plural: word.text
        case .singular(let plural): plural
        case nil where word.isPluralAbbreviation: word.text
        case nil where word.isAbbreviation: word.text + (word.text.last.map { "sxz".contains($0) } == true ? "es" : "s")
        case nil: isPlural(word.text) ? word.text : InflectionRules.apply(InflectionRules.plural, to: word.text)
        }
    }

    private static func singular(of word: NameEnding.Word) -> String {
        if word.isWholeName, let singular = InflectionWords.singularOfWholeName[word.text] { return singular }
        return switch InflectionDictionary.english.entry(for: word.text) {
        case .uncountable, .singular: word.text
        case .plural(let singular): singular
        case nil where word.isPluralAbbreviation: word.withoutPluralEnding
        case nil where word.isAbbreviation: word.text
        case nil: InflectionRules.apply(InflectionRules.singular, to: word.text)
        }
    }

    /// Whether a word of no table is a plural: it has a singular of its own, or (`nucleuses`) only looks like one.
    private static func isPlural(_ word: String) -> Bool {
        InflectionRules.apply(InflectionRules.singular, to: word) != word
    }
}
