/// What was granted before, the conditions of single schemes, and the terms.
extension Assessment {
  func granted(_ terms: AllowanceTerms) -> EligibilityCheck {
    kind == .rent ? rented(terms) : grantedOnce()
  }

  private func grantedOnce() -> EligibilityCheck {
    let once = condition(.once)?.citation
    guard let earlier = family.earlier.first else {
      return .yes(.granted, "nobody was counted for it before", once)
    }
    return .no(.granted, counted(earlier, "", once))
  }

  private func counted(
    _ earlier: AllowanceCase.Earlier, _ what: String, _ citation: Citation?
  ) -> Failure {
    let grant = earlier.grant
    return Failure(
      .allowanceGranted,
      "\(earlier.person) of \(family.family) was counted for \(kind.rawValue)\(what) by "
        + "\(grant.number) on \(grant.decidedOn)",
      hint: "kosh allowance explain \(grant.number) shows that grant", citation: citation)
  }

  /// No month twice, and no more months than the rule allows, for any of the people.
  private func rented(_ terms: AllowanceTerms) -> EligibilityCheck {
    guard let most = try? rules.book.months(.rentMostMonths, on: day) else {
      return .unknown(.granted, "for how many months rent is paid is not known")
    }
    let asked = Set(terms.paidMonths)
    for earlier in family.earlier {
      if let month = earlier.grant.terms.paidMonths.first(where: asked.contains) {
        return .no(
          .granted, counted(earlier, " of \(month.yearAndMonth)", most.citation))
      }
    }
    for (person, rows) in Dictionary(grouping: family.earlier, by: \.person)
      .sorted(by: { $0.key < $1.key })
    {
      let before = rows.reduce(0) { $0 + ($1.grant.terms.months ?? 0) }
      guard before + asked.count > most.value else { continue }
      return .no(
        .granted,
        Failure(
          .allowanceGranted,
          "\(person) of \(family.family) was granted rent for \(before) months, and \(asked.count) "
            + "more are above the \(most.value) that the rule allows",
          hint: "kosh allowance explain \(rows[0].grant.number) shows that grant",
          citation: most.citation))
    }
    return .yes(.granted, "none of these months was granted before", most.citation)
  }

  /// A dated occupation that began after the family came, or was included, whichever was first.
  func job() -> EligibilityCheck? {
    guard let condition = condition(.job) else { return nil }
    let came = [family.arrival, family.inclusion?.stepOn].compactMap(\.self).min()
    guard let came else {
      return .unknown(.job, "when the family came is not known", condition.citation)
    }
    if let job = family.jobs.first(where: { $0.from.map { $0 >= came } ?? false }) {
      return .yes(.job, "\(job.person): \(job.value)", condition.citation)
    }
    return .no(
      .job,
      Failure(
        .allowanceCondition,
        "nobody of \(family.family) is recorded with a job in the new place since \(came)",
        hint: "kosh person record PERSON occupation “…” --from DATE --reason “…” records one",
        citation: condition.citation))
  }

  /// Whether everything is given that the amount depends on, and nothing else.
  func terms(
    _ given: AllowanceTerms, _ quote: Result<AllowanceQuote, Failure>
  ) -> EligibilityCheck? {
    if let name = given.given.first(where: { !kind.terms.contains($0) }) {
      return .no(
        .terms,
        Failure(.fieldValue, "\(kind.rawValue) does not depend on --\(name.rawValue)"))
    }
    var missing: Failure?
    if case .failure(let failure) = quote { missing = failure }
    if kind == .employer, given.employer == nil {
      missing = Failure(.fieldRequired, "the subsidy is an employer's: --employer BIN names it")
    }
    if let missing, [.fieldRequired, .fieldValue].contains(missing.code) {
      return isDecided || missing.code == .fieldValue
        ? .no(.terms, missing) : .unknown(.terms, missing.detail)
    }
    return kind.terms.isEmpty ? nil : .yes(.terms, "what the amount depends on is given")
  }
}
