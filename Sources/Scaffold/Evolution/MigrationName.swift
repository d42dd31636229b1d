/// The name of a migration or a seeder: its moment and what it does, `20261120093000-create-post`.
struct MigrationName: Equatable, Hashable, Comparable, Sendable {
    /// `20261120093000`, in UTC.
    var stamp: Timestamp
    /// `create-post`.
    var slug: String

    init(stamp: Timestamp, slug: String) {
        self.stamp = stamp
        self.slug = slug
    }

    /// The name for what a person typed behind `--name`: `Add status to posts` is `add-status-to-posts`.
    ///
    /// - Throws: ``Diagnostic`` for a text that has nothing to make a name of, or too much.
    init(stamp: Timestamp, named text: String) throws {
        let ascii = text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
        let slug = NameStyle.kebab(String(ascii))
        guard slug.contains(where: \.isLetter), !text.contains(where: { $0.isLetter && !$0.isASCII }) else {
            throw Diagnostic(
                message:
                    "'\(SwiftText.comment(text))' is no name for a file and a type: letters of ASCII are needed, and no others",
                suggestion: "say what it does: add-status-to-posts")
        }
        guard slug.count <= 100 else {
            throw Diagnostic(
                message: "the name has \(slug.count) characters, and files and types are named after it",
                suggestion: "at most 100")
        }
        self.init(stamp: stamp, slug: slug)
    }

    /// Reads a file's name, with or without `.swift`; nil for a file that is not named like a migration.
    init?(fileName: String) {
        let base = fileName.hasSuffix(".swift") ? fileName.dropLast(6) : fileName[...]
        let parts = base.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let stamp = Timestamp(String(parts[0])), Self.isSlug(parts[1]) else { return nil }
        self.init(stamp: stamp, slug: String(parts[1]))
    }

    /// `20261120093000-create-post`.
    var text: String { "\(stamp)-\(slug)" }

    /// The file, without its folder.
    var fileName: String { text + ".swift" }

    /// The Swift type: `CreatePost_20261120093000`.
    var typeName: String {
        let name = slug.split(separator: "-").map { String($0).capitalizedFirst }.joined()
        return (name.first?.isNumber == true ? "Migration" : "") + "\(name)_\(stamp)"
    }

    static func < (a: MigrationName, b: MigrationName) -> Bool { (a.stamp, a.slug) < (b.stamp, b.slug) }

    /// Whether a text may stand in a file's and a type's name.
    private static func isSlug(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
