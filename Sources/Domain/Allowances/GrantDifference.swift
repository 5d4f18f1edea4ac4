/// A decision by which a grant comes to more or less than before.
package enum Difference: Numbered {
  package static let letter: Character = "D"
}

/// By how much a claim of a grant is more or less, reckoned anew.
package struct DifferenceLine: Hashable, Sendable {
  package let key: DueKey
  /// What the grant comes to for it by the decisions that were made.
  package let was: Money
  /// What it comes to by what is known now.
  package let now: Money
  package let why: String

  package init(key: DueKey, was: Money, now: Money, why: String) {
    self.key = key
    self.was = was
    self.now = now
    self.why = why
  }

  /// Above zero: arrears; below: paid or due too much.
  package var amount: Money { Money(tiyn: now.tiyn - was.tiyn) }
}

/// What a grant comes to anew, against what was decided; nothing is changed by reckoning.
package struct GrantDifference: Hashable, Sendable {
  package let grant: GrantRecord
  /// Empty where nothing differs.
  package let lines: [DifferenceLine]
  /// The family as it is counted anew.
  package let people: Int
  /// Why it cannot be reckoned: a rate that is no longer known, a family without people.
  package let problem: String?

  package init(grant: GrantRecord, lines: [DifferenceLine], people: Int, problem: String? = nil) {
    self.grant = grant
    self.lines = lines
    self.people = people
    self.problem = problem
  }

  package var amount: Money { Money(tiyn: lines.reduce(0) { $0 + $1.amount.tiyn }) }
}

/// A decision by which a grant came to more or less, as it was made.
package struct GrantAdjustment: Hashable, Sendable {
  package let number: Number<Difference>
  package let act: Int64
  package let amount: Money
  package let reason: String
  package let document: String?
  package let lines: [DifferenceLine]

  package init(
    number: Number<Difference>, act: Int64, amount: Money, reason: String, document: String?,
    lines: [DifferenceLine]
  ) {
    self.number = number
    self.act = act
    self.amount = amount
    self.reason = reason
    self.document = document
    self.lines = lines
  }
}
