import Logging
import ScaffoldHTTP
import ScaffoldTesting

/// A client of an app that has nothing but these routes.
func client(
    errors: ErrorFormat = .problemDetails, bodyLimit: Int = 1 << 20,
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, _ add: (inout Routes) -> Void
) throws -> TestClient {
    var routes = Routes()
    add(&routes)
    return TestClient(try Dispatcher(routes: routes, errors: errors, bodyLimit: bodyLimit, logger: logger))
}
