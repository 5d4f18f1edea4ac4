import Domain
import Services
import Storage
import TestSupport
import Testing

@Suite struct SetUpTests {
  @Test func `a fresh register has its administrator and the shipped orders`() throws {
    let register = try TestRegister(isSetUp: false)
    let outcome = try register.office.setUp(administrator: "tester")
    #expect(outcome.administrator == "tester")
    #expect(outcome.orders == 79)
    let users = try register.answer(ListUsers())
    #expect(users.map(\.name) == ["tester"])
    #expect(users.map(\.roles) == [[.administrator]])
    let contents = try register.contents()
    #expect(contents.problems == [])
    #expect(contents.acts == 80)
  }

  @Test func `a second set-up is refused and changes nothing`() throws {
    let register = try TestRegister()
    let before = try register.contents()
    #expect(refusal { try register.office.setUp(administrator: "other") } == .databaseExists)
    #expect(try register.contents() == before)
  }

  @Test func `a set-up that fails leaves a register that can be set up`() throws {
    let register = try TestRegister(isSetUp: false)
    #expect(refusal { try register.office.setUp(administrator: "") } == .fieldValue)
    #expect(try register.contents().acts == 0)
    #expect(refusal { try register.office.setUp(administrator: "tester") } == nil)
  }

  @Test func `a whole register verifies`() throws {
    let register = try TestRegister()
    try register.playMixedMonth()
    let answer = try register.answer(VerifyRegister())
    #expect(answer.checks.flatMap(\.breaches) == [])
    #expect(answer.isClean)
    #expect(answer.families == 12)
    #expect(answer.persons == 20)
  }
}
