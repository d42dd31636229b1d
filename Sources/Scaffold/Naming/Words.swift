/// A name taken apart into its words, whichever way it is written: `BlogPost`, `blogPost`, `blog_post`,
/// `blog-post` and `Blog Post` are all two words.
///
/// - A run of capitals is one word (`HTTPServer` is HTTP, Server), its plural `s` included (`userIDs` is user, IDs).
/// - Digits belong to the word before them (`OAuth2Token` is OAuth2, Token; `B2BAccount` is B2B, Account).
/// - Words that are written with capitals inside stay whole (``Words/mixedCase``).
struct Words: Equatable, Sendable {
    /// The words in order, in the case in which they were written: slices of the name.
    let parts: [Substring]

    init(_ name: some StringProtocol) {
        let name = String(name)
        let characters = Array(name)
        let indices = Array(name.indices) + [name.endIndex]
        var parts: [Substring] = []
        var start: Int?
        func finish(at end: Int) {
            if let start { parts.append(name[indices[start]..<indices[end]]) }
            start = nil
        }
        var index = 0
        while index < characters.count {
            let isWordCharacter = characters[index].isLetter || characters[index].isNumber
            if !isWordCharacter || (start != nil && Self.startsWord(characters, at: index)) { finish(at: index) }
            guard isWordCharacter else {
                index += 1
                continue
            }
            if start == nil {
                start = index
                index += Self.mixedCaseWord(in: characters[index...])?.count ?? 1
            } else {
                index += 1
            }
        }
        finish(at: characters.count)
        self.parts = parts
    }

    /// Each word in lower case.
    var lowercased: [String] { parts.map { $0.lowercased() } }

    /// Words that are commonly written with capitals inside.
    static let mixedCase = [
        "GitHub", "GitLab", "GraphQL", "IPv4", "IPv6", "JavaScript", "LinkedIn", "MongoDB", "MySQL", "OAuth", "PayPal",
        "PostgreSQL", "SQLite", "TypeScript", "WiFi", "YouTube", "iOS", "macOS",
    ].map(Array.init)

    private static func mixedCaseWord(in rest: ArraySlice<Character>) -> [Character]? {
        mixedCase.first { whole in
            rest.starts(with: whole)
                && ["", "s", "es"].contains(String(rest.dropFirst(whole.count).prefix { $0.isLowercase }))
        }
    }

    /// Whether a new word begins at `index`, whose character and the one before are letters or digits.
    private static func startsWord(_ characters: [Character], at index: Int) -> Bool {
        let character = characters[index]
        let previous = characters[index - 1]
        guard character.isUppercase else { return false }
        if previous.isUppercase {
            return lowercaseFollows(index, in: characters) && !pluralEndingFollows(index, in: characters)
        }
        if previous.isNumber, index >= 2, characters[index - 2].isUppercase {
            return !closesAbbreviation(index, in: characters)
        }
        return true
    }

    private static func lowercaseFollows(_ index: Int, in characters: [Character]) -> Bool {
        index + 1 < characters.count && characters[index + 1].isLowercase
    }

    /// `IDs`, `CMSes`: the capital at `index` still belongs to the abbreviation, the ending too.
    private static func pluralEndingFollows(_ index: Int, in characters: [Character]) -> Bool {
        let ending = characters[(index + 1)...].prefix { $0.isLowercase }
        return switch String(ending) {
        case "s": true
        case "es": "SXZ".contains(characters[index])
        default: false
        }
    }

    /// `B2B`, `P2PNetwork`: one capital behind a digit, then the end or the next word.
    private static func closesAbbreviation(_ index: Int, in characters: [Character]) -> Bool {
        guard index + 1 < characters.count else { return true }
        return characters[index + 1].isUppercase && lowercaseFollows(index + 1, in: characters)
    }
}
