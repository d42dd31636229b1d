/// The ways in which one name is written in different places.
enum NameStyle {
    /// `blogPost`: properties, attributes, JSON. A leading abbreviation goes down as a whole: `httpServer`.
    static func lowerCamel(_ name: some StringProtocol) -> String {
        let words = camelWords(name)
        return (words.first?.lowercased() ?? "") + words.dropFirst().map(capitalized).joined()
    }

    /// `BlogPost`: types. Abbreviations stay as they are written: `HTTPServer`.
    static func upperCamel(_ name: some StringProtocol) -> String {
        camelWords(name).map(capitalized).joined()
    }

    /// `blog_post`: tables and, in underscored models, columns. `HTTPServer` is `http_server`.
    static func snake(_ name: some StringProtocol) -> String {
        Words(name).lowercased.joined(separator: "_")
    }

    /// `blog-post`: routes and migration files.
    static func kebab(_ name: some StringProtocol) -> String {
        Words(name).lowercased.joined(separator: "-")
    }

    /// `blog post`: as it reads in a sentence.
    static func phrase(_ name: some StringProtocol) -> String {
        Words(name).lowercased.joined(separator: " ")
    }

    /// `a blog post`, `an order`, `a user`, `an hour`: the phrase with its article.
    static func phraseWithArticle(_ name: some StringProtocol) -> String {
        let phrase = phrase(name)
        return "\(takesAn(phrase) ? "an" : "a") \(phrase)"
    }

    /// Words written in capitals only because everything is (`MESSAGE_PROPERTIES`) are ordinary words.
    private static func camelWords(_ name: some StringProtocol) -> [Substring] {
        let words = Words(name).parts
        let isShouted = words.count > 1 && !name.contains { $0.isLowercase }
        return isShouted ? words.map { Substring($0.lowercased()) } : words
    }

    private static func capitalized(_ word: Substring) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    /// By sound: a vowel letter, but not `user` and `one`; a silent h.
    private static func takesAn(_ phrase: String) -> Bool {
        let vowelSound = [
            "unin", "unim", "unid", "hour", "honor", "honour", "honest", "heir", "html", "http", "sms", "mp3",
        ]
        let consonantSound = ["uni", "use", "usa", "usu", "uti", "ubi", "uri", "url", "uu", "eu", "ewe", "one", "once"]
        if vowelSound.contains(where: phrase.hasPrefix) { return true }
        if consonantSound.contains(where: phrase.hasPrefix) { return false }
        return phrase.first.map { "aeiou".contains($0) } ?? false
    }
}
