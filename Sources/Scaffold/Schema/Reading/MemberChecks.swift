/// Finds names within one model that cannot stand beside each other: columns, members of the Swift type, members of
/// its JSON.
struct MemberChecks {
    let problems: Problems
    let inflector: Inflector
    let model: Model

    func check() {
        var members = Claims(problems: problems, what: "the Swift member")
        checkAttributes(&members)
        checkAssociations(&members)
        checkJSON()
    }

    private func checkAttributes(_ members: inout Claims) {
        var names = Claims(problems: problems, what: "the name", ignoresCase: true)
        var columns = Claims(problems: problems, what: "the column", ignoresCase: true)
        for attribute in model.attributes {
            let (owner, place) = ("attribute '\(attribute.name)'", attribute.position)
            // One clash is enough to say; the others of the same pair follow from it.
            _ =
                names.claim(attribute.name, for: owner, at: place, "case makes no difference")
                && columns.claim(attribute.field, for: owner, at: place, "give one of them another 'field'")
                && members.claim(attribute.swiftName, for: owner, at: place, "give one of them a 'swiftName'")
            if let problem = SwiftIdentifier.problem(member: attribute.swiftName, kind: .attribute) {
                problems.error(problem.message, at: place, problem.suggestion)
            }
        }
    }

    private func checkAssociations(_ members: inout Claims) {
        for association in model.associations {
            let owner = "association '\(association.name)'"
            members.claim(association.name, for: owner, at: association.position, "give the association another name")
            for method in AssociationNames(association.name, inflector: inflector).methods(isMany: association.isMany) {
                members.claim(method, for: owner, at: association.position, "give the association another name")
            }
            checkReserved(association)
        }
    }

    private func checkReserved(_ association: Association) {
        let type = NameStyle.upperCamel(association.name)
        if let problem = SwiftIdentifier.problem(member: association.name, kind: .association) {
            problems.error(problem.message, at: association.position, "give it another name")
        } else if Self.viewTypes.contains(type) {
            problems.error(
                "an association called '\(association.name)' would hide the type '\(type)'", at: association.position,
                "give it another name, such as '\(association.name)Item'")
        }
    }

    /// What the code of an answer's type names, within which an association's alias becomes a type.
    private static let viewTypes: Set<String> = [
        "Array", "Bool", "Data", "Date", "DateOnly", "Decimal", "Double", "Int", "JSON", "JSONWriter", "Optional",
        "Password",
        "Projection", "Row", "Selection", "Self", "Sendable", "String", "TimeOfDay", "UUID",
    ]

    private func checkJSON() {
        var json = Claims(problems: problems, what: "the JSON member")
        for name in Set(model.attributes.map(\.name)) {
            json.claim(name, for: "attribute '\(name)'", at: model.position, "")
        }
        for association in model.associations {
            let owner = "association '\(association.name)'"
            if association.name != model.attribute(named: association.name)?.swiftName {
                json.claim(association.name, for: owner, at: association.position, "give the association another name")
            }
            if let assign = association.assign {
                json.claim(assign.name, for: "'assign' of \(owner)", at: association.position, "give it another 'as'")
            }
        }
    }
}
