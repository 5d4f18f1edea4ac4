/// Money that was set aside for a grant out of one source, and what became of it.
package struct CommitmentRecord: Hashable, Sendable {
  package let id: Int64
  package let grant: Number<Grant>
  /// The year whose money it is.
  package let year: Int
  package let programme: String
  package let source: BudgetSource
  /// The stable code of the region whose money it is.
  package let region: String
  /// The reservation on the ledger.
  package let transfer: Int64
  package let on: LocalDate
  package let amount: Money
  package let released: Money
  /// All that was paid, whether or not it came back.
  package let paid: Money
  package let returned: Money

  package init(
    id: Int64, grant: Number<Grant>, year: Int, programme: String, source: BudgetSource,
    region: String, transfer: Int64, on: LocalDate, amount: Money, released: Money, paid: Money,
    returned: Money
  ) {
    self.id = id
    self.grant = grant
    self.year = year
    self.programme = programme
    self.source = source
    self.region = region
    self.transfer = transfer
    self.on = on
    self.amount = amount
    self.released = released
    self.paid = paid
    self.returned = returned
  }

  /// What is still set aside: neither paid nor released.
  package var open: Money { Money(tiyn: amount.tiyn - released.tiyn - paid.tiyn) }
}

extension [CommitmentRecord] {
  /// What is still set aside by all of them.
  package var open: Money { Money(tiyn: reduce(0) { $0 + $1.open.tiyn }) }
}
