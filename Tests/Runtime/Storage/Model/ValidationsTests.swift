import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation
import Testing

@Suite struct ValidationsTests {
    /// What is said of a call that rules refuse.
    private func refused(_ body: () async throws -> Void) async throws -> [ValidationErrorItem] {
        do {
            try await body()
            return []
        } catch let error as ValidationError {
            return error.items
        } catch let error as AggregateError {
            return error.errors.flatMap(\.error.items)
        }
    }

    @Test func `a rule of the model's own looks at all of it, on every way in`() async throws {
        try await withPlaces { () async throws in
            let half = Place(name: "Pole", latitude: 90)
            let message = "Either both latitude and longitude, or neither!"
            let item = try #require(try await refused { _ = try await Place.create(half) }.first)
            #expect(item.message == message)
            #expect(item.path == "bothCoordsOrNone")
            #expect(item.validatorKey == "bothCoordsOrNone")
            #expect(item.validatorName == nil)
            #expect(item.origin == .function)
            #expect(item.value == nil)
            var input = Changes<Place>()
            input.name = .value("Pole")
            input.latitude = .value(90)
            let partial = input
            #expect(try await refused { _ = try await Place.create(partial) }.map(\.message) == [message])
            #expect(
                try await refused { _ = try await Place.bulkCreate([Place(name: "a"), half]) }.map(\.message) == [
                    message
                ])
            #expect(try await Place.count() == 0)
            var whole = try await Place.create(Place(name: "Pole", latitude: 90, longitude: 0))
            #expect(try await refused { try await whole.update { $0.longitude = nil } }.map(\.message) == [message])
            whole.longitude = nil
            #expect(try await refused { try await whole.save() }.map(\.message) == [message])
            #expect(try await Place.findByPk(whole.id)?.longitude == 0)
        }
    }

    @Test func `an update is checked as the row that comes out`() async throws {
        try await withPlaces { () async throws in
            var place = try await Place.create(Place(name: "Pole", latitude: 90, longitude: 0))
            try await place.update {
                $0.latitude = nil
                $0.longitude = nil
            }
            var changes = Changes<Place>()
            changes.longitude = .value(1)
            #expect(try await refused { try await place.update(changes) }.map(\.path) == ["bothCoordsOrNone"])
            changes.latitude = .value(1)
            try await place.update(changes)
            #expect(try await Place.findByPk(place.id)?.latitude == 1)
        }
    }

    @Test func `a rule for an attribute sees the others, null included, and is asked when it is written`() async throws
    {
        try await withPlaces { () async throws in
            let (nine, ten) = (TimeOfDay(hour: 9, minute: 0), TimeOfDay(hour: 10, minute: 0))
            let early = try await refused { _ = try await Place.create(Place(name: "a", opensAt: ten, closesAt: nine)) }
            #expect(early.map(\.message) == ["closes before it opens"])
            #expect(early.map(\.path) == ["closesAt"])
            #expect(early.map(\.validatorKey) == ["closesLater"])
            #expect(early.map(\.value) == ["09:00:00"])
            let open = try await refused { _ = try await Place.create(Place(name: "a", opensAt: ten)) }
            #expect(open.map(\.message) == ["does not close"])
            var place = try await Place.create(Place(name: "a", closesAt: nine))
            try await place.update { $0.opensAt = ten }  // closesAt is not written
            #expect(place.opensAt == ten)
        }
    }

    @Test func `a rule may name the path, and throw what is no failure`() async throws {
        try await withPlaces { () async throws in
            let items = try await refused { _ = try await Place.create(Place(name: "secret", latitude: 91)) }
            #expect(items.map(\.path) == ["latitude", "bothCoordsOrNone", "name"])
            #expect(items.last?.validatorKey == "noSecretNames")
            await #expect(throws: Place.Unreachable.self) { try await Place.create(Place(name: "broken")) }
        }
    }

    @Test func `a password is in no error`() async throws {
        try await withPlaces { () async throws in
            let items = try await refused { _ = try await Place.create(Place(name: "hunter2", secret: "hunter2")) }
            #expect(items.map(\.path) == ["secret"])
            #expect(items.map(\.value) == [nil])
        }
    }

    @Test func `a null has a sentence of its own, and no other rule is asked of such a row`() async throws {
        try await withPlaces { () async throws in
            var input = Changes<Place>()
            input.latitude = .value(1)
            let partial = input
            let items = try await refused { _ = try await Place.create(partial) }
            #expect(items.map(\.message) == ["A place needs a name"])
            #expect(items.map(\.type) == [.notNull])
            #expect(items.map(\.origin.rawValue) == ["CORE"])
            #expect(items.map(\.validatorName) == ["notNull"])
        }
    }

    @Test func `what is immutable is set once`() async throws {
        try await withPlaces { () async throws in
            var place = try await Place.create(Place(name: "a", code: "A1"))
            let items = try await refused { try await place.update { $0.code = "B2" } }
            #expect(items.map(\.message) == ["Validation isImmutable on code failed"])
            #expect(items.map(\.validatorName) == ["isImmutable"])
            #expect(try await refused { try await place.update { $0.code = nil } }.map(\.path) == ["code"])
            var changes = Changes<Place>()
            changes.code = .value("A1")
            changes.name = .value("b")
            try await place.update(changes)  // the same value is no change
            place.code = "B2"
            #expect(try await refused { try await place.save() }.map(\.path) == ["code"])
            place.code = "A1"
            place.name = "c"
            try await place.save()
            #expect(try await Place.findByPk(place.id)?.name == "c")
            let many = try await refused { try await Place.update(where: { $0.id > 0 }) { $0.code = .value("A1") } }
            #expect(many.map(\.path) == ["code"])
            #expect(try await Place.update(where: { $0.id > 0 }) { $0.name = .value("d") } == 1)
        }
    }

    @Test func `what was found before is told in its place, and no rule guesses at the rest`() async throws {
        struct Input: ChangeSet {
            var changes: Changes<Place>
            var problems: [ValidationErrorItem]
        }
        try await withPlaces { () async throws in
            var changes = Changes<Place>()
            changes.name = .value("much too long a name")
            changes.longitude = .value(1)
            let input = Input(
                changes: changes,
                problems: [ValidationErrorItem(message: "no number", type: .type, path: "latitude")])
            let items = try await refused { _ = try await Place.create(input) }
            #expect(items.map(\.path) == ["name", "latitude"])
            #expect(items.map(\.validatorName) == ["len", nil])
            #expect(items.map(\.origin) == [.function, .core])
        }
    }
}
