extension PersonFact {
  /// Whether it is true on a day; without a first day it was always so.
  package func holds(on day: LocalDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
  }

  /// Whether it is true on a day between two others, of which the second is no longer meant.
  package func overlaps(from first: LocalDate?, to end: LocalDate?) -> Bool {
    let startsBefore = from.flatMap { from in end.map { from < $0 } } ?? true
    let endsAfter = to.flatMap { to in first.map { $0 < to } } ?? true
    return startsBefore && endsAfter
  }

  /// The same, true only up to a day, and why.
  package func ended(
    on day: LocalDate, reason ending: String, document paper: String?
  ) -> PersonFact {
    let papers = [document, paper].compactMap(\.self)
    return PersonFact(
      person: person, kind: kind, value: value, from: from, to: day,
      reason: "\(reason); ended: \(ending)",
      document: papers.isEmpty ? nil : papers.joined(separator: "; "))
  }
}

/// What holds about a person on a day, and where the register has it from.
package struct HeldFact: Hashable, Sendable {
  package let kind: PersonFactKind
  package let value: String
  /// Nil where it is the undated word of the form.
  package let fact: PersonFact?

  package init(kind: PersonFactKind, value: String, fact: PersonFact?) {
    self.kind = kind
    self.value = value
    self.fact = fact
  }
}

extension [PersonFact] {
  /// What holds of one kind on a day: the dated facts; where there are none, the form's word.
  ///
  /// The form does not say since when or how long. It stands only while no dated fact, of
  /// whatever days, speaks of the same value.
  package func held(_ kind: PersonFactKind, on day: LocalDate, form: String?) -> [HeldFact] {
    let own = filter { $0.kind == kind }
    let dated = own.filter { $0.holds(on: day) }
    if !dated.isEmpty { return dated.map { HeldFact(kind: kind, value: $0.value, fact: $0) } }
    guard let form, !own.contains(where: { $0.value == form }) else { return [] }
    return [HeldFact(kind: kind, value: form, fact: nil)]
  }
}
