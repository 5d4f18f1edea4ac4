/// What an employer was found to have done.
package enum ViolationGround: String, Hashable, Sendable, CaseIterable {
  /// A foreigner worked without a permit, or in another occupation (article 519).
  case illegalHire = "illegal-hire"
  /// The terms of a permit were broken (article 519).
  case permitTerms = "permit-terms"
  /// A foreigner was not registered, or the departure not ensured (article 518).
  case registration
  case other

  /// Whether new permits are refused for a time after it: only after an illegal hire.
  package var bars: Bool { self == .illegalHire }
}

/// A violation that was found, and that no later act took back.
package struct EmployerViolation: Hashable, Sendable {
  package let id: Int64
  package let ground: ViolationGround
  /// Of the Code of Administrative Offences, such as `519`.
  package let article: String?
  package let foundOn: LocalDate
  package let document: String
  package let note: String?

  package init(
    id: Int64, ground: ViolationGround, article: String? = nil, foundOn: LocalDate,
    document: String, note: String? = nil
  ) {
    self.id = id
    self.ground = ground
    self.article = article
    self.foundOn = foundOn
    self.document = document
    self.note = note
  }

  /// The first day on which new permits are possible again, so many months after the finding; nil
  /// where the ground bars none.
  package func bars(until months: Int) -> LocalDate? {
    ground.bars ? foundOn.adding(months: months) : nil
  }
}
