internal import Domain
internal import Storage

/// Looks at what a family is to be paid, before money goes out.
struct PaymentLook {
  let today: LocalDate

  /// What stands against paying a family these claims, and what an official should know.
  func findings(of family: Number<Family>, _ dues: [Due], in transaction: Transaction)
    throws(Failure) -> [PaymentFinding]
  {
    var found = try accountFindings(of: family, in: transaction)
    var grants: [Number<Grant>: GrantRecord] = [:]
    for due in dues {
      if grants[due.grant] == nil {
        let grant = try GrantTable.known(due.grant, in: transaction)
        grants[due.grant] = grant
        found += try grantFindings(grant, of: family, in: transaction)
        let own = dues.filter { $0.grant == due.grant }
        found += try stopFindings(own, of: family, in: transaction)
      }
      guard let person = due.key.person, let grant = grants[due.grant] else { continue }
      found += try personFindings(person, grant, of: family, in: transaction)
    }
    return found
  }

  private func accountFindings(of family: Number<Family>, in transaction: Transaction)
    throws(Failure) -> [PaymentFinding]
  {
    guard let account = try AccountTable.account(of: family, in: transaction) else {
      return [
        PaymentFinding(.noAccount, family, "kosh payment account \(family) IBAN gives it one")
      ]
    }
    var found: [PaymentFinding] = []
    let holder = try PersonLinkTable.survivor(of: account.holder, in: transaction)
    if let death = try PersonFactTable.death(of: holder, in: transaction) {
      let day = death.from.map { " on \($0)" } ?? ""
      found.append(PaymentFinding(.holderDead, family, "\(holder) died\(day)"))
    } else {
      let members = try MembershipTable.members(of: family, on: today, in: transaction)
      if !members.contains(where: { $0.survivor == holder }) {
        found.append(PaymentFinding(.holderElsewhere, family, "\(holder) left the family"))
      }
    }
    let others = try AccountTable.families(paidTo: account.iban, in: transaction)
      .filter { $0.family != family }
    if !others.isEmpty {
      found.append(
        PaymentFinding(
          .sharedAccount, family,
          "\(account.iban) is also of \(NumberList.text(others.map(\.family)))"
        ))
    }
    return found
  }

  /// A stop stands against the claims of its grant that fall due from its day on.
  private func stopFindings(
    _ dues: [Due], of family: Number<Family>, in transaction: Transaction
  ) throws(Failure) -> [PaymentFinding] {
    guard let grant = dues.first?.grant,
      let stop = try StopTable.stop(of: grant, in: transaction),
      dues.contains(where: stop.holdsBack)
    else { return [] }
    return [
      PaymentFinding(
        .stopped, family, grant: grant,
        "from \(stop.from) on, \(stop.cause.rawValue): \(stop.reason)")
    ]
  }

  private func grantFindings(
    _ grant: GrantRecord, of family: Number<Family>, in transaction: Transaction
  ) throws(Failure) -> [PaymentFinding] {
    var found: [PaymentFinding] = []
    let inclusion = try InclusionTable.known(grant.inclusion, in: transaction)
    if !inclusion.step.holdsPlaces {
      found.append(
        PaymentFinding(
          .placesGiven, family, grant: grant.number,
          "\(inclusion.number) was \(inclusion.step.rawValue) on \(inclusion.stepOn)"))
    }
    let residence = try ResidenceTable.all(of: family, in: transaction)
      .last { $0.during.contains(today) }
    if let residence, residence.region != grant.region {
      found.append(
        PaymentFinding(
          .movedAway, family, grant: grant.number,
          "it lives in \(residence.region) since \(residence.during.from), and was granted it in "
            + grant.region))
    }
    return found
  }

  private func personFindings(
    _ person: Number<Person>, _ grant: GrantRecord, of family: Number<Family>,
    in transaction: Transaction
  ) throws(Failure) -> [PaymentFinding] {
    var found: [PaymentFinding] = []
    if let death = try PersonFactTable.death(of: person, in: transaction) {
      let isBefore = death.from.map { $0 < grant.decidedOn } ?? false
      let day = death.from.map { " on \($0)" } ?? ""
      found.append(
        PaymentFinding(
          isBefore ? .deadBefore : .diedSince, family, grant: grant.number, "\(person) died\(day)"))
    }
    let numbers = try PersonLinkTable.cluster(of: person, in: transaction)
    if numbers.count > 1 {
      let others = try GrantTable.counted(under: numbers, in: transaction)
        .filter { $0.kind == grant.kind && $0.number != grant.number }
      if let other = others.first {
        found.append(
          PaymentFinding(
            .paidTwice, family, grant: grant.number, "\(person) is counted by \(other.number) too"))
      }
    }
    return found
  }
}
