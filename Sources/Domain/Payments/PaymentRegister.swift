/// A list of payments for the bank or the treasury.
package enum PaymentRegister: Numbered {
  package static let letter: Character = "R"
}

/// Where a payment register stands.
package enum PaymentState: String, Hashable, Sendable, CaseIterable {
  /// Made by one official, and waiting for another.
  case draft
  case approved
  /// The file for the bank was made; what the bank did is not known in full.
  case exported
  /// The bank has answered for every line.
  case settled
  /// Refused before it went out; kept as it was.
  case rejected
  /// The bank carried out nothing more of it; what it had not paid is due again.
  case cancelled

  /// Where a step leads from here; nil where it cannot be made.
  package func after(_ step: PaymentStep) -> PaymentState? {
    Self.moves.first { $0.from == self && $0.step == step }?.to
  }

  /// Every step there is, and no others.
  package static let moves: [(from: PaymentState, step: PaymentStep, to: PaymentState)] = [
    (.draft, .countersigned, .draft),
    (.draft, .approved, .approved),
    (.draft, .rejected, .rejected),
    (.approved, .rejected, .rejected),
    (.approved, .exported, .exported),
    (.exported, .settled, .settled),
    (.exported, .cancelled, .cancelled),
  ]
}

/// What is done with a payment register; the first, its making, is a draft.
package enum PaymentStep: String, Hashable, Sendable, CaseIterable {
  /// One of several approvals that a large sum needs.
  case countersigned
  case approved, rejected, exported, settled, cancelled

  /// For people, after "cannot be".
  package var participle: String {
    switch self {
    case .countersigned, .approved: "approved"
    default: rawValue
    }
  }
}
