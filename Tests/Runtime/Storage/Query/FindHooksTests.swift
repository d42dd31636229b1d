import Testing

@testable import ScaffoldStorage

@Suite struct FindHooksTests {
    @Test(arguments: TestEngine.all)
    func `every way to find asks the hooks, which narrow the query and change the rows`(_ engine: TestEngine)
        async throws
    {
        try await withParcels(on: engine, ReadLog(owner: "Ann")) { (log: ReadLog) async throws in
            let all = try await Parcel.findAll { $0.order(by: \.weight) }
            #expect(all.map(\.label) == ["Ann 1", "Ann 2"])
            #expect(log.take() == ["beforeFind", "afterFind 2"])
            #expect(try await Parcel.findOne { $0.order(by: \.weight, .descending) }?.label == "Ann 2")
            #expect(log.take() == ["beforeFind", "afterFind 1"])
            #expect(try await Parcel.findByPk(3) == nil)
            #expect(log.take() == ["beforeFind", "afterFind 0"])
            let page = try await Parcel.findPage { $0.limit(1) }
            #expect(page.rows.map(\.label) == ["Ann 1"])
            #expect(page.next != nil)
            #expect(log.take() == ["beforeFind", "afterFind 1"])
            let counted = try await Parcel.findAndCountAll { $0.limit(1) }
            #expect(counted.count == 2)
            #expect(counted.rows.map(\.label) == ["Ann 1"])
            #expect(log.take() == ["beforeCount", "beforeFind", "afterFind 1"])
            var parcel = all[0]
            parcel.weight = 9
            try await parcel.reload()
            #expect(parcel.weight == 1)
            #expect(log.take() == ["beforeFind", "afterFind 1"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows that are read in part are narrowed too`(_ engine: TestEngine) async throws {
        try await withParcels(on: engine, ReadLog(owner: "Ann")) { (log: ReadLog) async throws in
            #expect(try await Parcel.findAll(as: ParcelWeight.self).map(\.weight).sorted() == [1, 2])
            #expect(try await Parcel.findOne(as: ParcelWeight.self) { $0.where { $0.owner == "Bob" } } == nil)
            #expect(try await Parcel.findByPk(3, as: ParcelWeight.self) == nil)
            #expect(try await Parcel.findPage(as: ParcelWeight.self) { $0.limit(5) }.rows.count == 2)
            #expect(try await Parcel.findAll(\.weight) { $0.order(by: \.weight) } == [1, 2])
            #expect(log.take() == Array(repeating: "beforeFind", count: 5))
            let counted = try await Parcel.findAndCountAll(as: ParcelWeight.self) { $0.limit(1) }
            #expect((counted.count, counted.rows.count) == (2, 1))
            #expect(log.take() == ["beforeCount", "beforeFind"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `counting asks its own hook, aggregates none`(_ engine: TestEngine) async throws {
        try await withParcels(on: engine, ReadLog(owner: "Bob")) { (log: ReadLog) async throws in
            #expect(try await Parcel.count() == 1)
            #expect(try await !Parcel.exists { $0.where { $0.owner == "Ann" } })
            #expect(log.take() == ["beforeCount", "beforeCount"])
            #expect(try await Parcel.sum(\.weight) == 6)
            #expect(log.take().isEmpty)
        }
    }

    @Test(arguments: TestEngine.all)
    func `findOrCreate asks them once, and a hook that throws ends the search`(_ engine: TestEngine) async throws {
        try await withParcels(on: engine, ReadLog(owner: "Ann")) { (log: ReadLog) async throws in
            let (found, created) = try await Parcel.findOrCreate(
                where: { $0.weight == 2 }, defaults: Parcel("Ann", 2))
            #expect(!created)
            #expect(found.label == "Ann 2")
            #expect(log.take() == ["beforeFind", "afterFind 1"])
            #expect(try await Parcel.findOrCreate(where: { $0.weight == 8 }, defaults: Parcel("Ann", 8)).created)
            #expect(log.take() == ["beforeFind", "afterFind 0"])
        }
        try await withParcels(on: engine, ReadLog(stops: true)) { (log: ReadLog) async throws in
            await #expect(throws: Refused.self) { try await Parcel.findAll() }
            #expect(log.take() == ["beforeFind"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows come one after another, batch by batch`(_ engine: TestEngine) async throws {
        try await withParcels(on: engine, ReadLog()) { (log: ReadLog) async throws in
            var weights: [Int] = []
            for try await parcel in Parcel.findEach(inBatchesOf: 2, { $0.order(by: \.weight, .descending) }) {
                weights.append(parcel.weight)
            }
            #expect(weights == [3, 2, 1])
            // the second batch is short, so no third one is asked for
            #expect(log.take() == ["beforeFind", "afterFind 2", "beforeFind", "afterFind 1"])
            for try await _ in Parcel.findEach({ $0.where { $0.weight > 9 } }) { Issue.record("none is so heavy") }
            _ = log.take()
            for try await parcel in Parcel.findEach(inBatchesOf: 1) {
                if parcel.id == 1 { break }
            }
            #expect(log.take().count == 2)
            await #expect(throws: QueryError.self) {
                for try await _ in Parcel.findEach(inBatchesOf: 0) {}
            }
        }
    }
}
