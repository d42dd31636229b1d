/// Words that made-up rows are made of.
enum FakeWords {
    static let firstNames = words(
        """
        Ada Alan Grace Edsger Barbara Donald Margaret Linus Radia Dennis Katherine Ken Hedy Niklaus Frances Tony Adele \
        Leslie Joan John Mary Tim Anita Vint Karen Claude Evelyn Niels Lise Emmy Noor Omar Aiko Kenji Priya Ravi Zeynep \
        Mateo Lucia Amara Kofi Ingrid Lars Chloe Hugo
        """)
    static let lastNames = words(
        """
        Lovelace Turing Hopper Dijkstra Liskov Knuth Hamilton Torvalds Perlman Ritchie Johnson Thompson Lamarr Wirth \
        Allen Hoare Goldberg Lamport Clarke McCarthy Keller Berners Borg Cerf Jones Shannon Boyd Bohr Meitner Noether \
        Rahman Haddad Tanaka Sato Sharma Patel Yilmaz Garcia Romero Okafor Mensah Berg Hansen Martin Dubois
        """)
    static let nouns = words(
        """
        river garden window engine harbor letter mountain signal bridge lantern market compass forest island kitchen \
        library meadow notebook orchard pattern question railway shadow summer teacher umbrella valley winter journey \
        canvas copper cloud castle paper planet rocket saddle silver timber violin whistle anchor basket candle
        """)
    static let adjectives = words(
        """
        quiet bright gentle early open simple distant golden hidden steady clever warm narrow patient curious calm brave \
        fresh honest little modern noble plain quick rapid silent tender usual vivid wild young ancient bitter careful
        """)
    static let verbs = words(
        """
        finds keeps follows builds opens carries remembers crosses paints measures mends watches leaves gathers answers \
        changes draws holds learns moves reaches shares turns writes
        """)
    static let cities = words(
        """
        London Manchester Berlin Hamburg Paris Lyon Madrid Seville Rome Turin Vienna Graz Oslo Bergen Tokyo Osaka Kyoto \
        Lagos Accra Nairobi Cairo Mumbai Pune Toronto Boston Chicago Austin Denver Lima Quito Santiago Sydney
        """)
    static let countries = words(
        "Germany France Spain Italy Austria Norway Japan Nigeria Ghana Kenya Egypt India Canada Peru Chile Australia")
    static let countryCodes = words("DE FR ES IT AT NO JP NG GH KE EG IN CA PE CL AU")
    static let languages = words("en de fr es it no ja")
    static let currencies = words("EUR USD GBP JPY CHF CAD")
    static let timeZones = words("Europe/Berlin Europe/London America/New_York Asia/Tokyo Africa/Lagos UTC")
    static let hosts = words("example.com example.org example.net")
    static let streets = words("Mill Station Church Park Garden Harbor Market School Bridge Lake")

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

extension [String] {
    /// One of them.
    func any(_ chance: inout SampleNumber) -> String { isEmpty ? "" : self[chance.next(below: count)] }
}

extension String {
    /// The same with a capital letter in front.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
