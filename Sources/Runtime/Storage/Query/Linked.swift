/// A row at the other end of a ``BelongsToMany``, together with the row of the table between: a tag, and since when the
/// post has it.
///
/// ```swift
/// let tags = try await Post.associations.tags.get(of: post, as: Linked<Tag, PostTag>.self)
/// tags[0].name                  // the tag's
/// tags[0].through.createdAt     // the table between's
/// ```
@dynamicMemberLookup
public struct Linked<Target: Model, Through: Model>: Projection {
    /// The row at the other end.
    public var target: Target
    /// The row of the table between.
    public var through: Through

    public static var selection: Selection<Target, Linked> {
        Selection {
            $0.columns(except: [])
            $0.through(Through.self)
        }
    }

    public init(row: Row) throws {
        target = try Target.read(row)
        through = try Through.read(row.from(Target.table.attributes.count))
    }

    /// What the target holds.
    public subscript<V>(dynamicMember property: KeyPath<Target, V>) -> V { target[keyPath: property] }
}

extension Linked: JSONEncodable where Target: JSONEncodable {
    /// Writes the target.
    public func encode(to json: inout JSONWriter) { target.encode(to: &json) }
}
