/// Money on a day: what orders appropriate, and what became of it.
package struct BudgetLine: Hashable, Sendable {
  package var appropriated: Money
  /// Set aside for grants, and neither paid nor released.
  package var committed: Money
  /// All that was paid, whether or not it came back.
  package var paid: Money
  /// What came back of what was paid.
  package var returned: Money
  /// What grants have beyond the appropriation, since an order cut it.
  package var overrun: Money

  package init(
    appropriated: Money = .zero, committed: Money = .zero, paid: Money = .zero,
    returned: Money = .zero
  ) {
    self.appropriated = appropriated
    self.committed = committed
    self.paid = paid
    self.returned = returned
    overrun = .zero
    overrun = Money(tiyn: max(0, -left))
  }

  /// What the programme has spent in the end.
  package var executed: Money { Money(tiyn: paid.tiyn - returned.tiyn) }

  /// What can still be committed.
  package var free: Money { Money(tiyn: left + overrun.tiyn) }

  private var left: Int64 { appropriated.tiyn - committed.tiyn - executed.tiyn }

  /// The share of what was appropriated that is spent.
  package var share: Cell { .share(executed.tiyn, of: appropriated.tiyn) }

  /// Adds another line; throws `money.invalid` where a sum does not fit.
  package mutating func add(_ other: BudgetLine) throws(Failure) {
    appropriated = try appropriated.adding(other.appropriated)
    committed = try committed.adding(other.committed)
    paid = try paid.adding(other.paid)
    returned = try returned.adding(other.returned)
    overrun = try overrun.adding(other.overrun)
  }
}
