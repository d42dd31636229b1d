import Testing

@testable import scaffold

struct IndexNameTests {
    /// The runtime's IndexTests has the same names: both follow one rule.
    @Test(arguments: [
        (["posts", "userId"], "posts_user_id"), (["Posts", "createdAt", "URL"], "posts_created_at_url"),
        (["http_logs", "HTTPStatus"], "http_logs_httpstatus"), (["a2b", "x9Y"], "a2b_x9_y"),
        (
            ["a_table_with_a_rather_long_name", "anAttributeWithALongName", "another"],
            "a_table_with_a_rather_long_name_an_attribute_with_along_name_another"
        ),
    ])
    func `names are Sequelize's, and no longer than 63`(parts: [String], whole: String) {
        let name = IndexName.make(table: parts[0], fields: Array(parts.dropFirst()))
        if whole.utf8.count <= 63 {
            #expect(name == whole)
        } else {
            #expect(name.utf8.count == 63 && name.hasPrefix(whole.prefix(54)) && name != String(whole.prefix(63)))
        }
    }
}
