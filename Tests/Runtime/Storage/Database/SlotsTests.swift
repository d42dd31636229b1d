import Testing

@testable import ScaffoldStorage

@Suite struct SlotsTests {
    @Test func `whoever waits longest is served first`() async throws {
        let slots = Slots([0], name: "slot", timeout: nil)
        let held = try await slots.acquire()
        let order = Order()
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<20 {
            tasks.append(
                Task {
                    let slot = try await slots.acquire()
                    await order.add(number)
                    slots.release(slot)
                })
            try await Task.sleep(for: .milliseconds(2))
        }
        slots.release(held)
        for task in tasks { try await task.value }
        #expect(await order.numbers == Array(0..<20))
    }

    @Test func `a cancelled one stops waiting and takes nothing along`() async throws {
        let slots = Slots([0], name: "slot", timeout: .seconds(60))
        let held = try await slots.acquire()
        let task = Task { try await slots.acquire() }
        try await Task.sleep(for: .milliseconds(5))
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        slots.release(held)
        #expect(try await slots.acquire() == 0)
    }

    @Test func `waiting ends with the timeout`() async throws {
        let slots = Slots([0], name: "slot", timeout: .milliseconds(30))
        let held = try await slots.acquire()
        await #expect(throws: DatabaseTimeoutError.self) { _ = try await slots.acquire() }
        await #expect(throws: DatabaseTimeoutError.self) { _ = try await slots.acquire() }
        slots.release(held)
        #expect(try await slots.acquire() == 0)
    }

    @Test func `under stress every slot is lent to one at a time and none is lost`() async throws {
        let slots = Slots(Array(0..<3), name: "slot", timeout: .seconds(20))
        let ledger = Ledger()
        await withTaskGroup { group in
            for number in 0..<600 {
                group.addTask {
                    let task = Task {
                        let slot = try await slots.acquire()
                        await ledger.lend(slot)
                        await Task.yield()
                        await ledger.giveBack(slot)
                        slots.release(slot)
                    }
                    if number % 3 == 0 { task.cancel() }
                    _ = try? await task.value
                }
            }
        }
        #expect(await ledger.clashes == 0)
        for _ in 0..<3 { _ = try await slots.acquire() }
    }

    private actor Order {
        var numbers: [Int] = []
        func add(_ number: Int) { numbers.append(number) }
    }

    private actor Ledger {
        var clashes = 0
        private var lent: Set<Int> = []
        func lend(_ slot: Int) { if !lent.insert(slot).inserted { clashes += 1 } }
        func giveBack(_ slot: Int) { lent.remove(slot) }
    }
}
