/// A model or a request broke one rule or more; nothing was written.
///
/// Every broken rule is an item, in the order of the attributes. ``firstOfEachPath`` is what an answer shows.
public struct ValidationError: Error, Sendable, Hashable {
    /// Everything that is wrong.
    public var items: [ValidationErrorItem]

    /// Creates an error of these items.
    public init(items: [ValidationErrorItem]) {
        self.items = items
    }

    /// The first item of each attribute: a text that is too short and no address either is told one thing at a time.
    public var firstOfEachPath: [ValidationErrorItem] {
        var seen: Set<String> = []
        return items.filter { seen.insert($0.path).inserted }
    }

    /// The items of one attribute.
    public func items(of path: String) -> [ValidationErrorItem] {
        items.filter { $0.path == path }
    }
}

extension ValidationError: CustomStringConvertible {
    /// Sequelize's form: `Validation error: Validation len on title failed`, one line an item.
    public var description: String {
        items.map { "\($0.type.rawValue): \($0.message)" }.joined(separator: ",\n")
    }
}
