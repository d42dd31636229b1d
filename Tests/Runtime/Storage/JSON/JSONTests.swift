import ScaffoldStorage
import Testing

@Suite struct JSONTests {
    private let post: JSON = ["id": 7, "tags": ["a", "b"], "author": ["name": "A"], "none": nil, "share": 0.5]

    @Test func `what is there is found, what is not is null`() {
        #expect(post["id"] == 7)
        #expect(post["tags"][1] == "b")
        #expect(post["author"]["name"].string == "A")
        #expect(post["tags"][2].isNull)
        #expect(post["tags"][-1].isNull)
        #expect(post["tags"]["a"].isNull)
        #expect(post["nothing"]["here"][0].isNull)
        #expect(post["share"].double == 0.5)
        #expect(post["id"].string == nil)
        #expect(post["id"].bool == nil)
        #expect(post.object?.count == 5)
    }

    @Test func `objects are equal whatever the order of their members`() {
        #expect((["a": 1, "b": 2] as JSON) == ["b": 2, "a": 1])
        #expect((["a": 1] as JSON) != ["a": 1, "b": 2])
        #expect((["a": 1] as JSON) != ["b": 1])
    }

    @Test func `an object keeps its order through changes`() {
        var object = JSONObject()
        for place in 0..<40 { object["k\(place)"] = .integer(place) }
        object["k3"] = "three"
        object["k5"] = nil
        object["k40"] = 40
        #expect(object.count == 40)
        #expect(object["k3"] == "three")
        #expect(object["k5"] == nil)
        #expect(object["k39"] == 39)
        #expect(object.names.prefix(6) == ["k0", "k1", "k2", "k3", "k4", "k6"])
        #expect(object.names.last == "k40")
    }
}
