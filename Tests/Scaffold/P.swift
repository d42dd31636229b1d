import Testing

@testable import scaffold

@Test func placeholder() {}
