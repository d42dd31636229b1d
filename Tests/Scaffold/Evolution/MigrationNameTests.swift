import Foundation
import Testing

@testable import scaffold

@Suite struct MigrationNameTests {
    @Test(arguments: [
        ("20261120093000-create-post.swift", "CreatePost_20261120093000"),
        ("20240229000000-add-a-to-b", "AddAToB_20240229000000"),
        ("20261120093000-2fa", "Migration2fa_20261120093000"),
        ("20261120093000-addStatus", "AddStatus_20261120093000"),
    ])
    func `a file's name says the name of its type`(file: String, type: String) {
        #expect(MigrationName(fileName: file)?.typeName == type)
    }

    @Test(arguments: [
        "MigrationList.swift", "20261320093000-month-13.swift", "20260230000000-no-such-day.swift", "2026-a.swift",
        "20261120093000.swift", "20261120093000-a b.swift", "20261120093000-a\"b.swift", "",
    ])
    func `other files are no migrations`(file: String) {
        #expect(MigrationName(fileName: file) == nil)
    }

    @Test func `a timestamp is written in UTC, to the second`() {
        #expect(Timestamp(Date(timeIntervalSince1970: 0)).description == "19700101000000")
        #expect(Timestamp(Date(timeIntervalSince1970: 1_709_164_799.9)).next.description == "20240229000000")
        #expect(Timestamp("20240229000000")?.description == "20240229000000")
    }
}
