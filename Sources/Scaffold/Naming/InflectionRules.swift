/// What ending a word of no table has in the other number: the rules of English, the special ones first.
///
/// The first rule whose ending fits decides. A replacement of nil leaves the word as it is.
enum InflectionRules {
    typealias Rule = (ending: String, replacement: String?)

    /// Singular to plural, for words that are not plural yet.
    static let plural: [Rule] = [
        ("sis", "ses"),  // analysis, crisis, thesis
        ("xis", "xes"),  // axis, praxis
        ("s", "ses"),  // bus, class, status, alias, trellis
        ("man", "men"),  // policeman, woman
        ("quy", "quies"),  // soliloquy
        ("ay", "ays"), ("ey", "eys"), ("iy", "iys"), ("oy", "oys"), ("uy", "uys"),
        ("y", "ies"),  // category
        ("x", "xes"), ("z", "zes"), ("ch", "ches"), ("sh", "shes"),
        ("", "s"),
    ]

    /// Plural to singular, for words that are not singular already.
    static let singular: [Rule] = [
        ("men", "man"),
        ("ss", nil),  // class, address
        ("eaus", "eau"),  // bureaus
        ("us", nil), ("is", nil),  // status, analysis
        ("ouses", "ouse"), ("auses", "ause"), ("euses", "euse"),  // warehouses, causes
        ("uses", "us"),  // campuses, statuses
        ("sses", "ss"),  // classes
        ("lyses", "lysis"), ("gnoses", "gnosis"), ("eses", "esis"),  // analyses, diagnoses, hypotheses
        ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("tzes", "tz"), ("zzes", "zz"),
        ("oes", "o"),  // heroes
        ("quies", "quy"),
        ("ies", "y"),  // categories
        ("s", ""),
        ("", nil),
    ]

    /// Applies the first rule of `rules` that fits.
    static func apply(_ rules: [Rule], to word: String) -> String {
        guard let rule = rules.first(where: { word.hasSuffix($0.ending) && word.count > $0.ending.count }),
            let replacement = rule.replacement
        else { return word }
        return word.dropLast(rule.ending.count) + replacement
    }
}
