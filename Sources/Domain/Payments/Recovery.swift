/// Money that a family owes back.
package enum Recovery: Numbered {
  package static let letter: Character = "C"
}

/// Why money must come back.
package enum RecoveryGround: String, Hashable, Sendable, CaseIterable {
  /// A grant came to less, as known now.
  case overpaid
  /// The family left the region before it was free to.
  case leftEarly = "left-early"
  /// The bank paid too much, and the family keeps it.
  case paidTwice = "paid-twice"
  case other
}

/// How a recovery shrinks.
package enum RecoveryMove: String, Hashable, Sendable, CaseIterable {
  /// The family paid it back.
  case repaid
  /// It was kept back from a payment.
  case withheld
  /// It was given up, for a reason that the rules know.
  case waived
}

/// A recovery as it stands.
package struct RecoveryRecord: Hashable, Sendable {
  package let number: Number<Recovery>
  package let act: Int64
  package let family: Number<Family>
  package let grant: Number<Grant>
  package let ground: RecoveryGround
  package let amount: Money
  package let on: LocalDate
  /// The first day on which the family was free to leave; nil where that is not the ground.
  package let boundUntil: LocalDate?
  package let reason: String
  package let document: String?
  /// The rule it rests on.
  package let citation: Citation
  package let repaid: Money
  package let withheld: Money
  package let waived: Money
  /// What registers that went out or may go out will withhold.
  package let expected: Money

  package init(
    number: Number<Recovery>, act: Int64, family: Number<Family>, grant: Number<Grant>,
    ground: RecoveryGround, amount: Money, on: LocalDate, boundUntil: LocalDate?, reason: String,
    document: String?, citation: Citation, repaid: Money, withheld: Money, waived: Money,
    expected: Money
  ) {
    self.number = number
    self.act = act
    self.family = family
    self.grant = grant
    self.ground = ground
    self.amount = amount
    self.on = on
    self.boundUntil = boundUntil
    self.reason = reason
    self.document = document
    self.citation = citation
    self.repaid = repaid
    self.withheld = withheld
    self.waived = waived
    self.expected = expected
  }

  /// What is still owed.
  package var open: Money {
    Money(tiyn: amount.tiyn - repaid.tiyn - withheld.tiyn - waived.tiyn)
  }

  /// What is owed and stands on no register.
  package var free: Money { Money(tiyn: open.tiyn - expected.tiyn) }
}

/// A part of a recovery that is to be paid back by a day.
package struct RecoveryInstalment: Hashable, Sendable {
  package let dueOn: LocalDate
  package let amount: Money

  package init(dueOn: LocalDate, amount: Money) {
    self.dueOn = dueOn
    self.amount = amount
  }

  /// Equal parts in whole tenge, a month apart; what the number does not divide is in the last.
  package static func plan(_ amount: Money, in count: Int, from first: LocalDate)
    -> [RecoveryInstalment]
  {
    let share = amount.tiyn / (Int64(count) * 100) * 100
    return (0..<count).map { index in
      let isLast = index == count - 1
      return RecoveryInstalment(
        dueOn: first.adding(months: index),
        amount: Money(tiyn: isLast ? amount.tiyn - share * Int64(count - 1) : share))
    }
  }
}

/// A change of what is owed: above zero it is owed less, below zero more again.
package struct RecoveryEntry: Hashable, Sendable {
  package let move: RecoveryMove
  package let amount: Money
  package let on: LocalDate
  /// Of what was withheld: the line that did.
  package let line: Int64?
  /// Of a waiver: the code of its ground.
  package let ground: String?
  package let reason: String
  package let document: String?
  package let act: Int64

  package init(
    _ move: RecoveryMove, _ amount: Money, on: LocalDate, line: Int64? = nil,
    ground: String? = nil, reason: String, document: String? = nil, act: Int64 = 0
  ) {
    self.move = move
    self.amount = amount
    self.on = on
    self.line = line
    self.ground = ground
    self.reason = reason
    self.document = document
    self.act = act
  }
}
