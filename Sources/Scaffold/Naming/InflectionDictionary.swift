/// The words of ``InflectionWords``, made ready for looking up in both directions.
struct InflectionDictionary: Sendable {
    static let english = InflectionDictionary()

    /// The number of a word that the tables know.
    enum Entry: Equatable {
        case uncountable
        case singular(plural: String)
        case plural(singular: String)
    }

    private var uncountable: Set<String>
    private var plurals: [String: String] = [:]
    private var singulars: [String: String] = [:]
    private var combining: [(ending: String, entry: Entry)] = []

    private init() {
        uncountable = Set(InflectionWords.uncountable)
        for (singular, plural) in InflectionWords.irregular { add(singular, plural) }
        for word in InflectionWords.ves { add(word, word.drop(trailing: "e").dropLast() + "ves") }
        for word in InflectionWords.oes + InflectionWords.singularInS { add(word, word + "es") }
        for word in InflectionWords.plainS { add(word, word + "s") }
        for (singular, plural) in InflectionWords.alsoPlural { singulars[plural] = singular }
        for word in InflectionWords.combining {
            guard let plural = plurals[word] else {
                combining.append((word, .uncountable))
                continue
            }
            combining += [(word, .singular(plural: plural)), (plural, .plural(singular: word))]
        }
    }

    /// The first meaning of a form wins (`axes` is of axis).
    private mutating func add(_ singular: String, _ plural: String) {
        plurals[singular] = plurals[singular] ?? plural
        singulars[plural] = singulars[plural] ?? singular
    }

    /// What the tables say of a word in lower case, also where it ends in a word that combines.
    func entry(for word: String) -> Entry? {
        if uncountable.contains(word) { return .uncountable }
        if let plural = plurals[word] { return .singular(plural: plural) }
        if let singular = singulars[word] { return .plural(singular: singular) }
        // Three letters before it at least, so that `olives` is not of `lives`, nor `blouse` of `louse`.
        let found = combining.first { word.count >= $0.ending.count + 3 && word.hasSuffix($0.ending) }
        guard let (ending, entry) = found else { return nil }
        let start = word.dropLast(ending.count)
        return switch entry {
        case .uncountable: .uncountable
        case .singular(let plural): .singular(plural: start + plural)
        case .plural(let singular): .plural(singular: start + singular)
        }
    }
}

extension String {
    /// Without `ending`, if it ends so.
    fileprivate func drop(trailing ending: String) -> Substring {
        hasSuffix(ending) ? dropLast(ending.count) : self[...]
    }
}
