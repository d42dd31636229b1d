import Testing

@testable import ScaffoldStorage

/// What the study guide does with its models.
@Suite struct StudyGuideTests {
    @Test(arguments: TestEngine.all)
    func `findAll, buscar todos os usuários, and the other methods`(_ engine: TestEngine) async throws {
        try await withLenders(on: engine) { () async throws in
            // .create({name, email})
            let ana = try await Lender.create(Lender("ana"))
            _ = try await Lender.create(Lender("bia"))
            #expect(try await Lender.findAll().map(\.name).sorted() == ["ana", "bia"])
            // .findByPk(pk), encontrar pela primary key
            #expect(try await Lender.findByPk(ana.id)?.name == "ana")
            // .findOne({ where: email }), apenas um que cumpra os critérios
            let email = "bia@example.com"
            #expect(try await Lender.findOne { $0.where { $0.email == email } }?.name == "bia")
            // .update({name, email}, {where: pk})
            let count = try await Lender.update(where: { $0.id == ana.id }) {
                $0.name = .value("anna")
                $0.email = .value("anna@example.com")
            }
            #expect(count == 1)
            #expect(try await Lender.findByPk(ana.id)?.email == "anna@example.com")
            // .destroy({where: pk}), retira uma linha da tabela
            #expect(try await Lender.destroy { $0.id == ana.id } == 1)
            #expect(try await Lender.findAll().map(\.name) == ["bia"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `User hasOne Phone, Phone belongsTo User, by keys of other names`(_ engine: TestEngine) async throws {
        try await withLenders(on: engine) { () async throws in
            let ana = try await Lender.create(Lender("ana"))
            let phone = try await Lender.associations.phone.create(Phone("123"), of: ana)
            #expect(phone.lenderId == ana.id)
            let read = try await Lender.findByPk(ana.id) { $0.include(\.phone) }
            #expect(try read?.phone.get()?.number == "123")
            let back = try await Phone.findOne { $0.include(\.lender) }
            #expect(try back?.lender.get().name == "ana")
            // ON UPDATE and ON DELETE CASCADE
            try await database.execute("UPDATE \(identifier: "Users") SET user_id = \(7)")
            #expect(try await Phone.findOne()?.lenderId == 7)
            try await Lender.destroy { $0.id == 7 }
            #expect(try await Phone.count() == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `N to N, belongsToMany through UserBook, whose key is both foreign keys`(_ engine: TestEngine) async throws {
        try await withLenders(on: engine) { () async throws in
            let ana = try await Lender.create(Lender("ana"))
            let bia = try await Lender.create(Lender("bia"))
            let books = try await Book.bulkCreate(["Dune", "Emma"].map { Book($0) })
            try await Lender.associations.books.add(books, to: ana)
            try await Book.associations.users.add([bia], to: books[0])
            let users = try await Lender.findAll {
                $0.include(\.books) { $0.order(by: \.title) }
                $0.order(by: \.name)
            }
            #expect(try users.map { try $0.books.get().map(\.title) } == [["Dune", "Emma"], ["Dune"]])
            let readers = try await Book.findByPk(books[0].id) { $0.include(\.users) { $0.order(by: \.name) } }
            #expect(try readers?.users.get().map(\.name) == ["ana", "bia"])
            let key = UserBook.Key(lenderId: ana.id, bookId: books[1].id)
            let link = try #require(try await UserBook.findByPk(key))
            await #expect(throws: UniqueConstraintError.self) { try await UserBook.create(link) }
            try await ana.destroy()
            #expect(try await UserBook.count() == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `include with exclude, remover informações desnecessárias`(_ engine: TestEngine) async throws {
        try await withLenders(on: engine) { () async throws in
            let ana = try await Lender.create(Lender("ana"))
            _ = try await Lender.associations.phone.create(Phone("123"), of: ana)
            let phone = try #require(try await Phone.findByPk(1, as: PhoneBook.self))
            #expect((phone.number, phone.owner) == ("123", "ana"))
        }
    }

    /// A phone with its owner, of whom everything is read but the address.
    private struct PhoneBook: Projection {
        var number: String
        var owner: String

        static let selection = Selection<Phone, PhoneBook> {
            $0.columns(\.number)
            $0.join(\.lender) { $0.columns(except: [\.email]) }
        }

        init(row: Row) throws {
            number = try row[0]
            owner = try row[2]
        }
    }

    @Test(arguments: TestEngine.all)
    func `sequelize transaction, ou ela roda por completo, ou não`(_ engine: TestEngine) async throws {
        try await withLenders(on: engine) { () async throws in
            await #expect(throws: ForeignKeyConstraintError.self) {
                try await database.transaction {
                    _ = try await Lender.create(Lender("ana"))
                    _ = try await Phone.create(Phone("123", lenderId: 99))
                }
            }
            #expect(try await Lender.count() == 0)
            let phone = try await database.transaction {
                let ana = try await Lender.create(Lender("ana"))
                return try await Phone.create(Phone("123", lenderId: ana.id))
            }
            #expect(try await Lender.findByPk(phone.lenderId)?.name == "ana")
        }
    }
}
