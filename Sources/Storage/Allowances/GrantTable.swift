package import Domain

/// Grants of allowances, with the lines and the people each rested on, frozen.
package enum GrantTable {
  static let grants = Layout(
    18, "allowance_grant", isNumbered: true,
    [
      "family_id", "inclusion_id", "kind", "region", "decided_on", "decision", "people", "mci",
      "mci_from", "mci_source", "mci_standing", "rounding", "amount", "standing", "notes",
    ], later: ["place", "months", "first_month", "cost", "employer"])
  static let lines = Layout(
    19, "allowance_line",
    [
      "grant_id", "label_en", "label_kk", "label_ru", "quantity", "multiple", "rate", "amount",
      "arithmetic", "source", "article", "standing",
    ])
  static let persons = Layout(
    20, "allowance_person", closes: true, ["grant_id", "person_id", "kind", "relation"],
    later: ["first_month"])
  static let divisions = Layout(
    26, "allowance_division", closes: true,
    ["grant_id", "person_id", "family_id", "amount", "on_date"])

  package struct Draft {
    package let family: Number<Family>
    package let inclusion: InclusionRecord
    package let quote: AllowanceQuote
    package let decision: String?
    package let people: [Membership]
    package let terms: AllowanceTerms

    package init(
      family: Number<Family>, inclusion: InclusionRecord, quote: AllowanceQuote,
      decision: String?, people: [Membership], terms: AllowanceTerms = .none
    ) {
      self.family = family
      self.inclusion = inclusion
      self.quote = quote
      self.decision = decision
      self.people = people
      self.terms = terms
    }
  }

  package static func insert(_ draft: Draft, registered: Int, in transaction: Transaction)
    throws(Failure) -> Number<Grant>
  {
    let quote = draft.quote
    let number: Number<Grant> = try transaction.nextNumber(in: grants, year: registered)
    let row = try transaction.row(in: grants, id: number.raw)
    row.add(draft.family)
    row.add(draft.inclusion.number)
    row.add(word: quote.kind)
    row.add(draft.inclusion.region)
    row.add(quote.on)
    row.add(draft.decision)
    row.add(draft.people.count)
    row.add(quote.mci)
    row.add(quote.mciFrom)
    row.add(quote.mciCitation.source)
    row.add(word: quote.mciCitation.standing)
    row.add(quote.rounding)
    row.add(quote.total)
    row.add(word: quote.standing)
    row.add(quote.notes.joined(separator: "\n"))
    let terms = draft.terms
    row.addLater([
      terms.place.map { .text($0.rawValue) }, terms.months.map { .integer(Int64($0)) },
      terms.firstMonth.map { .text("\($0)") }, terms.cost.map { .integer($0.tiyn) },
      terms.employer.map { .text("\($0)") },
    ])
    try row.insert()
    for line in quote.lines { try insert(line, of: number, in: transaction) }
    for member in draft.people {
      let (row, _) = try transaction.row(in: persons)
      row.add(number)
      row.add(member.person)
      row.add(word: quote.kind)
      row.add(word: member.relation)
      row.addLater(terms.firstMonth?.description)
      try row.insert()
    }
    return number
  }

  private static func insert(
    _ line: AllowanceQuote.Line, of grant: Number<Grant>, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: lines)
    row.add(grant)
    row.add(line.label.en)
    row.add(line.label.kk)
    row.add(line.label.ru)
    row.add(line.quantity)
    row.add(line.multiple.description)
    row.add(line.rate)
    row.add(line.amount)
    row.add(line.arithmetic)
    row.add(line.citation.source)
    row.add(line.citation.article)
    row.add(word: line.citation.standing)
    try row.insert()
  }

  // MARK: Reading

  package static func find(_ number: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> GrantRecord?
  {
    try transaction.first("\(raw: select) WHERE id = \(number)", decode)
  }

  /// Throws `grant.not-found`.
  package static func known(_ number: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> GrantRecord
  {
    guard let grant = try find(number, in: transaction) else {
      throw Failure(.grantNotFound, "no grant is numbered \(number)")
    }
    return grant
  }

  /// A family's grants, as known after act `knowledge`.
  package static func all(
    of family: Number<Family>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [GrantRecord] {
    try transaction.all(
      "\(raw: select) WHERE family_id = \(family) AND act <= \(knowledge) ORDER BY id", decode)
  }

  /// The grants in which a person was counted for an allowance, in whatever family and under any
  /// of its numbers: of rent several, for different months, of the others one.
  package static func counting(
    _ person: Number<Person>, kind: AllowanceKind, in transaction: Transaction
  ) throws(Failure) -> [GrantRecord] {
    var grants: [GrantRecord] = []
    for number in try PersonLinkTable.cluster(of: person, in: transaction) {
      grants += try transaction.all(
        """
        \(raw: select) WHERE id IN (SELECT grant_id FROM allowance_person
          WHERE person_id = \(number) AND kind = \(kind) AND closed_by IS NULL)
        ORDER BY id
        """, decode)
    }
    return grants
  }

  /// The grants that count these numbers now.
  package static func counted(under numbers: [Number<Person>], in transaction: Transaction)
    throws(Failure) -> [GrantRecord]
  {
    var found: [GrantRecord] = []
    for number in numbers {
      found += try transaction.all(
        """
        \(raw: select) WHERE id IN (SELECT grant_id FROM allowance_person
          WHERE person_id = \(number) AND closed_by IS NULL)
        ORDER BY id
        """, decode)
    }
    return found
  }

  package static func lines(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [GrantLine]
  {
    try transaction.all(
      """
      SELECT label_en, label_kk, label_ru, quantity, multiple, rate, amount, arithmetic, source,
        article, standing
      FROM allowance_line WHERE grant_id = \(grant) ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in
      let label = LocalizedText(en: row.text(), kk: row.text(), ru: row.text())
      let (quantity, multiple, rate) = (row.int(), row.text(), row.money())
      let (amount, arithmetic) = (row.money(), row.text())
      let (source, article) = (row.text(), row.optionalText())
      return try GrantLine(
        label: label, quantity: quantity, multiple: multiple, rate: rate, amount: amount,
        arithmetic: arithmetic,
        citation: Citation(source, article: article, standing: row.word()))
    }
  }

  /// The people counted in a grant, with what each was to the head.
  package static func people(of grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [(person: Number<Person>, relation: Relation)]
  {
    try transaction.all(
      """
      SELECT p.person_id, p.relation
      FROM allowance_grant AS g JOIN allowance_person AS p ON p.grant_id = g.id AND p.act = g.act
      WHERE g.id = \(grant) ORDER BY p.id
      """
    ) { (row: inout Row) throws(Failure) in (row.number(), try row.word()) }
  }

  // MARK: Who is counted by now

  /// Those whom a grant counts now, after what was adjusted.
  package static func counting(_ grant: Number<Grant>, in transaction: Transaction)
    throws(Failure) -> [Number<Person>]
  {
    try transaction.all(
      """
      SELECT person_id FROM allowance_person
      WHERE grant_id = \(grant) AND closed_by IS NULL ORDER BY id
      """
    ) { (row: inout Row) throws(Failure) in row.number() }
  }

  /// Counts somebody by a grant from now on.
  package static func count(
    _ member: Membership, for grant: GrantRecord, in transaction: Transaction
  ) throws(Failure) {
    let (row, _) = try transaction.row(in: persons)
    row.add(grant.number)
    row.add(member.person)
    row.add(word: grant.kind)
    row.add(word: member.relation)
    row.addLater(grant.terms.firstMonth?.description)
    try row.insert()
  }

  /// Counts somebody by a grant no longer.
  package static func discount(
    _ person: Number<Person>, from grant: Number<Grant>, in transaction: Transaction
  ) throws(Failure) {
    let id = try transaction.integer(
      """
      SELECT id FROM allowance_person
      WHERE grant_id = \(grant) AND person_id = \(person) AND closed_by IS NULL
      """)
    try transaction.close(persons, id: id)
  }

  /// The grants of a region that were decided in a year, in order.
  package static func all(region: String, year: Int, in transaction: Transaction)
    throws(Failure) -> [GrantRecord]
  {
    let (first, last) = (
      LocalDate(year: year, month: 1, day: 1), LocalDate(year: year, month: 12, day: 31)
    )
    return try transaction.all(
      """
      \(raw: select) WHERE region = \(region) AND decided_on BETWEEN \(first) AND \(last)
      ORDER BY decided_on, id
      """, decode)
  }

  private static let select: StaticString = """
    SELECT id, act, family_id, inclusion_id, kind, region, decided_on, decision, people, mci,
      mci_from, mci_source, mci_standing, rounding, amount, standing, notes, place, months,
      first_month, cost, employer
    FROM allowance_grant
    """

  private static func decode(_ row: inout Row) throws(Failure) -> GrantRecord {
    let (number, act): (Number<Grant>, Int64) = (row.number(), row.integer())
    let (family, inclusion): (Number<Family>, Number<Inclusion>) = (row.number(), row.number())
    let kind: AllowanceKind = try row.word()
    let (region, decidedOn, decision) = (row.text(), try row.date(), row.optionalText())
    let (people, mci, mciFrom) = (row.int(), row.money(), try row.date())
    let source = row.text()
    let citation = Citation(source, standing: try row.word())
    let (rounding, amount) = (row.text(), row.money())
    let (standing, notes): (Standing, String) = (try row.word(), row.text())
    return GrantRecord(
      number: number, act: act, family: family, inclusion: inclusion, kind: kind, region: region,
      decidedOn: decidedOn, decision: decision, people: people, mci: mci, mciFrom: mciFrom,
      mciCitation: citation, rounding: rounding, amount: amount, standing: standing,
      notes: notes, terms: try terms(&row))
  }

  private static func terms(_ row: inout Row) throws(Failure) -> AllowanceTerms {
    let place: AllowanceTerms.Place? = try row.optionalWord()
    let (months, firstMonth) = (row.optionalInteger(), try row.optionalDate())
    let cost = row.optionalInteger().map { Money(tiyn: $0) }
    let employer = try row.optionalText().map { (text) throws(Failure) in try BIN(text) }
    return AllowanceTerms(
      place: place, months: months.map { Int($0) }, cost: cost, firstMonth: firstMonth,
      employer: employer)
  }
}
