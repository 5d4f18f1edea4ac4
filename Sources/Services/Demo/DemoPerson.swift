internal import Domain

/// A made-up person, names by their places in ``DemoNames``.
struct DemoPerson {
  var relation: String
  var sex: Sex
  /// In the names of the person's sex.
  var given: Int
  /// In the names of men: whose child the person is.
  var father: Int
  /// In the surnames; a naming without surnames leaves it unread.
  var surname: Int
  var birth: LocalDate
  /// Age in whole years on the day of arrival, near enough.
  var age: Int
}

/// A made-up family before it is written: the head first.
struct DemoFamily {
  var people: [DemoPerson] = []
  let arrival: LocalDate
  private let names: DemoNames
  private var random: SeededRandom

  /// Sizes from 1 to 9, 3.2 people on average, as in the national registry.
  private static let sizes = Weighted<Int>([
    (1, 150), (2, 220), (3, 240), (4, 195), (5, 110), (6, 50), (7, 20), (8, 10), (9, 5),
  ])

  private enum Kin { case child, parent, sibling, grandchild, grandparent, other }

  private static let kin = Weighted<Kin>([
    (.child, 850), (.parent, 55), (.sibling, 40), (.grandchild, 35), (.grandparent, 8),
    (.other, 12),
  ])

  init(arrival: LocalDate, names: DemoNames, random: SeededRandom) {
    self.arrival = arrival
    self.names = names
    self.random = random
    let size = Self.sizes.draw(&self.random)
    addHead(of: size)
    if size > 1, self.random.chance(850) { addSpouse() }
    while people.count < size { addKin() }
  }

  private mutating func addHead(of size: Int) {
    // Large families have had the time to grow.
    let youngest = size > 4 ? 30 : 20
    let age = size == 1 ? 18 + random.below(58) : youngest + random.below(25) + random.below(20)
    let sex = random.chance(size == 1 ? 350 : 180) ? Sex.female : .male
    add("head", sex, age: age)
  }

  private mutating func addSpouse() {
    let head = people[0]
    let age = max(18, head.age - 5 + random.below(9))
    add("spouse", head.sex == .male ? .female : .male, age: age)
    if random.chance(300) { people[1].surname = head.surname }
  }

  /// One more member, of a kind that the head's age allows.
  private mutating func addKin() {
    let head = people[0]
    let spouse = people.count > 1 && people[1].relation == "spouse" ? people[1] : nil
    let eldest = min(min(head.age, spouse?.age ?? head.age) - 18, 30)
    let sex = random.chance(490) ? Sex.female : .male
    switch Self.kin.draw(&random) {
    case .child where eldest >= 0: addChild(sex, eldest: eldest, spouse: spouse)
    case .parent where head.age < 60 && !has(sex == .male ? "father" : "mother"):
      // No one came at ninety: a register of 1991 to today must hold no one over 130.
      let age = min(head.age + 19 + random.below(14), 88)
      add(sex == .male ? "father" : "mother", sex, age: age)
      if sex == .male {
        people[people.count - 1].given = head.father
        people[people.count - 1].surname = head.surname
      }
    case .grandchild where head.age >= 45:
      add("grandchild", sex, age: random.below(head.age - 42))
      people[people.count - 1].surname = head.surname
      if let son = people.first(where: { $0.relation == "son" && $0.age >= 18 }) {
        people[people.count - 1].father = son.given
      }
    case .grandparent where head.age <= 30 && !has("grandparent"):
      add("grandparent", sex, age: head.age + 42 + random.below(12))
    case .other: add("other", sex, age: 5 + random.below(60))
    default:
      add(sex == .male ? "brother" : "sister", sex, age: max(1, head.age - 9 + random.below(16)))
      people[people.count - 1].father = head.father
      people[people.count - 1].surname = head.surname
    }
  }

  private mutating func addChild(_ sex: Sex, eldest: Int, spouse: DemoPerson?) {
    let head = people[0]
    let father = head.sex == .male ? head.given : spouse?.given
    let siblings = people.filter { $0.relation == "son" || $0.relation == "daughter" }
    var age = random.below(eldest + 1)
    for _ in 0..<8 where siblings.contains(where: { abs($0.age - age) < 2 }) {
      age = random.below(eldest + 1)
    }
    // Births less than two years apart could fall within nine months: then they are twins.
    let twin = siblings.first { abs($0.age - age) < 2 }
    add(sex == .male ? "son" : "daughter", sex, age: age)
    let last = people.count - 1
    people[last].surname = head.surname
    // Without a father in the family, its children still share one.
    people[last].father = father ?? siblings.first?.father ?? people[last].father
    if let twin {
      people[last].birth = twin.birth
      people[last].age = twin.age
    }
    if siblings.contains(where: { $0.sex == sex && $0.given == people[last].given }) {
      people[last].given = drawGiven(sex)
    }
  }

  private func has(_ relation: String) -> Bool { people.contains { $0.relation == relation } }

  private mutating func drawGiven(_ sex: Sex) -> Int {
    sex == .male ? names.male.place(&random) : names.female.place(&random)
  }

  private mutating func add(_ relation: String, _ sex: Sex, age: Int) {
    let days = age * 1461 / 4 + 1 + random.below(365)
    people.append(
      DemoPerson(
        relation: relation, sex: sex, given: drawGiven(sex), father: names.male.place(&random),
        surname: names.surnames.place(&random), birth: arrival.adding(days: -days), age: age))
  }
}
