/// The names that an app's parts have, made of its own: `my-shop` has the programs `my-shop` and `my-shop-db` and the
/// modules `MyShopApp` and `MyShopDatabase`.
///
/// Modules never bear the app's bare name: a type of the module's name hides what the module holds.
struct AppNames: Equatable, Sendable {
    var product: String
    var databaseProduct: String { product + "-db" }
    var appModule: String { module + "App" }
    var databaseModule: String { module + "Database" }

    /// The model as a test names it: with its module where Swift Testing has a type of that name too.
    func extended(_ model: Model) -> String {
        ReservedNames.ambiguousInTests.contains(model.swiftName) ? "\(appModule).\(model.swiftName)" : model.swiftName
    }

    private let module: String

    /// - Parameter name: as `name:` of the schema has it.
    init(_ name: String) {
        product = name
        let camel = NameStyle.upperCamel(name)
        // A module's name is an identifier, which does not begin with a digit.
        module = camel.first?.isNumber == true ? "The" + camel : camel
    }
}

/// How the app's manifest names the runtime; whoever places the runtime decides.
struct RuntimeDependency: Equatable, Sendable {
    /// `.package(path: "../scaffold")`, as it stands in the list of dependencies.
    var declaration: String
    /// The package as products name it: the last part of its path or URL.
    var package: String
}
