/// A claim to be paid: the part of a grant of one person, or of the family as a whole, once or for
/// one month.
package struct Due: Hashable, Sendable {
  package let id: Int64
  package let grant: Number<Grant>
  package let key: DueKey
  /// The first day on which it may be paid.
  package let dueOn: LocalDate
  package let amount: Money

  package init(
    id: Int64 = 0, grant: Number<Grant>, key: DueKey, dueOn: LocalDate, amount: Money
  ) {
    self.id = id
    self.grant = grant
    self.key = key
    self.dueOn = dueOn
    self.amount = amount
  }
}

/// Whose part of a grant, and for which month.
package struct DueKey: Hashable, Sendable {
  /// Nil for what was granted to the family as a whole.
  package let person: Number<Person>?
  /// The first day of the month; nil for what is paid once.
  package let month: LocalDate?

  package init(person: Number<Person>?, month: LocalDate? = nil) {
    self.person = person
    self.month = month
  }
}

extension DueKey: CustomStringConvertible {
  /// `P-2026-000001-8`, `the family, 2026-11`.
  package var description: String {
    let whose = person.map { "\($0)" } ?? "the family"
    return month.map { "\(whose), \($0.yearAndMonth)" } ?? whose
  }
}

extension Due {
  /// The claims that the parts of a grant come to: one for each part, or one a month.
  ///
  /// What is paid once is due from the day of decision. What is paid by the month is due from the
  /// first day of its month, and not before the decision. An amount that the months do not divide
  /// leaves its rest to the last.
  package static func schedule(
    _ parts: [GrantPart], of grant: Number<Grant>, decidedOn: LocalDate, months: [LocalDate] = []
  ) -> [Due] {
    var dues: [Due] = []
    for part in parts {
      guard let last = months.last else {
        dues.append(
          Due(grant: grant, key: DueKey(person: part.person), dueOn: decidedOn, amount: part.amount)
        )
        continue
      }
      let share = part.amount.tiyn / Int64(months.count)
      let rest = part.amount.tiyn - share * Int64(months.count)
      for month in months {
        dues.append(
          Due(
            grant: grant, key: DueKey(person: part.person, month: month),
            dueOn: max(month, decidedOn),
            amount: Money(tiyn: month == last ? share + rest : share)))
      }
    }
    return dues
  }
}

extension Due {
  /// Whose money it is paid with: that of the year in which it falls due.
  package var year: Int { dueOn.year }
}

extension [Due] {
  /// What they come to, year by year; throws `money.invalid` for a sum that does not fit.
  package func sums() throws(Failure) -> [(year: Int, amount: Money)] {
    var sums: [Int: Money] = [:]
    for due in self { sums[due.year] = try sums[due.year, default: .zero].adding(due.amount) }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
