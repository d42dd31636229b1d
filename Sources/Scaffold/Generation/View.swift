import Mustache

/// What a template may ask for, by name: text, a condition, another view or a list of them.
///
/// Text is ready to be placed: names are escaped, literals carry their quotes, long lines are broken.
struct View: MustacheParent, ExpressibleByDictionaryLiteral {
    private(set) var members: [String: Any]

    init(dictionaryLiteral elements: (String, Any)...) {
        members = Dictionary(uniqueKeysWithValues: elements)
    }

    func child(named name: String) -> Any? { members[name] }

    /// This view with the members of `other` added.
    func merging(_ other: View) -> View {
        var merged = self
        merged.members.merge(other.members) { _, new in new }
        return merged
    }
}

extension [View] {
    /// The same views, each knowing whether it is the `first` and whether another follows (`more`).
    func numbered() -> [View] {
        enumerated().map { place, view in
            view.merging(["first": place == 0, "more": place < count - 1])
        }
    }
}

/// The outermost view: a name that gets here and is not found is unknown to all.
final class RootView: MustacheParent {
    private let view: View
    private(set) var unknown: Set<String> = []

    init(_ view: View) { self.view = view }

    func child(named name: String) -> Any? {
        if let child = view.child(named: name) { return child }
        unknown.insert(name)
        return nil
    }
}
