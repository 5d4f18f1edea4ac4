package import Domain
internal import Hashing
package import Storage

/// Proves the register: the trail against the rows, and every invariant.
package struct VerifyRegister: Query {
  package static let name = "register.verify"
  package static let permission = Permission.audit
  package var detail: String { "" }

  /// Called with the acts read so far.
  private let progress: @Sendable (Int64) -> Void
  /// A head noted earlier: that act must still have that hash, or one that starts so.
  private let head: (act: Int64, hash: String)?

  package init(
    head: (act: Int64, hash: String)? = nil,
    progress: @escaping @Sendable (Int64) -> Void = { _ in }
  ) {
    self.head = head
    self.progress = progress
  }

  package struct Answer: Sendable {
    package struct Check: Hashable, Sendable {
      package let name: String
      package let breaches: [String]
    }

    package let trail: TrailReport
    package let checks: [Check]
    package let families: Int64
    package let persons: Int64

    package var isClean: Bool { checks.allSatisfy(\.breaches.isEmpty) }
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let trail = try Trail.verify(in: transaction, progress: progress)
    var checks = [Answer.Check(name: "trail", breaches: trail.problems)]
    if let head {
      let act = try ActTable.find(head.act, in: transaction)
      let holds = act?.hash.hexadecimal.hasPrefix(head.hash) ?? false
      let breach = "act \(head.act) is \(act == nil ? "missing" : "not the one noted")"
      checks.append(Answer.Check(name: "noted head", breaches: holds ? [] : [breach]))
    }
    for name in Invariants.names {
      let breaches = try Invariants.breaches(of: name, in: transaction)
      checks.append(Answer.Check(name: name, breaches: breaches))
    }
    return Answer(
      trail: trail, checks: checks, families: try FamilyTable.count(in: transaction),
      persons: try PersonTable.count(in: transaction))
  }
}
