package import Domain
package import Storage

/// Appoints somebody to a region's commission.
package struct AppointMember: UseCase {
  package static let name = "commission.appoint"
  package static let permission = Permission.includeFamilies

  package var member: String
  /// Any code of the region.
  package var region: String
  package var body: String
  package var role: CommissionRole
  package var from: LocalDate?
  package var document: String?

  package init(
    member: String, region: String, body: String, role: CommissionRole, from: LocalDate? = nil,
    document: String? = nil
  ) {
    self.member = member
    self.region = region
    self.body = body
    self.role = role
    self.from = from
    self.document = document
  }

  package var detail: String { "\(member), \(body), \(role.rawValue) in \(region)" }

  /// Throws `commission.role` where the region has a chair already.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = from ?? facts.today
    let region = try Reference.regions().resolve(region, on: day)
    guard !member.isEmpty, !body.isEmpty else {
      throw Failure(.fieldRequired, "a member has a name, and a body to speak for")
    }
    let known = try CommissionTable.members(of: region.code, in: transaction)
    if role == .chair, let chair = known.first(where: { $0.role == .chair && $0.lasts(from: day) })
    {
      throw Failure(
        .commissionRole, "\(chair.name) chairs the commission of \(region.code)",
        hint: "kosh commission dismiss \(chair.id) --reason TEXT comes first")
    }
    return try CommissionTable.insert(
      CommissionTable.Draft(
        region: region.code, name: member, body: body, role: role, from: day, document: document),
      in: transaction)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> CommissionMember
  {
    try CommissionTable.known(subject, in: transaction)
  }
}

/// Ends an appointment.
package struct DismissMember: UseCase {
  package static let name = "commission.dismiss"
  package static let permission = Permission.includeFamilies

  package var member: Int64
  package var reason: String
  /// The first day out of office.
  package var on: LocalDate?

  package init(member: Int64, reason: String, on: LocalDate? = nil) {
    self.member = member
    self.reason = reason
    self.on = on
  }

  package var detail: String { "member \(member): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = on ?? facts.today
    try Ground.check(reason: reason, for: "a dismissal")
    let record = try CommissionTable.known(member, in: transaction)
    guard record.to == nil, day >= record.from else {
      throw Failure(
        .commissionRole,
        record.to.map { "\(record.name) left the commission on \($0)" }
          ?? "\(record.name) is in office from \(record.from) on")
    }
    try CommissionTable.dismiss(member, on: day, reason: reason, in: transaction)
    return member
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> CommissionMember
  {
    try CommissionTable.known(subject, in: transaction)
  }
}

/// Who is in a region's commission on a day, and how it decides.
package struct ShowCommission: Query {
  package static let name = "commission.show"
  package static let permission = Permission.readReports

  /// Any code of the region.
  package var region: String
  package var on: LocalDate?

  package init(region: String, on: LocalDate? = nil) {
    self.region = region
    self.on = on
  }

  package var detail: String { region }

  package struct Answer: Hashable, Sendable {
    package let region: String
    package let name: LocalizedText
    package let on: LocalDate
    /// In office on the day: the chair first.
    package let members: [CommissionMember]
    /// Nil where no rule is known for the day.
    package let rule: CommissionRule?

    package var voters: Int { members.count { $0.role.hasVote } }
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let day = on ?? facts.today
    let region = try Reference.regions().resolve(region, on: day)
    return Answer(
      region: region.code, name: region.name(on: day), on: day,
      members: try CommissionTable.inOffice(region.code, on: day, in: transaction),
      rule: try Reference.commissionRules().all.first { $0.during.contains(day) })
  }
}

extension CommissionTable {
  /// Throws `member.not-found`.
  static func known(_ id: Int64, in transaction: Transaction) throws(Failure) -> CommissionMember {
    guard let member = try find(id, in: transaction) else {
      throw Failure(
        .memberNotFound, "no member of a commission has the number \(id)",
        hint: "kosh commission show REGION lists them")
    }
    return member
  }

  /// The members in office on a day, by role and then by appointment.
  static func inOffice(
    _ region: String, on day: LocalDate, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [CommissionMember] {
    let roles = CommissionRole.allCases
    return try members(of: region, knowledge: knowledge, in: transaction)
      .filter { $0.isInOffice(on: day) }
      .sorted { one, other in
        let (first, second) = (roles.firstIndex(of: one.role), roles.firstIndex(of: other.role))
        return (first ?? 0, one.id) < (second ?? 0, other.id)
      }
  }
}

extension CommissionMember {
  /// Whether any day of office is at or after `day`.
  fileprivate func lasts(from day: LocalDate) -> Bool { to.map { $0 > day } ?? true }
}
