extension Eligibility {
  /// Asks a scheme's questions about a family on a day, all of them, in order.
  ///
  /// With `isDecided`, terms that are not given are a refusal; else only what a grant will need.
  package static func assess(
    _ kind: AllowanceKind, _ family: AllowanceCase, _ terms: AllowanceTerms = .none,
    on day: LocalDate, isDecided: Bool = false, _ rules: EligibilityRules
  ) -> Eligibility {
    let assessment = Assessment(
      kind: kind, family: family, day: day, isDecided: isDecided, rules: rules)
    let resolved = assessment.resolved(terms)
    let quote = Result { () throws(Failure) in try assessment.quote(resolved) }
    var checks = [assessment.scheme(quote), assessment.inclusion(), assessment.people(quote)]
    checks += [assessment.status(), assessment.region(), assessment.dates(resolved)]
      .compactMap(\.self)
    checks += [assessment.term(), assessment.granted(resolved), assessment.job()]
      .compactMap(\.self)
    if let check = assessment.terms(terms, quote) { checks.append(check) }
    return Eligibility(
      kind: kind, on: day, checks: checks, quote: try? quote.get(), terms: resolved)
  }
}

/// The questions of one scheme about one family; each answers for itself.
struct Assessment {
  let kind: AllowanceKind
  let family: AllowanceCase
  let day: LocalDate
  let isDecided: Bool
  let rules: EligibilityRules

  private static let notIncluded = "it depends on the inclusion"

  func condition(_ matter: AllowanceCondition.Matter) -> AllowanceCondition? {
    rules.conditions.condition(matter, of: kind, on: day)
  }

  // MARK: What it comes to

  func quote(_ terms: AllowanceTerms) throws(Failure) -> AllowanceQuote {
    let counted = family.people.isEmpty ? family.members : family.people
    var household = Household(relations: counted.map(\.relation))
    // Of an employer each relocation counts, however many people came; nobody is no household.
    if kind == .employer || counted.isEmpty { household = Household(members: 1) }
    return try AllowanceQuote.make(kind, household, terms, on: day, rules.book)
  }

  /// The terms with the months of rent that are left, from the month of the decision on, where
  /// none were given.
  func resolved(_ terms: AllowanceTerms) -> AllowanceTerms {
    guard kind == .rent else { return terms }
    var terms = terms
    terms.firstMonth = terms.firstMonth ?? day.firstOfMonth
    guard terms.months == nil, let most = mostMonths else { return terms }
    let left = most.value - paidMonths
    terms.months = left > 0 ? left : most.value
    return terms
  }

  private var mostMonths: RuleBook.Dated<Int>? {
    try? rules.book.months(.rentMostMonths, on: day)
  }

  /// For how many months somebody of the family was granted rent before, at most.
  private var paidMonths: Int {
    let byPerson = Dictionary(grouping: family.earlier, by: \.person)
    return byPerson.values.map { rows in rows.reduce(0) { $0 + ($1.grant.terms.months ?? 0) } }
      .max() ?? 0
  }

  // MARK: The checks, in order

  func scheme(_ quote: Result<AllowanceQuote, Failure>) -> EligibilityCheck {
    if case .failure(let failure) = quote {
      switch failure.code {
      case .fieldRequired, .fieldValue, .allowanceFamily: break
      default: return .no(.scheme, failure)
      }
    }
    let entry = rules.book.parameter(kind.lead)?.entry(on: day)
    return .yes(.scheme, "the scheme is in force and its rates are known", entry?.citation)
  }

  func inclusion() -> EligibilityCheck {
    let condition = condition(.quota)
    if let inclusion = family.inclusion {
      return .yes(
        .inclusion,
        "\(inclusion.number), \(inclusion.kind.rawValue) \(inclusion.year), confirmed on "
          + "\(inclusion.stepOn)", condition?.citation)
    }
    guard let condition else { return .unknown(.inclusion, "no quota entitles on that day") }
    var detail = "\(family.family) is not included in a quota on \(day)"
    if family.isReserved { detail += "; its places are only reserved" }
    var hint =
      family.isReserved
      ? "kosh quota confirm confirms them by the commission's protocol"
      : "kosh quota include \(family.family) includes it, if places are free"
    if !family.isReserved, let other = family.otherQuotas.first {
      let asked = condition.quotas.map(\.rawValue).joined(separator: " or ")
      detail =
        "\(family.family) is included in the quota \(other.rawValue) on \(day), and the "
        + "scheme asks for \(asked)"
      hint = condition.note ?? "kosh allowance eligible \(family.family) lists what it may have"
    }
    return .no(
      .inclusion,
      Failure(.allowanceNotIncluded, detail, hint: hint, citation: condition.citation))
  }

  func people(_ quote: Result<AllowanceQuote, Failure>) -> EligibilityCheck {
    guard family.inclusion != nil else { return .unknown(.people, Self.notIncluded) }
    guard !family.people.isEmpty else {
      return .no(
        .people,
        Failure(
          .allowanceFamily,
          "none of the people of \(family.family) on \(day) holds a place in the quota"))
    }
    if case .failure(let failure) = quote, failure.code == .allowanceFamily {
      return .no(.people, failure)
    }
    let count = family.people.count
    return .yes(.people, "of its people \(count) \(count == 1 ? "holds a place" : "hold places")")
  }

  func status() -> EligibilityCheck? {
    guard let condition = condition(.status), let inclusion = family.inclusion,
      inclusion.kind == .kandas
    else { return nil }
    let citizens = family.people.compactMap { person in
      family.citizens[person.survivor].flatMap { $0 <= inclusion.stepOn ? $0 : nil }
    }
    guard !family.people.isEmpty, citizens.count == family.people.count, let last = citizens.max()
    else {
      return .unknown(
        .status, "the status is not recorded; nothing says that it had ended", condition.citation)
    }
    return .no(
      .status,
      Failure(
        .allowanceStatus,
        "the people of \(family.family) are citizens since \(last), before the inclusion of "
          + "\(inclusion.stepOn): their status had ended",
        citation: condition.citation))
  }

  func region() -> EligibilityCheck? {
    guard let condition = condition(.settlement) else { return nil }
    guard let inclusion = family.inclusion else { return .unknown(.region, Self.notIncluded) }
    let (region, kind) = (inclusion.region, inclusion.kind)
    func answer(_ day: LocalDate) -> SettlementRegions.Answer {
      rules.settlement.answer(region, kind: kind, on: day, rules.regions)
    }
    let entry = rules.settlement.regions(kind: kind, on: day)
    let answers = [answer(day), answer(inclusion.stepOn)]
    if answers.contains(.named) {
      return .yes(
        .region, "\(region) receives \(kind.rawValue)", entry?.citation ?? condition.citation)
    }
    guard answers == [.notNamed, .notNamed] else {
      return .unknown(
        .region, "no list says whether \(region) receives \(kind.rawValue)", entry?.citation)
    }
    return .no(
      .region,
      Failure(
        .allowanceRegion,
        "\(region) is no region that receives \(kind.rawValue), neither on \(day) nor on "
          + "\(inclusion.stepOn)",
        hint: "kosh region eligible --kind \(kind.rawValue) --on \(day) lists those that do",
        citation: entry?.citation ?? condition.citation))
  }

  func dates(_ terms: AllowanceTerms) -> EligibilityCheck? {
    guard let condition = condition(.arrival) else { return nil }
    func late(_ detail: String) -> EligibilityCheck {
      .no(.dates, Failure(.dateOrder, detail, citation: condition.citation))
    }
    if let arrival = family.arrival, arrival > day {
      return late("\(family.family) arrived on \(arrival), after \(day)")
    }
    let since = [family.arrival, family.inclusion?.stepOn].compactMap(\.self).max()
    if let since, let first = terms.firstMonth, first < since.firstOfMonth {
      return late(
        "rent of \(first.yearAndMonth) is of a month before \(since), when "
          + "\(family.family) had arrived and was included")
    }
    guard let arrival = family.arrival else {
      return .unknown(.dates, "the day of arrival is not known", condition.citation)
    }
    return .yes(.dates, "arrived on \(arrival)", condition.citation)
  }

  func term() -> EligibilityCheck? {
    guard let key = kind.applyWithin, let entry = rules.book.parameter(key)?.entry(on: day)
    else { return nil }
    guard case .months(let months)? = entry.value else {
      return .unknown(.term, entry.note ?? "the term to apply is not known", entry.citation)
    }
    guard let inclusion = family.inclusion else { return .unknown(.term, Self.notIncluded) }
    let last = inclusion.stepOn.adding(months: months)
    guard day > last else {
      return .yes(.term, "the last day is \(last)", entry.citation)
    }
    return .no(
      .term,
      Failure(
        .allowanceTerm,
        "\(family.family) was included on \(inclusion.stepOn), and could apply to \(last)",
        citation: entry.citation))
  }
}
