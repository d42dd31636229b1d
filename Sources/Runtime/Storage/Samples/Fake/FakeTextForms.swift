/// Which form of text a column holds: what its rules ask for, then what its name promises.
enum FakeTextForms {
    /// The likeliest first; more come behind it for rules that it does not keep.
    static func forms(_ column: String, in table: String, isLong: Bool, _ facts: ColumnFacts) -> [FakeText] {
        if let words = facts.arguments(of: "isIn") ?? facts.arguments(of: "equals"), !words.isEmpty {
            return [.oneOf(words)]
        }
        let ruled = byRule.filter { facts.has($0.rule) }.map(\.form)
        let name = plain(column)
        let named = byName(name, plain(table)).map { [$0] } ?? []
        let usual: [FakeText] = isLong ? [.paragraph, .sentence, .title] : [.title]
        let rest: [FakeText] = [
            .word, .slug, .letters, .capitals, .alphanumerics, .code, .digits, .phone, .day, .version, .url, .email,
            .password,
        ]
        return ruled + named + usual + rest
    }

    /// Small letters and digits only: `firstName` and `first_name` are one.
    static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static let byRule: [(rule: String, form: FakeText)] = [
        ("isEmail", .email), ("isUrl", .url), ("isIP", .ipv4), ("isIPv4", .ipv4), ("isIPv6", .ipv6),
        ("isUUID", .uuid), ("isSlug", .slug), ("isFQDN", .host), ("isCreditCard", .card), ("isHexColor", .hexColor),
        ("isHexadecimal", .hexadecimal), ("isBase64", .base64), ("isMongoId", .mongo), ("isJWT", .jwt),
        ("isPort", .number), ("isMACAddress", .mac), ("isSemVer", .version), ("isLatLong", .coordinates),
        ("isDate", .day), ("isAfter", .day), ("isBefore", .day), ("isISO8601", .moment), ("isJSON", .json),
        ("isStrongPassword", .password), ("isInt", .number), ("isNumeric", .number), ("isFloat", .number),
        ("isDecimal", .number), ("isLocale", .oneOf(FakeWords.languages)),
    ]

    private static let names: [String: FakeText] = [
        "firstname": .firstName, "givenname": .firstName, "forename": .firstName, "lastname": .lastName,
        "surname": .lastName, "familyname": .lastName, "fullname": .fullName, "displayname": .fullName,
        "author": .fullName, "username": .userName, "login": .userName, "nickname": .userName, "handle": .userName,
        "title": .title, "headline": .title, "subject": .title, "slug": .slug, "city": .oneOf(FakeWords.cities),
        "town": .oneOf(FakeWords.cities), "location": .oneOf(FakeWords.cities), "place": .oneOf(FakeWords.cities),
        "country": .oneOf(FakeWords.countries), "countrycode": .oneOf(FakeWords.countryCodes), "address": .street,
        "zip": .zip, "zipcode": .zip, "postcode": .zip, "postalcode": .zip, "company": .company,
        "organization": .company, "employer": .company, "publisher": .company, "color": .hexColor,
        "colour": .hexColor, "ip": .ipv4, "uuid": .uuid, "sku": .code, "isbn": .card,
        "locale": .oneOf(FakeWords.languages), "language": .oneOf(FakeWords.languages),
        "lang": .oneOf(FakeWords.languages), "currency": .oneOf(FakeWords.currencies),
        "timezone": .oneOf(FakeWords.timeZones), "bio": .sentence, "about": .sentence, "description": .sentence,
        "summary": .sentence, "excerpt": .sentence, "note": .sentence, "notes": .sentence, "caption": .sentence,
        "content": .paragraph, "body": .paragraph, "text": .paragraph, "comment": .sentence, "message": .sentence,
        "jobtitle": .oneOf(["Engineer", "Editor", "Designer", "Teacher", "Analyst", "Gardener"]),
        "gender": .oneOf(["female", "male", "other"]), "mimetype": .oneOf(["image/png", "text/plain"]),
        "tag": .word, "label": .word, "category": .word, "genre": .word, "version": .version,
    ]

    /// Ends of names, the longer ones first.
    private static let endings: [(String, FakeText)] = [
        ("ipaddress", .ipv4), ("avatar", .image), ("picture", .image), ("thumbnail", .image), ("image", .image),
        ("photo", .image), ("cover", .image), ("email", .email), ("emailaddress", .email), ("website", .url),
        ("homepage", .url), ("url", .url), ("link", .url), ("uri", .url), ("phone", .phone), ("phonenumber", .phone),
        ("mobile", .phone), ("street", .street), ("city", .oneOf(FakeWords.cities)), ("token", .code), ("code", .code),
        ("slug", .slug), ("title", .title), ("firstname", .firstName), ("lastname", .lastName),
        ("username", .userName), ("description", .sentence),
    ]

    private static let people = [
        "user", "person", "people", "author", "customer", "employee", "member", "student", "teacher", "contact",
        "account", "actor", "client", "patient", "player", "lender",
    ]

    private static func byName(_ name: String, _ table: String) -> FakeText? {
        if name == "name" {
            if people.contains(where: { table.hasPrefix($0) }) { return .fullName }
            return ["tag", "categor", "genre", "label", "role", "topic"].contains { table.hasPrefix($0) }
                ? .word : ["compan", "organi", "publisher"].contains { table.hasPrefix($0) } ? .company : .title
        }
        return names[name] ?? endings.first { name.hasSuffix($0.0) }?.1
    }
}
