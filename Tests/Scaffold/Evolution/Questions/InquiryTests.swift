import Foundation
import Testing

@testable import scaffold

struct InquiryTests {
    private func inquiry(from old: String, to new: String, _ hints: [Hint] = []) throws -> Inquiry {
        try Inquiry(
            from: Schemas.read(models: old).tables(), to: Schemas.read(models: new), hints: hints,
            now: Date(timeIntervalSince1970: 0))
    }

    private let before = "  Post: {attributes: {title: string(200)!, status: 'enum(draft, done)', at: date}}"

    private func problem(_ hint: Hint, from old: String, to new: String) -> String? {
        do {
            _ = try inquiry(from: old, to: new, [hint])
            return nil
        } catch let problems as Diagnostics {
            return problems.all.map(\.description).joined(separator: "\n")
        } catch {
            return "\(error)"
        }
    }

    @Test func `a column that goes while another comes is asked for, and both answers are taken`() throws {
        let after = before.replacing("title:", with: "headline:")
        let inquiry = try inquiry(from: before, to: after)
        let question = try #require(inquiry.questions.first)
        #expect(inquiry.questions.count == 1)
        #expect(question.kind == .rename)
        #expect(question.subject == SchemaPath("Post", "title"))
        #expect(question.answers.map(\.hint.flag) == ["--rename Post.title=headline", "--drop Post.title"])

        let renamed = try self.inquiry(from: before, to: after, [.rename(SchemaPath("Post", "title"), to: "headline")])
        #expect(renamed.questions.isEmpty)
        #expect(
            renamed.evolution.migrations.flatMap(\.up).contains(.renameColumn(table: "posts", "title", to: "headline")))

        let dropped = try self.inquiry(
            from: before, to: after,
            [.drop(SchemaPath("Post", "title")), .backfill(SchemaPath("Post", "headline"), "none")])
        #expect(dropped.questions.isEmpty)
        #expect(
            dropped.evolution.migrations.flatMap(\.up).contains {
                if case .removeColumn("posts", let column) = $0 { column.name == "title" } else { false }
            })
    }

    @Test func `data loss that is allowed answers no question of a name`() throws {
        let after = before.replacing("title:", with: "headline:")
        let questions = try inquiry(from: before, to: after, [.allowDataLoss]).questions
        #expect(questions.first?.kind == .rename)
    }

    @Test func `renamedFrom answers it, and does not hurt once it is done`() throws {
        let after = before.replacing("title: string(200)!", with: "headline: {type: string(50)!, renamedFrom: title}")
        let renamed = try inquiry(from: before, to: after)
        #expect(renamed.questions.isEmpty)
        let up = renamed.evolution.migrations.flatMap(\.up)
        #expect(up.first == .renameColumn(table: "posts", "title", to: "headline"))
        #expect(up.count == 2)
        #expect(try inquiry(from: after, to: after).evolution.migrations.isEmpty)
    }

    @Test func `a model that is renamed keeps its table's rows, its attributes may be renamed too`() throws {
        let after = """
              Article: {renamedFrom: Post, attributes: {headline: string(200)!, status: 'enum(draft, done)', at: date}}
            """
        for path in ["Post", "Article"] {
            let inquiry = try inquiry(from: before, to: after, [.rename(SchemaPath(path, "title"), to: "headline")])
            #expect(inquiry.questions.isEmpty)
            let up = inquiry.evolution.migrations.flatMap(\.up)
            #expect(
                up.prefix(2) == [
                    .renameTable("posts", to: "articles"), .renameColumn(table: "articles", "title", to: "headline"),
                ])
        }
        let plain = after.replacing("renamedFrom: Post, ", with: "").replacing("headline", with: "title")
        let asked = try inquiry(from: before, to: plain).questions
        #expect(asked.first?.answers.map(\.hint.flag) == ["--rename Post=Article", "--drop Post"])
        #expect(try inquiry(from: before, to: plain, [.rename(SchemaPath("Post"), to: "Article")]).questions.isEmpty)
    }

    @Test func `what is lost is asked for unless it is named or allowed`() throws {
        let without = "  Post: {attributes: {status: 'enum(draft, done)', at: date}}"
        let asked = try inquiry(from: before, to: without).questions
        #expect(asked.map(\.kind) == [.loss])
        #expect(asked.first?.answers.map(\.hint.flag) == ["--drop Post.title", "--allow-data-loss"])
        #expect(try inquiry(from: before, to: without, [.drop(SchemaPath("Post", "title"))]).questions.isEmpty)
        #expect(try inquiry(from: before, to: without, [.allowDataLoss]).questions.isEmpty)

        let gone = try inquiry(from: before + "\n  Tag: {}", to: "  Tag: {}").questions
        #expect(gone.map(\.subject) == [SchemaPath("Post")])

        let cut = try inquiry(from: before, to: before.replacing("at: date", with: "at: dateonly")).questions
        #expect(cut.map(\.kind) == [.loss])
        #expect(cut.first?.answers.map(\.hint) == [.allowDataLoss])
        #expect(cut.first?.text.contains("cut off") == true)
    }

    @Test func `a new column that must have a value asks what rows get`() throws {
        let after = before.replacing("at: date", with: "at: date, slug: string!, views: integer!")
        let asked = try inquiry(from: before, to: after).questions
        #expect(asked.map(\.subject) == [SchemaPath("Post", "slug"), SchemaPath("Post", "views")])
        #expect(asked.allSatisfy { $0.kind == .value })
        let answered = try inquiry(
            from: before, to: after,
            [.backfill(SchemaPath("Post", "slug"), "sql:lower(title)"), .backfill(SchemaPath("Post", "views"), "7")])
        #expect(answered.questions.isEmpty)
        let up = answered.evolution.migrations.flatMap(\.up)
        #expect(up.contains(.backfill(table: "posts", column: "slug", value: .sql("lower(title)"))))
        #expect(up.contains(.backfill(table: "posts", column: "views", value: .value(.integer(7)))))
    }

    @Test func `a word of an enum that goes while another comes is asked for`() throws {
        let after = before.replacing("draft, done", with: "sketch, done")
        let asked = try inquiry(from: before, to: after).questions
        #expect(
            asked.first?.answers.map(\.hint.flag) == ["--rename Post.status.draft=sketch", "--drop Post.status.draft"])
        for hint in [
            Hint.rename(SchemaPath("Post", "status", value: "draft"), to: "sketch"),
            .drop(SchemaPath("Post", "status", value: "draft")),
        ] {
            #expect(try inquiry(from: before, to: after, [hint]).questions.isEmpty)
        }
    }

    @Test(arguments: [
        (Hint.rename(SchemaPath("Pots", "title"), to: "headline"), "did you mean 'Post'?"),
        (.rename(SchemaPath("Post", "titel"), to: "headline"), "did you mean 'title'?"),
        (.rename(SchemaPath("Post", "title"), to: "headlin"), "did you mean 'headline'?"),
        (.rename(SchemaPath("Post"), to: "Artcle"), "no model 'Artcle'"),
        (.rename(SchemaPath("Post", "status", value: "drft"), to: "done"), "did you mean 'draft'?"),
        (.drop(SchemaPath("Post", "body")), "no attribute 'body'"),
        (.backfill(SchemaPath("Post", "views"), "many"), "'many'"),
        (.backfill(SchemaPath("Post", "viws"), "1"), "did you mean 'views'?"),
    ])
    func `a hint that names nothing says so`(hint: Hint, message: String) {
        let after = before.replacing("title: string(200)!", with: "headline: string(200)!, views: integer!")
        let found = problem(hint, from: before, to: after)
        #expect(found?.contains(message) == true, "\(found ?? "nothing")")
    }
}
