#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONWriter {
    /// Writes a date, `"2026-11-20T09:30:00.000Z"`; `null` outside of the years 0 to 9999, which no date in JSON holds.
    public mutating func date(_ date: Date) {
        guard let time = CivilTime(date) else { return null() }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ISO8601.length) { buffer in
            ISO8601.write(time, into: buffer)
            append(UInt8(ascii: "\""))
            append(buffer)
            append(UInt8(ascii: "\""))
        }
    }
}
