package import Domain
package import Storage

/// Makes a payment register of what is due in a region.
///
/// A family with something against it is left out, with the reason; all others are a line each.
package struct DraftPayments: UseCase {
  package static let name = "payment.draft"
  package static let permission = Permission.preparePayments

  /// Any code of the region.
  package var region: String
  /// Nil for every scheme.
  package var kind: AllowanceKind?
  /// It pays what is due up to and with this day; nil for today.
  package var through: LocalDate?
  /// Only these families; empty for all.
  package var families: [Number<Family>]
  package var without: [Number<Family>]

  package init(
    region: String, kind: AllowanceKind? = nil, through: LocalDate? = nil,
    families: [Number<Family>] = [], without: [Number<Family>] = []
  ) {
    self.region = region
    self.kind = kind
    self.through = through
    self.families = families
    self.without = without
  }

  package var detail: String {
    "\(region)\(kind.map { ", \($0.rawValue)" } ?? "")\(through.map { ", up to \($0)" } ?? "")"
  }

  /// Throws `payment.no-payer`, and `payment.nothing` where nothing that is due can be paid.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let region = try Reference.regions().resolve(region, on: facts.today).code
    guard let payer = try AccountTable.payer(of: region, in: transaction) else {
      throw Failure(
        .paymentNoPayer, "no office pays in \(region)",
        hint: "kosh payment payer --name OFFICE --bin BIN --account IBAN --region \(region)")
    }
    let candidates = try PaymentCandidate.all(
      region: region, kind: kind, through: through ?? facts.today, on: facts.today,
      in: transaction)
    let chosen = candidates.filter {
      (families.isEmpty || families.contains($0.family)) && !without.contains($0.family)
    }
    let payable = chosen.filter(\.isPayable)
    guard !payable.isEmpty else { throw nothing(in: region, chosen) }
    var amount = Money.zero
    for candidate in payable { amount = try amount.adding(candidate.amount) }
    let number = try PaymentTable.insert(
      PaymentTable.Draft(
        region: region, kind: kind, through: through ?? facts.today, payer: payer,
        lines: payable.count, amount: amount),
      registered: facts.today.year, in: transaction)
    for (index, candidate) in payable.enumerated() {
      let withholding = try Withholding.plan(
        candidate.amount, of: candidate.family, on: facts.today, in: transaction)
      guard
        let line = try candidate.line(
          index + 1, of: number, withheld: withholding.amount, in: transaction)
      else { throw Failure(.fault, "\(candidate.family) is payable and has no account") }
      let id = try PaymentTable.insert(line, paying: candidate.dues, in: transaction)
      try withholding.write(for: id, in: transaction)
    }
    return number.raw
  }

  private func nothing(in region: String, _ left: [PaymentCandidate]) -> Failure {
    let day = through.map { " up to \($0)" } ?? ""
    guard let first = left.first?.stopping.first else {
      return Failure(
        .paymentNothing, "nothing is due in \(region)\(day) that stands on no register",
        hint: "kosh payment list --region \(region)")
    }
    return Failure(
      .paymentNothing,
      "nothing that is due in \(region)\(day) can be paid, to "
        + "\(left.count == 1 ? "one family" : "\(left.count) families"): \(first.sentence)",
      hint: first.kind == .noAccount ? first.detail : nil)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PaymentDossier
  {
    try PaymentDossier.load(Number(raw: subject), on: facts.today, in: transaction)
  }
}

/// What a family is due in a region, with what was found about paying it.
struct PaymentCandidate {
  let family: Number<Family>
  let dues: [Due]
  let amount: Money
  let findings: [PaymentFinding]

  var stopping: [PaymentFinding] { findings.filter(\.kind.stops) }
  var isPayable: Bool { stopping.isEmpty }

  static func all(
    region: String, kind: AllowanceKind?, through: LocalDate, on today: LocalDate,
    in transaction: Transaction
  ) throws(Failure) -> [PaymentCandidate] {
    let payable = try PaymentTable.payable(
      region: region, kind: kind, through: through, in: transaction)
    let look = PaymentLook(today: today)
    var candidates: [PaymentCandidate] = []
    var rest = payable[...]
    while let family = rest.first?.family {
      let own = rest.prefix { $0.family == family }
      rest = rest.dropFirst(own.count)
      // What is stopped does not keep the rest of a family from being paid.
      var (running, stopped): ([Due], [Due]) = ([], [])
      for due in own.map(\.due) {
        let stop = try StopTable.stop(of: due.grant, in: transaction)
        if stop?.holdsBack(due) ?? false { stopped.append(due) } else { running.append(due) }
      }
      for dues in [running, stopped] where !dues.isEmpty {
        var amount = Money.zero
        for due in dues { amount = try amount.adding(due.amount) }
        candidates.append(
          PaymentCandidate(
            family: family, dues: dues, amount: amount,
            findings: try look.findings(of: family, dues, in: transaction)))
      }
    }
    return candidates
  }

  /// Nil where the family has no account.
  func line(
    _ position: Int, of register: Number<PaymentRegister>, withheld: Money,
    in transaction: Transaction
  ) throws(Failure) -> PaymentLine? {
    guard let account = try AccountTable.account(of: family, in: transaction) else { return nil }
    let holder = try PersonLinkTable.survivor(of: account.holder, in: transaction)
    let names = try PersonTable.names(of: holder, in: transaction)
    return PaymentLine(
      register: register, position: position, family: family, holder: holder,
      holderName: names.first?.display ?? "",
      iin: try PersonTable.record(of: holder, in: transaction)?.iin, account: account.iban,
      amount: amount, withheld: withheld)
  }
}
