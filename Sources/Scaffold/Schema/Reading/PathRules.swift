/// What a path of the API may look like, so that it can stand in a route as it is: `/api`, `/blog-posts`.
enum PathRules {
    static func problem(_ path: String) -> Diagnostic? {
        guard path.first == "/", path.count > 1, path.last != "/" else {
            return Diagnostic(
                message: "the path '\(Shown.text(path))' has to begin with a slash and not to end with one",
                suggestion: "write something like '/blog-posts'")
        }
        guard path.utf8.count <= 200, !path.contains("//"), path.unicodeScalars.allSatisfy(isAllowed) else {
            return Diagnostic(
                message:
                    "a path has letters a to z, digits and - _ . ~ between single slashes, at most 200 characters, "
                    + "unlike '\(Shown.text(path))'")
        }
        return nil
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~", "/": true
        default: false
        }
    }
}
