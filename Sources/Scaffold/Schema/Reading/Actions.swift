/// Reads `onDelete` and `onUpdate`: Sequelize's words in any case, with a blank or an underscore (which the short form
/// can say) or in camel case.
enum Actions {
    static func read<Key>(_ block: Block<Key>, _ key: Key, _ problems: Problems) -> ReferentialAction? {
        guard let scalar = block.text(key) else { return nil }
        if let action = ReferentialAction.allCases.first(where: { plain($0.rawValue) == plain(scalar.text) }) {
            return action
        }
        problems.unknown(
            "value of '\(key.rawValue)':", scalar.text, at: scalar.position,
            among: ReferentialAction.allCases.map(\.rawValue))
        return nil
    }

    private static func plain(_ word: String) -> String {
        word.lowercased().filter { $0 != " " && $0 != "_" }
    }
}
