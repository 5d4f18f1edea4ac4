internal import Domain

/// The names of the list with all their spellings, drawn as often as made-up people bear them.
struct NameStock: Sendable {
  let names: DemoNames
  let male: [NameForms]
  let female: [NameForms]
  let surnames: [NameForms]

  init(_ names: DemoNames) {
    self.names = names
    male = names.male.elements.map(NameForms.init)
    female = names.female.elements.map(NameForms.init)
    surnames = names.surnames.elements.map(NameForms.init)
  }

  func given(_ sex: Sex, _ random: inout SeededRandom) -> NameForms {
    sex == .male ? father(&random) : female[names.female.place(&random)]
  }

  func father(_ random: inout SeededRandom) -> NameForms { male[names.male.place(&random)] }

  func surname(_ random: inout SeededRandom) -> NameForms {
    surnames[names.surnames.place(&random)]
  }
}
