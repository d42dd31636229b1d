import Testing

@testable import scaffold

@Suite struct NewNamesTests {
    private let article: NewNames = {
        var names = NewNames()
        names.add("Post", now: "Article")
        return names
    }()

    @Test(
        arguments: [
            ("Post", "Article"), ("PostController", "ArticleController"), ("post", "article"), ("posts", "articles"),
            ("postId", "articleId"), ("getPosts", "getArticles"), ("createPost", "createArticle"),
            ("post_tags", "article_tags"), ("PostStatus", "ArticleStatus"), ("BlogPost", "BlogArticle"),
        ])
    func `a part of a name that is a word of its own becomes the new one`(_ old: String, _ new: String) {
        #expect(article.renamed(old) == new)
    }

    @Test(arguments: ["Postal", "compost", "poster", "apost", "P", "", "😀", "imposts", "POST"])
    func `a part that only looks the same does not`(_ name: String) {
        #expect(article.renamed(name) == nil)
    }

    @Test func `a name is changed only where generated code has changed it`() {
        let old: Set = ["Post", "PostTag", "postId", "getPosts", "title"]
        let new: Set = ["Article", "PostTag", "getPosts", "articleId", "title", "ArticleTag"]
        #expect(article.mapping(from: old, to: new) == ["Post": "Article", "postId": "articleId"])
        #expect(NewNames().mapping(from: old, to: new).isEmpty)
    }

    @Test func `attributes change in labels and names made of them`() {
        var names = NewNames()
        names.add("title", now: "headline")
        names.add("author", now: "writer")
        #expect(names.renamed("title") == "headline")
        #expect(names.renamed("getAuthor") == "getWriter")
        #expect(names.renamed("authorId") == "writerId")
        #expect(names.renamed("subtitle") == nil)
        #expect(names.renamed("authorTitle") == "writerHeadline")
    }

    @Test func `irregular plurals and names of several words`() {
        var names = NewNames()
        names.add("Person", now: "TeamMember")
        #expect(names.renamed("people") == "teamMembers")
        #expect(names.renamed("PersonRoutes") == "TeamMemberRoutes")
        #expect(names.renamed("personId") == "teamMemberId")
        var fields = NewNames()
        fields.add("first_name", now: "given_name")
        #expect(fields.renamed("first_name") == "given_name")
        #expect(fields.renamed("firstName") == "givenName")
    }
}
