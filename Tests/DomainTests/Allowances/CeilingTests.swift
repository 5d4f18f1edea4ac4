import Domain
import Testing

/// State payments whose amount shows that a product with the MCI goes up to a whole tenge.
@Suite struct CeilingTests {
  struct Payment: Sendable {
    let multiple: String
    let mci: Int64
    let paid: Int64
  }

  static let payments: [Payment] = [
    Payment(multiple: "6.81", mci: 2405, paid: 16_379),
    Payment(multiple: "16.03", mci: 2778, paid: 44_532),
    Payment(multiple: "28.06", mci: 2917, paid: 81_852),
    Payment(multiple: "20.04", mci: 3932, paid: 78_798),
    Payment(multiple: "70", mci: 4325, paid: 302_750),
  ]

  @Test(arguments: payments) func `an allowance goes up to a whole tenge`(
    _ payment: Payment
  ) throws {
    let multiple = try #require(Ratio(decimal: payment.multiple))
    let mci = try #require(Money(tenge: payment.mci))
    let paid = try mci.times(multiple, Rounding(.up, to: .tenge))
    #expect(paid == Money(tenge: payment.paid))
  }
}
