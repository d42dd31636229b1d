import Testing

@testable import scaffold

/// One line of `Cases/inflection.json`: what Sequelize's inflection answers, or (where `upstream` stands) should answer.
struct InflectionCase: Decodable, Sendable, CustomTestStringConvertible {
    enum Operation: String, Decodable { case pluralize, singularize, inflect }

    var id: String
    var op: Operation
    var word: String
    var expect: String
    var count: Int?
    /// The word's own singular, for `singularize`, and its own forms, for `inflect`.
    var override: String?
    var singular: String?
    var plural: String?
    var upstream: String?

    var testDescription: String { "\(id) \(op) \(word)" }
}

@Suite struct InflectorTests {
    static let cases = caseFile("inflection.json", as: InflectionCase.self)

    @Test func `all cases are there`() {
        #expect(Self.cases.count == 308)
    }

    @Test(arguments: cases)
    func `every case of Sequelize comes out right`(_ given: InflectionCase) {
        var inflector = Inflector()
        if let override = given.override { inflector.overrides = [override: given.word] }
        if given.singular != nil, let plural = given.plural { inflector.overrides = [given.word: plural] }
        let result =
            switch given.op {
            case .pluralize: inflector.pluralize(given.word)
            case .singularize: inflector.singularize(given.word)
            // A count that is no number, as in one case, leaves the word alone: there is no such call here.
            case .inflect: given.count.map { inflector.inflect(given.word, count: $0) } ?? given.word
            }
        #expect(result == given.expect)
    }

    /// Words of our own, in both directions, and each form unchanged by its own operation.
    static let pairs = [
        ("movie", "movies"), ("cookie", "cookies"), ("tie", "ties"), ("fly", "flies"), ("reply", "replies"),
        ("cache", "caches"), ("headache", "headaches"), ("coach", "coaches"), ("match", "matches"),
        ("stomach", "stomachs"),
        ("patriarch", "patriarchs"), ("search", "searches"), ("fintech", "fintechs"), ("crash", "crashes"),
        ("gas", "gases"), ("lens", "lenses"), ("bias", "biases"), ("canvas", "canvases"), ("alias", "aliases"),
        ("virus", "viruses"), ("campus", "campuses"), ("bonus", "bonuses"), ("apparatus", "apparatuses"),
        ("census", "censuses"), ("cactus", "cacti"), ("syllabus", "syllabi"), ("alumnus", "alumni"),
        ("genius", "geniuses"),
        ("use", "uses"), ("clause", "clauses"), ("cause", "causes"), ("warehouse", "warehouses"), ("spouse", "spouses"),
        ("analysis", "analyses"), ("hypothesis", "hypotheses"), ("parenthesis", "parentheses"), ("crisis", "crises"),
        ("diagnosis", "diagnoses"), ("synopsis", "synopses"), ("neurosis", "neuroses"), ("axis", "axes"),
        ("oasis", "oases"), ("emphasis", "emphases"), ("paralysis", "paralyses"), ("iris", "irises"),
        ("trellis", "trellises"),
        ("database", "databases"), ("purchase", "purchases"), ("lease", "leases"), ("vase", "vases"),
        ("disease", "diseases"),
        ("exercise", "exercises"), ("premise", "premises"), ("rose", "roses"), ("purpose", "purposes"),
        ("dose", "doses"),
        ("license", "licenses"), ("expense", "expenses"), ("pulse", "pulses"), ("horse", "horses"), ("nurse", "nurses"),
        ("eclipse", "eclipses"), ("cheese", "cheeses"), ("posse", "posses"), ("process", "processes"),
        ("dress", "dresses"),
        ("size", "sizes"), ("prize", "prizes"), ("quiz", "quizzes"), ("waltz", "waltzes"), ("blitz", "blitzes"),
        ("box", "boxes"), ("tax", "taxes"), ("mutex", "mutexes"), ("index", "indices"), ("matrix", "matrices"),
        ("suffix", "suffixes"), ("pickaxe", "pickaxes"), ("service", "services"), ("invoice", "invoices"),
        ("device", "devices"),
        ("hero", "heroes"), ("photo", "photos"), ("logo", "logos"), ("piano", "pianos"), ("volcano", "volcanoes"),
        ("mosquito", "mosquitoes"), ("studio", "studios"), ("radio", "radios"), ("shoe", "shoes"), ("canoe", "canoes"),
        ("leaf", "leaves"), ("knife", "knives"), ("thief", "thieves"), ("scarf", "scarves"),
        ("bookshelf", "bookshelves"),
        ("chef", "chefs"), ("giraffe", "giraffes"), ("brief", "briefs"), ("cafe", "cafes"), ("tariff", "tariffs"),
        ("olive", "olives"), ("glove", "gloves"), ("valve", "valves"), ("nerve", "nerves"), ("incentive", "incentives"),
        ("man", "men"), ("woman", "women"), ("fireman", "firemen"), ("human", "humans"), ("talisman", "talismans"),
        ("specimen", "specimens"), ("child", "children"), ("grandchild", "grandchildren"),
        ("salesperson", "salespeople"),
        ("foot", "feet"), ("mouse", "mice"), ("ox", "oxen"), ("goose", "geese"), ("mongoose", "mongooses"),
        ("blouse", "blouses"), ("menu", "menus"), ("guru", "gurus"), ("bureau", "bureaus"), ("taxi", "taxis"),
        ("wiki", "wikis"),
        ("emoji", "emojis"), ("api", "apis"), ("criterion", "criteria"), ("bacterium", "bacteria"),
        ("stratum", "strata"),
        ("formula", "formulas"), ("antenna", "antennas"), ("larva", "larvae"), ("stadium", "stadiums"),
        ("premium", "premiums"),
        ("topic", "topics"), ("metric", "metrics"), ("clinic", "clinics"), ("key", "keys"), ("toy", "toys"),
        ("essay", "essays"),
        ("colloquy", "colloquies"), ("country", "countries"), ("currency", "currencies"), ("inventory", "inventories"),
        ("gateway", "gateways"), ("url", "urls"), ("pdf", "pdfs"), ("dvd", "dvds"), ("id", "ids"), ("os", "oses"),
        ("cms", "cmses"), ("sleeve", "sleeves"), ("toothbrush", "toothbrushes"), ("passerby", "passersby"),
        ("epoch", "epochs"), ("appendix", "appendices"), ("schema", "schemas"), ("visa", "visas"),
        ("camera", "cameras"),
        ("area", "areas"), ("opera", "operas"), ("employee", "employees"), ("fee", "fees"), ("house", "houses"),
    ]

    @Test(arguments: pairs)
    func `words that no case names`(_ singular: String, _ plural: String) {
        let inflector = Inflector()
        #expect(inflector.pluralize(singular) == plural)
        #expect(inflector.singularize(plural) == singular)
        #expect(inflector.pluralize(plural) == plural)
        #expect(inflector.singularize(singular) == singular)
    }

    @Test(arguments: [
        "equipment", "information", "news", "series", "species", "sheep", "jellyfish", "reindeer", "aircraft",
        "software",
        "analytics", "logistics", "staff", "feedback", "metadata", "media", "UserEquipment", "user_equipment",
        "TimeSeries",
        "miniseries", "PageMeta", "UserData", "SMS", "OutgoingSMS", "AWS", "headquarters", "traffic", "wildlife",
    ])
    func `words without a plural stay`(_ word: String) {
        #expect(Inflector().pluralize(word) == word)
        #expect(Inflector().singularize(word) == word)
    }

    @Test(arguments: [
        ("BlogPost", "BlogPosts"), ("blog_category", "blog_categories"), ("order-status", "order-statuses"),
        ("SalesPerson", "SalesPeople"), ("userID", "userIDs"), ("URL", "URLs"), ("ABC", "ABCs"), ("CMS", "CMSes"),
        ("UUID", "UUIDs"), ("CATEGORY", "CATEGORIES"), ("PERSON", "PEOPLE"), ("USER_STATUS", "USER_STATUSES"),
        ("Person", "People"), ("User2", "User2s"), ("Ox", "Oxen"), ("KnowledgeBase", "KnowledgeBases"),
        ("GitHub", "GitHubs"),
        ("café", "cafés"), ("Straße", "Straßes"), ("user_", "users_"), ("MailServerOS", "MailServerOSes"),
    ])
    func `a name keeps its style`(_ singular: String, _ plural: String) {
        #expect(Inflector().pluralize(singular) == plural)
        #expect(Inflector().singularize(plural) == singular)
    }

    @Test(arguments: ["", "_", "-- --", "🙂", "s", "x", "es", "ies", "men", "İ", "2"])
    func `odd words neither trap nor change back and forth`(_ word: String) {
        let plural = Inflector().pluralize(word)
        #expect(Inflector().pluralize(plural) == plural)
    }

    @Test(arguments: [
        ("octopi", "octopus"), ("cactuses", "cactus"), ("formulae", "formula"), ("indexes", "index"),
        ("monies", "money"),
    ])
    func `a second plural is understood`(_ plural: String, _ singular: String) {
        #expect(Inflector().singularize(plural) == singular)
        #expect(Inflector().pluralize(plural) == plural)
    }

    @Test func `overrides hold in every style and at the end of longer names`() {
        let inflector = Inflector(overrides: [
            "Regex": "Regexen", "PointOfSale": "PointsOfSale", "SMS": "SMSes", "fish": "fishes",
        ])
        #expect(inflector.pluralize("Regex") == "Regexen")
        #expect(inflector.pluralize("url_regex") == "url_regexen")
        #expect(inflector.singularize("urlRegexen") == "urlRegex")
        #expect(inflector.pluralize("Regexen") == "Regexen")
        #expect(inflector.pluralize("point_of_sale") == "points_of_sale")
        #expect(inflector.pluralize("MobilePointOfSale") == "MobilePointsOfSale")
        #expect(inflector.singularize("pointsOfSale") == "pointOfSale")
        #expect(inflector.pluralize("OutgoingSMS") == "OutgoingSMSes")
        #expect(inflector.pluralize("sms") == "smses")
        #expect(inflector.pluralize("Fish") == "Fishes")
        #expect(inflector.pluralize("Point") == "Points")
    }
}
