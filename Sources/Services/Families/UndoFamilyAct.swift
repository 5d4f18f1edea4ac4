package import Domain
package import Storage

/// Takes back the last act on a family, where nothing was built on it: what it wrote is closed,
/// what it closed is written again, and the places it moved are moved back.
///
/// What was known meanwhile stays known as it was. A number that the act gave stays, withdrawn. An
/// undo is not undone; the act can be done again.
package struct UndoFamilyAct: UseCase {
  package static let name = "family.undo"
  package static let permission = Permission.changeFamilies

  package var family: Number<Family>
  /// An undo holds from the day it is made; only its reason and its paper are asked for.
  package var reason: String
  package var document: String?

  package init(family: Number<Family>, reason: String, document: String? = nil) {
    self.family = family
    self.reason = reason
    self.document = document
  }

  package var detail: String { "\(family): \(reason)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try Ground(reason: reason).settled(given: facts)
    _ = try FamilyTable.known(family, in: transaction)
    guard let last = try FamilyEventTable.newestAct(on: family, in: transaction),
      let act = try ActTable.find(last, in: transaction)
    else {
      throw Failure(
        .undoNothing, "no act on \(family) is left that could be undone",
        hint: "an undo itself is not undone: do the act again")
    }
    guard !Self.ofPersons.contains(act.action) else { throw Self.aboutNumbers(act) }
    let content = try ActContent(of: act, in: transaction)
    let later = try content.laterActs(in: transaction)
    guard later.isEmpty else { throw Self.builtUpon(act, later) }
    let events = try FamilyEventTable.events(of: act.id, in: transaction)
    try content.takeBack(on: day, reason: reason, in: transaction)
    var told: Set<Number<Family>> = []
    for event in events where told.insert(event.family).inserted {
      try FamilyEventTable.insert(
        FamilyEvent(
          family: event.family, kind: .undo, on: day, otherFamily: event.otherFamily,
          undoneAct: act.id, reason: reason, document: document,
          detail: "\(event.kind.rawValue) of \(event.on) no longer holds: \(event.detail)"),
        in: transaction)
    }
    return act.id
  }

  /// Acts that say which numbers are one person: a family's history tells of them, and an undo
  /// of a family's act does not take them back.
  private static let ofPersons = [MergePersons.name, UnmergePerson.name, DecideMatch.name]

  private static func aboutNumbers(_ act: Act) -> Failure {
    Failure(
      .undoBuiltUpon,
      "act \(act.id), \(act.action), says which numbers are one person, and stands: \(act.detail)",
      hint: "kosh person unmerge NUMBER --reason TEXT takes a merge apart")
  }

  private static func builtUpon(_ act: Act, _ later: [Act]) -> Failure {
    let list = later.map { "act \($0.id) of \($0.today), \($0.action): \($0.detail)" }
    return Failure(
      .undoBuiltUpon,
      "act \(act.id), \(act.action), cannot be undone; later acts rest on it: "
        + list.joined(separator: "; "),
      hint: "take those back first, the newest first")
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> FamilyChange
  {
    let families = try FamilyEventTable.families(undoing: subject, in: transaction)
    return try FamilyChange.load(.undo, families, undone: subject, given: facts, in: transaction)
  }
}
