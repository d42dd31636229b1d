import Testing

@testable import scaffold

@Suite struct WordsTests {
    @Test(arguments: [
        ("BlogPost", "blog_post"), ("blogPost", "blog_post"), ("blog-post", "blog_post"), ("Blog Post", "blog_post"),
        ("HTTPServer", "http_server"), ("APIKey", "api_key"), ("userID", "user_id"), ("userIDs", "user_ids"),
        ("ABCs", "abcs"), ("CMSes", "cmses"), ("OAuth2Token", "oauth2_token"), ("GitHubAccount", "github_account"),
        ("GitHubs", "githubs"), ("YouTubers", "you_tubers"), ("User2", "user2"), ("MP3File", "mp3_file"),
        ("B2BAccount", "b2b_account"), ("S3URL", "s3_url"), ("address2Line", "address2_line"),
        ("IPv4Address", "ipv4_address"),
        ("iOSApp", "ios_app"), ("MESSAGE_PROPERTIES", "message_properties"), ("XMLHttpRequest", "xml_http_request"),
        ("a", "a"), ("A", "a"), ("", ""), ("__a__b", "a_b"), ("ÄpfelKorb", "äpfel_korb"), ("🙂", ""),
    ])
    func `a name is taken apart`(_ name: String, _ snake: String) {
        #expect(NameStyle.snake(name) == snake)
        #expect(NameStyle.kebab(name) == snake.split(separator: "_").joined(separator: "-"))
    }

    @Test(arguments: [
        ("blog_post", "blogPost", "BlogPost"), ("BlogPost", "blogPost", "BlogPost"),
        ("HTTPServer", "httpServer", "HTTPServer"),
        ("userID", "userID", "UserID"), ("ID", "id", "ID"), ("create-blog-post", "createBlogPost", "CreateBlogPost"),
        ("OAuth2Token", "oauth2Token", "OAuth2Token"), ("USER_STATUS", "userStatus", "UserStatus"), ("", "", ""),
    ])
    func `camel case in both heights`(_ name: String, _ lower: String, _ upper: String) {
        #expect(NameStyle.lowerCamel(name) == lower)
        #expect(NameStyle.upperCamel(name) == upper)
    }

    @Test(arguments: [
        ("BlogPost", "a blog post"), ("Order", "an order"), ("User", "a user"), ("Hour", "an hour"), ("URL", "a url"),
        ("Umbrella", "an umbrella"), ("University", "a university"), ("SMS", "an sms"), ("", "a "),
    ])
    func `a phrase has the article of its sound`(_ name: String, _ phrase: String) {
        #expect(NameStyle.phraseWithArticle(name) == phrase)
    }
}
