package import Domain
package import Storage

/// Says from which account an office pays.
package struct SetPayer: UseCase {
  package static let name = "payment.payer"
  package static let permission = Permission.approvePayments

  /// Any code of a region; nil for every region that has no payer of its own.
  package var region: String?
  package var payer: String
  package var bin: String
  package var account: String

  package init(region: String? = nil, payer: String, bin: String, account: String) {
    self.region = region
    self.payer = payer
    self.bin = bin
    self.account = account
  }

  package var detail: String { "\(region ?? "the country"): \(payer), \(account)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    guard payer.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.fieldRequired, "a payer has a name")
    }
    var code: String?
    if let region { code = try Reference.regions().resolve(region, on: facts.today).code }
    return try AccountTable.insert(
      Payer(
        region: code, name: payer, bin: "\(BIN(bin))", account: IBAN(account).text),
      in: transaction)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> Payer
  {
    guard let payer = try AccountTable.payer(subject, in: transaction) else {
      throw Failure(.fault, "payer \(subject) cannot be read back")
    }
    return payer
  }
}

/// Who pays in which region.
package struct ListPayers: Query {
  package static let name = "payment.payers"
  package static let permission = Permission.readReports

  package init() {}

  package var detail: String { "" }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Payer] {
    try AccountTable.payers(in: transaction)
  }
}

/// Says to which account a family is paid.
package struct SetFamilyAccount: UseCase {
  package static let name = "payment.account"
  package static let permission = Permission.preparePayments

  package var family: Number<Family>
  package var account: String
  /// Whose account it is; nil for the head.
  package var holder: Number<Person>?
  /// Why it changes; required where the family has one.
  package var reason: String?

  package init(
    family: Number<Family>, account: String, holder: Number<Person>? = nil, reason: String? = nil
  ) {
    self.family = family
    self.account = account
    self.holder = holder
    self.reason = reason
  }

  package var detail: String { "\(family): \(account)\(reason.map { ", \($0)" } ?? "")" }

  /// Throws `family.member` for a holder who is no member today, `person.dead` for one who died.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    _ = try FamilyTable.known(family, in: transaction)
    let iban = try IBAN(account).text
    let members = try MembershipTable.members(of: family, on: facts.today, in: transaction)
    let holder = try holder(among: members, in: transaction)
    if try PersonFactTable.death(of: holder, in: transaction) != nil {
      throw Failure(.personDead, "\(holder) died; an account is held by someone who lives")
    }
    if let earlier = try AccountTable.account(of: family, in: transaction), earlier.iban != iban {
      try Ground.check(reason: reason ?? "", for: "a change of account")
    }
    try AccountTable.insert(
      FamilyAccount(family: family, holder: holder, iban: iban), reason: reason,
      in: transaction)
    return family.raw
  }

  private func holder(among members: [Membership], in transaction: Transaction)
    throws(Failure) -> Number<Person>
  {
    guard let given = holder else {
      guard let head = members.first(where: { $0.relation == .head }) else {
        throw Failure(.familyNoHead, "\(family) has no head who could hold the account")
      }
      return head.survivor
    }
    let number = try PersonTable.known(given, in: transaction)
    guard members.contains(where: { $0.survivor == number }) else {
      throw Failure(
        .familyMember, "\(given) does not belong to \(family)",
        hint: "the money of a family goes to one of its members")
    }
    return number
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> FamilyAccount
  {
    guard let account = try AccountTable.account(of: family, in: transaction) else {
      throw Failure(.fault, "the account of \(family) cannot be read back")
    }
    return account
  }
}
