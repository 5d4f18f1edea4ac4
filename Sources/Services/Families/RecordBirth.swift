package import Domain
package import Storage

/// Records a child born into a family: a new person, a member from its day of birth.
package struct RecordBirth: FamilyUseCase {
  package static let name = "family.birth"

  package var family: Number<Family>
  /// Its relation is not looked at.
  package var child: MemberForm
  package var father: Number<Person>?
  package var mother: Number<Person>?
  /// What the child is to the head; nil where the parents tell it.
  package var relation: Relation?
  package var ground: Ground

  package init(
    family: Number<Family>, child: MemberForm, father: Number<Person>? = nil,
    mother: Number<Person>? = nil, relation: Relation? = nil, ground: Ground
  ) {
    self.family = family
    self.child = child
    self.father = father
    self.mother = mother
    self.relation = relation
    self.ground = ground
  }

  package var detail: String { "\(family), born \(child.birthDate?.description ?? "?")" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    var ground = ground
    let birth = try dayOfBirth()
    ground.on = birth
    var act = try FamilyAct(family, ground, facts, in: transaction)
    var entered = self
    entered.father = try act.entered(father)
    entered.mother = try act.entered(mother)
    return try entered.record(on: birth, in: &act)
  }

  /// With the numbers under which the parents stand in the family.
  private func record(on birth: LocalDate, in act: inout FamilyAct) throws(Failure) -> Int64 {
    guard act.roll.head(on: birth) != nil else {
      throw Failure(
        .familyNoHead, "\(family) has no members on \(birth), so nobody is born into it",
        hint: "kosh family add-member adds a child who was born before")
    }
    var parents: [String] = []
    for (parent, sex, word) in [(father, Sex.male, "father"), (mother, Sex.female, "mother")] {
      guard let parent else { continue }
      guard try act.record(of: parent).sex == sex else {
        throw Failure(.fieldValue, "\(parent) is not recorded as \(sex.rawValue): no \(word)")
      }
      parents.append("\(word) \(try act.name(parent))")
    }
    let relation = if let stated = self.relation { stated } else { try relation(in: &act) }
    var form = child
    form.birthDate = PartialDate(birth)
    let person = try act.admit(.new(form), as: relation, from: birth)
    var words = "\(try act.name(person)) was born, \(relation.rawValue) to the head"
    if !parents.isEmpty { words += "; \(parents.joined(separator: ", "))" }
    return try act.save(.birth, of: person, words)
  }

  /// The form's birth date and the day of the act are one day, and must be known.
  private func dayOfBirth() throws(Failure) -> LocalDate {
    guard let birth = child.birthDate else {
      guard let day = ground.on else {
        throw Failure(
          .fieldRequired, "the child's birth date is not given",
          hint: "--birth-date YYYY-MM-DD, or --on")
      }
      return day
    }
    guard let day = birth.exact else {
      throw Failure(.dateInvalid, "a birth is recorded on its day; “\(birth)” is not a full date")
    }
    if let on = ground.on, on != day {
      throw Failure(.dateOrder, "the birth date is \(day) and the day of the act \(on)")
    }
    return day
  }

  /// By the parents: the child of the head or the spouse is a son or daughter of the head.
  private func relation(in act: inout FamilyAct) throws(Failure) -> Relation {
    let own: Relation = child.sex == .male ? .son : .daughter
    let parents = [father, mother].compactMap(\.self)
    guard !parents.isEmpty else {
      try checkOnlyCouple(in: &act)
      return own
    }
    let relations = parents.compactMap { act.roll.row(of: $0, on: act.day)?.relation }
    if relations.contains(where: { $0 == .head || $0 == .spouse }) { return own }
    if relations.contains(where: { $0 == .son || $0 == .daughter }) { return .grandchild }
    if relations.contains(where: { $0 == .father || $0 == .mother }) {
      return child.sex == .male ? .brother : .sister
    }
    return .other
  }

  /// Where no parent is named they are the head and the spouse only if nobody else can be.
  private func checkOnlyCouple(in act: inout FamilyAct) throws(Failure) {
    for member in act.roll.members(on: act.day) where ![.head, .spouse].contains(member.relation) {
      let birth = try act.record(of: member.person).birthDate
      guard Age(of: birth, on: act.day)?.isAdult != false else { continue }
      throw Failure(
        .fieldRequired,
        "whose child it is must be said: \(member.person) (\(FamilyAct.birth(birth))) may be a "
          + "parent too", hint: "--father PERSON and --mother PERSON, or --relation WORD")
    }
  }
}
