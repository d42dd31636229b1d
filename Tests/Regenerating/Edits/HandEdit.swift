/// The kinds of edits that a person makes by hand.
enum HandEdit: String, CaseIterable {
    // Lines.
    case insertComment, commentLine, renameWord, deleteLine, moveLine, insertBlank
    // Declarations.
    case addProperty, addMethod, addExtension, addImport, addRoute, addEntry, changeBody, deleteDeclaration,
        moveDeclaration, renameLocal, renameMethod, wrapInCondition
    // Files.
    case reformat, lineEnds, noFinalNewline, replaceText
    case deleteFile, link, folder, readOnly

    /// Whether it concerns the file as a whole and not a place in it.
    var isOfFile: Bool {
        switch self {
        case .deleteFile, .link, .folder, .readOnly, .replaceText: true
        default: false
        }
    }

    /// Whether code that compiles still does so afterwards.
    var compiles: Bool {
        switch self {
        case .insertComment, .commentLine, .insertBlank, .addProperty, .addMethod, .addExtension, .addImport, .addRoute,
            .changeBody, .moveDeclaration, .reformat, .lineEnds, .noFinalNewline:
            true
        default: false
        }
    }

    /// How often it is chosen.
    var weight: Int {
        switch self {
        case .insertComment, .addProperty, .addMethod: 10
        case .commentLine, .changeBody, .moveDeclaration, .deleteLine, .renameWord, .addExtension: 6
        case .deleteFile, .link, .folder, .readOnly, .replaceText, .wrapInCondition: 2
        default: 4
        }
    }
}

/// What was edited, for the report of a run.
struct EditRecord: CustomStringConvertible {
    var kind: HandEdit
    var path: String
    var words: String

    var description: String { "\(kind.rawValue) \(path): \(words)" }
}
