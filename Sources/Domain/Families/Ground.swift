/// What an act about a family rests on: its day, its reason and its paper.
package struct Ground: Hashable, Sendable {
  /// The day from which it is true; nil for today.
  package var on: LocalDate?
  /// In the officer's words; never empty.
  package var reason: String
  /// The paper, as the officer names it: `certificate 12-345`.
  package var document: String?

  package init(on: LocalDate? = nil, reason: String, document: String? = nil) {
    self.on = on
    self.reason = reason
    self.document = document
  }

  /// Throws `field.required` where a reason is blank; `act` names what it is for: “a merge”.
  package static func check(reason: String, for act: String) throws(Failure) {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.fieldRequired, "\(act) needs a reason")
    }
  }
}
