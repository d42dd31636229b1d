/// What models, attributes and associations are called otherwise now, and what that makes of the names in code.
///
/// A name is only changed where generated code has changed it: `PostController` becomes `ArticleController` where the
/// code said the one and says the other now.
///
/// ```swift
/// var names = NewNames()
/// names.add("Post", now: "Article")
/// names.mapping(from: ["Post", "getPosts", "Postal"], to: ["Article", "getPosts"])   // ["Post": "Article"]
/// ```
struct NewNames: Equatable, Sendable {
    /// `Post` and `Article`, `post` and `article`, `posts` and `articles` …: what part of a name becomes what, the longest
    /// first.
    private(set) var forms: [Form] = []

    struct Form: Equatable, Sendable {
        var old: String
        var new: String
    }

    var isEmpty: Bool { forms.isEmpty }

    /// A thing has another name now.
    ///
    /// - Parameters:
    ///   - old: a model, an attribute or an association as the schema called it.
    ///   - new: what it calls it now.
    ///   - inflector: how names are put into the plural.
    mutating func add(_ old: String, now new: String, inflector: Inflector = Inflector()) {
        let spellings: [(String) -> String] = [
            { $0 }, { inflector.singularize($0) }, { inflector.pluralize($0) },
        ]
        for spell in spellings {
            let (before, after) = (spell(old), spell(new))
            for style in [{ $0 }, NameStyle.upperCamel, NameStyle.lowerCamel] as [(String) -> String] {
                let form = Form(old: style(before), new: style(after))
                if form.old != form.new, !forms.contains(where: { $0.old == form.old }) { forms.append(form) }
            }
        }
        forms.sort { ($0.old.count, $1.old) > ($1.old.count, $0.old) }
    }

    /// What becomes of names that are gone: those whose new form has come.
    ///
    /// - Parameters:
    ///   - old: the names that generated code had.
    ///   - new: the names that it has now.
    func mapping(from old: Set<String>, to new: Set<String>) -> [String: String] {
        guard !isEmpty else { return [:] }
        var mapping: [String: String] = [:]
        for name in old where !new.contains(name) {
            guard let renamed = renamed(name), new.contains(renamed) else { continue }
            mapping[name] = renamed
        }
        return mapping
    }

    /// A name with every old part in its new form; nil when it has none.
    func renamed(_ name: String) -> String? {
        let characters = Array(name)
        var result = ""
        var place = 0
        var isChanged = false
        while place < characters.count {
            if let form = forms.first(where: { Self.stands($0.old, at: place, in: characters) }) {
                result += form.new
                place += form.old.count
                isChanged = true
            } else {
                result.append(characters[place])
                place += 1
            }
        }
        return isChanged ? result : nil
    }

    /// Whether a part stands there as a word of its own: `Post` in `getPosts` does not, `Posts` does.
    private static func stands(_ part: String, at place: Int, in name: [Character]) -> Bool {
        let end = place + part.count
        guard end <= name.count, name[place..<end].elementsEqual(part) else { return false }
        if end < name.count, name[end].isLowercase { return false }
        guard place > 0, let first = part.first else { return true }
        let before = name[place - 1]
        return first.isUppercase ? !before.isUppercase : !(before.isLetter || before.isNumber)
    }
}
