package import Domain
internal import Hashing
package import Storage

/// The one place where use cases are performed and questions answered.
///
/// Permission, one transaction, the row in the trail and the idempotency key are here, once, for
/// everything Kosh does.
package final class Office: Sendable {
  let database: Database
  package let clock: Clock

  package init(_ database: Database, clock: Clock) {
    self.database = database
    self.clock = clock
  }

  /// The day and the moment, now.
  package var facts: Facts { facts(of: "") }

  private func facts(of user: String) -> Facts {
    let now = clock.now()
    return Facts(today: clock.day(at: now), now: now, user: user)
  }

  /// Performs a use case in one transaction, with its row in the trail.
  ///
  /// Under a `key` that was used before, nothing is done and the first outcome is told again; the
  /// same key with another request is `key.reused`. `keeping: false` shows the outcome and leaves
  /// everything as it was.
  package func perform<Case: UseCase>(
    _ useCase: Case, as user: String, key: String? = nil, keeping: Bool = true
  ) throws(Failure) -> Case.Outcome {
    let facts = facts(of: user)
    return try database.write { (transaction) throws(Failure) in
      if !keeping { transaction.leaveNoTrace() }
      try Self.check(user, may: Case.permission, in: transaction)
      return try Self.once(useCase, as: user, key: key, in: transaction, given: facts)
    }
  }

  /// Performs use cases of one kind in one transaction, an act each: all of them or none.
  ///
  /// The key is that of the first; the others have it with their place behind it.
  package func perform<Case: UseCase>(
    all useCases: [Case], as user: String, key: String? = nil, keeping: Bool = true
  ) throws(Failure) -> [Case.Outcome] {
    let facts = facts(of: user)
    return try database.write { (transaction) throws(Failure) in
      if !keeping { transaction.leaveNoTrace() }
      try Self.check(user, may: Case.permission, in: transaction)
      var outcomes: [Case.Outcome] = []
      for (index, useCase) in useCases.enumerated() {
        let own = key.map { index == 0 ? $0 : "\($0)/\(index + 1)" }
        outcomes.append(
          try Self.once(useCase, as: user, key: own, in: transaction, given: facts))
      }
      return outcomes
    }
  }

  /// Acts, or tells again what was done under the same key.
  private static func once<Case: UseCase>(
    _ useCase: Case, as user: String, key: String?, in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> Case.Outcome {
    let request = key.map { _ in SHA256.digest(of: Array("\(Case.name) \(useCase)".utf8)) }
    if let key, let made = try ActTable.made(under: key, in: transaction) {
      guard made.request == request, let subject = made.subject else {
        throw Failure(
          .keyReused, "the key “\(key)” was used before, for \(made.action) with other values",
          hint: "use a new key for a new request")
      }
      return try useCase.outcome(of: subject, in: transaction, given: facts)
    }
    let subject = try run(
      useCase, as: user, key: key, request: request, in: transaction, given: facts)
    return try useCase.outcome(of: subject, in: transaction, given: facts)
  }

  /// Answers a question; one that shows personal data is written into the trail.
  ///
  /// What is shown only in a form that another permission covers is answered `under` that one. From a
  /// vantage the register is seen as it was known, with the day and the moment of the vantage.
  /// What is asked many times for one answer leaves one row: the others are not `traced`.
  package func answer<Question: Query>(
    _ query: Question, as user: String, from vantage: Vantage? = nil,
    under permission: Permission? = nil, traced: Bool = true
  ) throws(Failure) -> Question.Answer {
    let facts = facts(of: user)
    let ask: (Transaction) throws(Failure) -> Question.Answer = {
      (transaction) throws(Failure) in
      try Self.check(user, may: permission ?? Question.permission, in: transaction)
      guard let vantage else { return try query.answer(in: transaction, given: facts) }
      let seen = Facts(today: vantage.today, now: vantage.knownAt, user: user)
      return try PastKnowledge.look(after: vantage.knowledge, in: transaction) {
        () throws(Failure) in try query.answer(in: transaction, given: seen)
      }
    }
    guard Question.isPersonal, traced else { return try database.read(ask) }
    return try database.write { (transaction) throws(Failure) in
      let answer = try ask(transaction)
      try ActTable.begin(in: transaction)
      try ActTable.finish(
        ActEntry(
          at: facts.now, today: facts.today, user: user, action: Question.name,
          detail: query.detail), in: transaction)
      return answer
    }
  }

  /// One act: the use case's rows and its row in the trail.
  @discardableResult
  static func run<Case: UseCase>(
    _ useCase: Case, as user: String, key: String? = nil, request: [UInt8]? = nil,
    in transaction: Transaction, given facts: Facts
  ) throws(Failure) -> Int64 {
    try ActTable.begin(in: transaction)
    let subject = try useCase.perform(in: transaction, given: facts)
    try ActTable.finish(
      ActEntry(
        at: facts.now, today: facts.today, user: user, action: Case.name, subject: subject,
        detail: useCase.detail, key: key, request: request), in: transaction)
    return subject
  }

  /// Whether a user may see what a part of an answer shows.
  static func may(_ user: String, _ permission: Permission, in transaction: Transaction)
    throws(Failure) -> Bool
  {
    try UserTable.find(user, in: transaction)?.may(permission) ?? false
  }

  /// Throws `user.unknown` or `access.denied`.
  static func check(_ user: String, may permission: Permission, in transaction: Transaction)
    throws(Failure)
  {
    guard let account = try UserTable.find(user, in: transaction) else {
      throw Failure(
        .userUnknown, "“\(user)” is not a user of this register",
        hint: "an administrator adds users with kosh user add")
    }
    guard account.may(permission) else {
      throw Failure(
        .accessDenied, "“\(user)” may not \(permission.meaning)",
        hint: "an administrator gives roles with kosh user grant")
    }
  }
}
