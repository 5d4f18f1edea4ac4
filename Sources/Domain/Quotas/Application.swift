/// A family's application for places, as it stands.
///
/// A family that is bound for a region waits without one, from the day it was registered.
package struct Application: Hashable, Sendable {
  package enum State: String, Hashable, Sendable, CaseIterable {
    case waiting, withdrawn
  }

  package let family: Number<Family>
  package let state: State
  /// `.kandas` or `.settlers`: see ``QuotaKind/applied``.
  package let kind: QuotaKind
  package let appliedOn: LocalDate
  /// A code of ``QueuePriorities``; nil for none.
  package let priority: String?
  /// Why it has priority, or why it was withdrawn.
  package let reason: String?
  package let document: String?

  package init(
    family: Number<Family>, state: State, kind: QuotaKind, appliedOn: LocalDate, priority: String?,
    reason: String?, document: String?
  ) {
    self.family = family
    self.state = state
    self.kind = kind
    self.appliedOn = appliedOn
    self.priority = priority
    self.reason = reason
    self.document = document
  }
}

extension QuotaKind {
  /// What a family applies for whose places may come from this quota: citizens who move within the
  /// country are settlers, and whoever comes from abroad waits in the other list.
  package var applied: QuotaKind { self == .settlers ? .settlers : .kandas }
}

/// A family that waits for places.
package struct WaitingFamily: Hashable, Sendable {
  package let family: Number<Family>
  /// Its members on the day.
  package let people: Int
  /// Where it is bound for; nil for one that applied and has named no region.
  package let region: String?
  package let appliedOn: LocalDate
  package let priority: String?

  package init(
    family: Number<Family>, people: Int, region: String?, appliedOn: LocalDate, priority: String?
  ) {
    self.family = family
    self.people = people
    self.region = region
    self.appliedOn = appliedOn
    self.priority = priority
  }
}

/// Who goes before whom in the waiting list: dated data, each with its source.
package struct QueuePriorities: Sendable {
  package struct Priority: Hashable, Sendable {
    package let code: String
    /// 1 goes before 2, and every rank before families without one.
    package let rank: Int
    package let during: Period
    package let name: LocalizedText
    package let citation: Citation
    package let note: String?

    package init(
      code: String, rank: Int, during: Period, name: LocalizedText, citation: Citation,
      note: String?
    ) {
      self.code = code
      self.rank = rank
      self.during = during
      self.name = name
      self.citation = citation
      self.note = note
    }
  }

  package let all: [Priority]

  /// Throws `rule.malformed` where a code has two ranks on one day.
  package init(_ all: [Priority]) throws(Failure) {
    for (index, one) in all.enumerated() {
      for other in all.prefix(index)
      where other.code == one.code && other.during.overlaps(one.during) {
        throw Failure(.ruleMalformed, "the priority \(one.code) has two ranks on one day")
      }
    }
    self.all = all
  }

  package func priorities(on day: LocalDate) -> [Priority] {
    all.filter { $0.during.contains(day) }
  }

  /// Throws `field.value` where no such priority is in force on the day.
  package func priority(_ code: String, on day: LocalDate) throws(Failure) -> Priority {
    let known = priorities(on: day)
    if let priority = known.first(where: { $0.code == code }) { return priority }
    let codes = known.map(\.code).joined(separator: ", ")
    throw Failure(
      .fieldValue, "“\(code)” is no priority that is in force on \(day)",
      hint: codes.isEmpty ? "on that day none is" : "those that are: \(codes)")
  }

  /// By rank, then by the day of application, then by the order of registration.
  ///
  /// A priority that is not in force on the day gives no rank.
  package func inOrder(_ families: [WaitingFamily], on day: LocalDate) -> [WaitingFamily] {
    var ranks: [String: Int] = [:]
    for priority in priorities(on: day) { ranks[priority.code] = priority.rank }
    func rank(_ family: WaitingFamily) -> Int {
      family.priority.flatMap { ranks[$0] } ?? .max
    }
    return families.sorted { one, other in
      (rank(one), one.appliedOn, one.family) < (rank(other), other.appliedOn, other.family)
    }
  }
}
