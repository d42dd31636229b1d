import ScaffoldValidation
import Testing

@Suite struct FormatTests {
    @Test(arguments: [
        "a@example.com", "first.last+tag@sub.example.co", "o'neil@example.com", "x@xn--bcher-kva.example",
        "ü@bücher.de", "a_b-c@example.museum",
        "1@1.com", "!#$%&'*+-/=?^_`{|}~@example.com",
    ])
    func `an e-mail address`(text: String) throws {
        #expect(try Validator<String>.isEmail.problem(with: text, path: "email") == nil)
    }

    @Test(arguments: [
        "", "a", "a@", "@example.com", "a@example", "a@@example.com", "a b@example.com", "a@exa mple.com",
        ".a@example.com", "a.@example.com",
        "a..b@example.com", "a@-example.com", "a@example-.com", "a@example..com", "a@example.c", "a@example.123",
        "a@.com", "a@example.com.",
        "a@example.com\n", "a\u{0}@example.com", "a@[127.0.0.1]", "\"a b\"@example.com", "a@example.com,b@example.com",
        "<a@example.com>",
        "a\u{200B}@example.com", "a\u{A0}@example.com", "a,b@example.com",
        String(repeating: "a", count: 65) + "@example.com",
        "a@" + String(repeating: "a", count: 64) + ".com", "a@" + String(repeating: "a.", count: 130) + "com",
    ])
    func `no e-mail address`(text: String) throws {
        #expect(try Validator<String>.isEmail.problem(with: text, path: "email") != nil)
    }

    @Test(arguments: [
        "https://example.com", "http://example.com:8080/a/b?c=d#e", "example.com", "ftp://user:pass@example.com/x",
        "http://192.0.2.1/",
        "http://[2001:db8::1]:80/", "https://example.com/?a=http://b.example/@x", "https://bücher.de/ä",
    ])
    func `an address of the web`(text: String) throws {
        #expect(try Validator<String>.isUrl.problem(with: text, path: "url") == nil)
    }

    @Test(arguments: [
        "", "http://", "http://localhost", "javascript:alert(1)", "mailto:a@example.com", "http://exa mple.com",
        "http://example.com:0",
        "http://example.com:65536", "http://example.com:", "gopher://example.com", "http://[::1", "http://[x]/",
        "http://-a.com", "http://<script>.com",
        "http://example.com/\n", "://example.com", "//example", String(repeating: "a", count: 2084) + ".com",
    ])
    func `no address of the web`(text: String) throws {
        #expect(try Validator<String>.isUrl.problem(with: text, path: "url") != nil)
    }

    @Test(.timeLimit(.minutes(1))) func `a text of megabytes costs no more than looking at it once`() throws {
        let long = String(repeating: "a", count: 5_000_000)
        for rule in [
            Validator<String>.isEmail, .isUrl, .isIP, .isUUID(), .isAlpha, .isNumeric, .notEmpty, .len(max: 3),
        ] {
            _ = try rule.problem(with: long, path: "text")
            _ = try rule.problem(with: long + "@" + long, path: "text")
        }
    }
}
