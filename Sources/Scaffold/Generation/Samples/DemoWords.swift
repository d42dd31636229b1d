extension Attribute {
    /// A word that looks like what the attribute's name promises, for rows that people look at; nil where none is
    /// known that keeps the rules.
    func demoWord(_ place: Int) -> String? {
        guard type.isText, validations.allSatisfy({ ["len", "notEmpty", "isEmail"].contains($0.name) }),
            let words = Self.demoWords[name.lowercased()]
        else { return nil }
        let word = words[place % words.count]
        let (least, most) = lengths
        return (least...most).contains(word.count) ? SwiftText.literal(word) : nil
    }

    private static let demoWords: [String: [String]] = [
        "firstname": ["Ada", "Alan", "Grace"],
        "lastname": ["Lovelace", "Turing", "Hopper"],
        "fullname": ["Ada Lovelace", "Alan Turing", "Grace Hopper"],
        "username": ["ada", "alan", "grace"],
        "email": ["ada@example.com", "alan@example.com", "grace@example.com"],
        "title": ["First steps", "Second thoughts", "Third time lucky"],
        "content": ["How it all began.", "What came of it.", "How it went on."],
        "body": ["How it all began.", "What came of it.", "How it went on."],
        "bio": ["Writes the first program.", "Asks whether machines think.", "Finds the first bug."],
        "city": ["London", "Manchester", "New York"],
        "location": ["London", "Manchester", "New York"],
    ]
}
