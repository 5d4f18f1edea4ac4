/// What a scheme that pays by people alone gives for each of them on a day.
///
/// It is for many households at once, where nobody asks for the reasons: the amounts are those of
/// ``AllowanceQuote``, from which the rates are taken, since such a scheme pays for each person
/// alike whoever else is in the household.
package struct AllowanceRates: Hashable, Sendable {
  private let family: Int64
  private let head: Int64
  private let spouseOrChild: Int64
  private let other: Int64
  /// Beside what a child has as one.
  private let child: Int64

  /// Throws what ``AllowanceQuote/make(_:_:_:on:_:)`` throws: `field.required` for a scheme that
  /// depends on more than people, and `allowance.rate-unknown` where one of the rates is.
  package init(_ kind: AllowanceKind, on day: LocalDate, _ rules: RuleBook) throws(Failure) {
    func total(_ head: Int, _ spouse: Int, _ others: Int, children: Int = 0) throws(Failure)
      -> Int64
    {
      let household = Household(
        head: head, spousesAndChildren: spouse, others: others, children: children)
      return try AllowanceQuote.make(kind, household, on: day, rules).total.tiyn
    }
    let alone = try total(1, 0, 0)
    let two = try total(1, 1, 0)
    spouseOrChild = two - alone
    other = try total(1, 0, 1) - alone
    child = try total(1, 1, 0, children: 1) - two
    family = try total(0, 1, 0) - spouseOrChild
    head = alone - family
  }

  /// For a household as ``AllowanceQuote`` takes one; throws `money.invalid` for a sum that does
  /// not fit.
  package func amount(for household: Household) throws(Failure) -> Money {
    var sum = Money(tiyn: family)
    sum = try sum.adding(Money(tiyn: head).times(Int64(household.head)))
    sum = try sum.adding(
      Money(tiyn: spouseOrChild).times(Int64(household.spousesAndChildren)))
    sum = try sum.adding(Money(tiyn: other).times(Int64(household.others)))
    return try sum.adding(Money(tiyn: child).times(Int64(household.children)))
  }

  /// What many households are given in all.
  package func total(for households: [Household]) throws(Failure) -> Money {
    var sum = Money.zero
    for household in households { sum = try sum.adding(amount(for: household)) }
    return sum
  }
}
