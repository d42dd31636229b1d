import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

/// What Sequelize 6 does, beside what this runtime does.
@Suite struct SequelizeCasesTests {
    @Test(arguments: SequelizeValidatorCases.all)
    func `a rule judges as Sequelize's does`(one: SequelizeCase<SequelizeValidatorCases.Check>) throws {
        let check = try #require(one.input)
        #expect(try check() == (one.expected("default") == "valid"))
    }

    @Test(arguments: SequelizeWhereCases.all)
    func `a condition says what Sequelize's does`(one: SequelizeCase<SequelizeWhereCases.Condition>) throws {
        guard let condition = one.input else { return try hasReason(one) }
        for (engine, dialect) in CaseEngines.dialects {
            let text = try SequelizeFact.text(condition(SequelizeFact.columns), dialect)
            #expect(text == one.expected(engine), "\(engine)")
        }
        if !one.ours.isEmpty { try hasReason(one) }
    }

    @Test(arguments: SequelizeColumnTypeCases.all)
    func `a column has Sequelize's type`(one: SequelizeCase<ColumnType>) throws {
        guard let type = one.input else { return try hasReason(one) }
        for (engine, dialect) in CaseEngines.dialects {
            #expect(try dialect.type(type) == one.expected(engine), "\(engine)")
        }
        if !one.ours.isEmpty { try hasReason(one) }
    }

    @Test func `no case is left out`() {
        #expect(Set(SequelizeValidatorCases.all.map(\.id)).count == 38)
        #expect(Set(SequelizeWhereCases.all.map(\.id)).count == 43)
        #expect(Set(SequelizeColumnTypeCases.all.map(\.id)).count == 50)
    }

    /// What is different, or not there, says why.
    private func hasReason<Input>(_ one: SequelizeCase<Input>) throws {
        #expect(try #require(one.reason).count > 10)
    }
}
