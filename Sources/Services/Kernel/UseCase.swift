package import Domain
package import Storage

/// Something an official does: a value with everything that was asked, performed by ``Office``.
///
/// One value is the body of a request, the options of a command, the entry in the trail and what
/// an idempotency key protects.
package protocol UseCase: Sendable {
  associatedtype Outcome: Sendable
  /// As the trail names it: `quota.include`.
  static var name: String { get }
  static var permission: Permission { get }
  /// One line for the trail.
  var detail: String { get }
  /// Checks and writes; gives the identifier of the record it made, from which
  /// ``outcome(of:in:given:)`` can be told again.
  func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64
  /// What the caller is told, now or when the same key comes again.
  func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> Outcome
}

/// A question to the register.
package protocol Query: Sendable {
  associatedtype Answer: Sendable
  static var name: String { get }
  static var permission: Permission { get }
  /// True where the answer shows personal data: then the question stands in the trail too.
  static var isPersonal: Bool { get }
  /// One line for the trail.
  var detail: String { get }
  func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer
}

extension Query {
  package static var isPersonal: Bool { false }
}
