/// A Swift text as declarations, statements and list elements in one another, as far as merging has to know: brackets
/// make groups, groups hold items, items are tokens and groups.
///
/// White space is in no part of it, so texts that differ only in how they are laid out have the same identities.
struct SwiftTree: Sendable {
    /// A token, or a group from bracket to bracket.
    struct Part: Sendable {
        /// Its tokens.
        var tokens: Range<Int>
        /// The same for equal parts of all trees that one ``TreeNumbers`` numbered.
        var identity: Int
        var group: Group?
    }

    final class Group: Sendable {
        enum Kind: Sendable {
            /// `{ }`, `#if … #endif` and the whole text: items on lines.
            case code
            /// `( )` and `[ ]`: items with commas between them.
            case list
        }

        let kind: Kind
        /// The first byte of what opens it; `#` for `#if`.
        let opening: UInt8
        let open: Int
        let close: Int
        let items: [Item]

        init(kind: Kind, opening: UInt8, open: Int, close: Int, items: [Item]) {
            self.kind = kind
            self.opening = opening
            self.open = open
            self.close = close
            self.items = items
        }
    }

    /// A declaration with its comments and attributes, a statement, an element of a list.
    struct Item: Sendable {
        var parts: [Part]
        /// The comma behind it and comments that stand behind that on the same line; empty where there are none.
        var tail: Range<Int>
        var hasComma: Bool
        var identity: Int
        /// What tells it from its neighbours though its text changes, the most exact first.
        var keys: [Int]
        /// Whether it declares something, so that there is one of it.
        var isDeclaration: Bool

        var first: Int { parts.first?.tokens.lowerBound ?? tail.lowerBound }
        var end: Int { parts.last?.tokens.upperBound ?? tail.lowerBound }
    }

    let bytes: [UInt8]
    let tokens: [SwiftTokens.Token]
    /// The number of each token's text.
    let numbers: [Int]
    let root: Group

    /// The white space before a token; at the number of tokens, what the text ends with.
    func space(before token: Int) -> ArraySlice<UInt8> {
        let start = token > 0 ? tokens[token - 1].range.upperBound : 0
        return bytes[start..<(token < tokens.count ? tokens[token].range.lowerBound : bytes.count)]
    }

    func text(of token: Int) -> ArraySlice<UInt8> { bytes[tokens[token].range] }

    /// The text of some tokens with the space between them.
    func text(of range: Range<Int>) -> ArraySlice<UInt8> {
        guard let first = range.first, let last = range.last else { return [] }
        return bytes[tokens[first].range.lowerBound..<tokens[last].range.upperBound]
    }
}

/// The numbers that tell tokens and parts of several trees apart.
struct TreeNumbers {
    private var tokens = Interner<ArraySlice<UInt8>>()
    private var nodes = Interner<[Int]>()

    mutating func token(_ text: ArraySlice<UInt8>) -> Int { tokens.number(of: text) * 2 }
    mutating func node(_ parts: [Int]) -> Int { nodes.number(of: parts) * 2 + 1 }
}
