package import Domain
package import Storage

/// What an official says of a step that needs a ground: one of those that the rules know.
package struct GroundedStep: Sendable {
  package var permit: Number<WorkPermit>
  package var ground: String
  package var reason: String
  package var document: String?
  package var on: LocalDate?

  package init(
    permit: Number<WorkPermit>, ground: String, reason: String, document: String? = nil,
    on: LocalDate? = nil
  ) {
    self.permit = permit
    self.ground = ground
    self.reason = reason
    self.document = document
    self.on = on
  }
}

/// A refusal, a suspension or a revocation.
package protocol GroundedPermitUseCase: PermitUseCase {
  static var action: PermitAction { get }
  /// As a sentence names it: “a refusal”.
  static var what: String { get }
  var step: GroundedStep { get }
  init(step: GroundedStep)
  /// What becomes of the permit's days and places; nothing, unless the step says so.
  func end(at desk: PermitDesk, in transaction: Transaction) throws(Failure)
}

extension GroundedPermitUseCase {
  package init(
    permit: Number<WorkPermit>, ground: String, reason: String, document: String? = nil,
    on: LocalDate? = nil
  ) {
    self.init(
      step: GroundedStep(
        permit: permit, ground: ground, reason: reason, document: document, on: on))
  }

  package var detail: String { "\(step.permit), \(step.ground): \(step.reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    try Ground.check(reason: step.reason, for: Self.what)
    let desk = try PermitDesk.open(step.permit, on: step.on, facts, in: transaction)
    let transition = try desk.transition(Self.action)
    let ground = try desk.book.ground(step.ground, of: Self.action, on: desk.day)
    try end(at: desk, in: transaction)
    try desk.take(
      transition, ground: ground.code, reason: step.reason, document: step.document,
      in: transaction)
    return step.permit.raw
  }
}

/// Refuses an application; its places are free again.
package struct RefusePermit: GroundedPermitUseCase {
  package static let name = "permit.refuse"
  package static let action = PermitAction.refuse
  package static let what = "a refusal"

  package let step: GroundedStep

  package init(step: GroundedStep) { self.step = step }

  package func end(at desk: PermitDesk, in transaction: Transaction) throws(Failure) {
    try PermitPlaces.release(desk.record, on: desk.day, in: transaction)
  }
}

/// Suspends a permit: nobody may work by it until it is resumed; its place stays taken.
package struct SuspendPermit: GroundedPermitUseCase {
  package static let name = "permit.suspend"
  package static let action = PermitAction.suspend
  package static let what = "a suspension"

  package let step: GroundedStep

  package init(step: GroundedStep) { self.step = step }

  package func end(at desk: PermitDesk, in transaction: Transaction) throws(Failure) {}
}

/// Revokes a permit: it ends on that day, and its places are free, also where an extension that was
/// asked for holds them by now.
package struct RevokePermit: GroundedPermitUseCase {
  package static let name = "permit.revoke"
  package static let action = PermitAction.revoke
  package static let what = "a revocation"

  package let step: GroundedStep

  package init(step: GroundedStep) { self.step = step }

  package func end(at desk: PermitDesk, in transaction: Transaction) throws(Failure) {
    try desk.cut(in: transaction)
    try PermitPlaces.release(desk.record, on: desk.day, in: transaction)
    // What was asked for after it comes to nothing.
    for next in try PermitTable.following(step.permit, in: transaction) where next.validity == nil {
      try PermitPlaces.release(next, on: desk.day, in: transaction)
    }
  }
}

extension PermitDesk {
  /// The permit holds to the day before this one.
  fileprivate func cut(in transaction: Transaction) throws(Failure) {
    guard let held = record.validity else { return }
    try PermitTable.hold(
      record, from: held.from, to: max(held.from, day), isCut: true, in: transaction)
  }
}
