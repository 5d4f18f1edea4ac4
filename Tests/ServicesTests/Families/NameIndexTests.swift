import Domain
import Services
import Storage
import TestSupport
import Testing

/// The index of names follows the names; nobody who writes one enters it.
@Suite struct NameIndexTests {
  @Test func `whoever was written before a search is found by it, and entered once`() throws {
    let register = try TestRegister()
    let first = try register.register(Samples.family("A-1", count: 1).with(.givenName, "Жаңаесім"))
    #expect(try register.integer("SELECT count(*) FROM name_pack") == 0)
    #expect(try register.answer(FindFamilies(text: "жаңаесім")).map(\.family) == [first])
    let packs = try register.integer("SELECT count(*) FROM name_pack")
    #expect(packs > 0)
    #expect(try register.answer(FindFamilies(text: "жаңаесім")).count == 1)
    #expect(try register.integer("SELECT count(*) FROM name_pack") == packs)
  }

  @Test func `an import enters its names itself`() throws {
    let register = try TestRegister()
    _ = try register.importing(Samples.csv([Samples.family("A-1"), Samples.family("A-2")]))
    let last = try register.integer("SELECT max(id) FROM person_name")
    #expect(try register.integer("SELECT last FROM name_mark") == last)
  }

  /// Two bytes a person; the names of an earlier number come between those of later ones.
  @Test func `a name that an earlier person gets later is entered among the others`() throws {
    let register = try TestRegister()
    for reference in ["A-1", "A-2", "A-3"] {
      try register.register(Samples.family(reference, count: 1).with(.givenName, "Серік"))
    }
    #expect(try register.answer(FindPersons(text: "Мұхтар")).isEmpty)
    for (serial, paper) in [(3, "a card"), (1, "a card"), (2, "a card"), (1, "a letter")] {
      let name = PersonName(script: .cyrillic, givenName: "Мұхтар")
      let ground = Ground(reason: "shown", document: paper)
      try register.perform(AddName(person: .p(serial), name: name, ground: ground))
      _ = try register.answer(FindPersons(text: "Мұхтар"))
    }
    let found = try register.answer(FindPersons(text: "Мұхтар"))
    #expect(found.map(\.found.record.number) == [.p(1), .p(2), .p(3)])
    let bytes = try register.integer(
      """
      SELECT length(people) FROM name_pack AS p JOIN name_token AS t ON t.id = p.token_id
      WHERE t.text = 'мухтар'
      """)
    #expect(bytes == 6)
  }

  @Test func `what a dry run wrote is not in the index`() throws {
    let register = try TestRegister()
    let form = try register.office.form(Samples.family("A-1").with(.givenName, "Жаңаесім"))
    _ = try register.office.perform(RegisterFamily(form: form), as: "tester", keeping: false)
    #expect(try register.answer(FindFamilies(text: "жаңаесім")).isEmpty)
    try register.perform(RegisterFamily(form: form))
    #expect(try register.answer(FindFamilies(text: "жаңаесім")).count == 1)
  }
}
