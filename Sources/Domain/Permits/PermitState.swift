/// The number of a permit, from its application on.
package enum WorkPermit: Numbered {
  package static let letter: Character = "W"
}

/// What is asked for.
package enum PermitRequest: String, Hashable, Sendable, CaseIterable {
  case first
  /// The same worker at the same post, from the day on which the earlier permit ends.
  case `extension`
  /// Another worker for the rest of a permit.
  case replacement
}

/// Where a permit stands.
package enum PermitState: String, Hashable, Sendable, CaseIterable {
  case applied, approved, noticed, paid, issued, suspended
  case refused, withdrawn, lapsed, expired, revoked, replaced

  /// Whether nothing more can come of it.
  package var isFinal: Bool {
    switch self {
    case .applied, .approved, .noticed, .paid, .issued, .suspended: false
    case .refused, .withdrawn, .lapsed, .expired, .revoked, .replaced: true
    }
  }

  package var name: LocalizedText {
    switch self {
    case .applied: .message("permit-state.applied")
    case .approved: .message("permit-state.approved")
    case .noticed: .message("permit-state.noticed")
    case .paid: .message("permit-state.paid")
    case .issued: .message("permit-state.issued")
    case .suspended: .message("permit-state.suspended")
    case .refused: .message("permit-state.refused")
    case .withdrawn: .message("permit-state.withdrawn")
    case .lapsed:
      .message("permit-state.lapsed")
    case .expired: .message("permit-state.expired")
    case .revoked: .message("permit-state.revoked")
    case .replaced: .message("permit-state.replaced")
    }
  }
}

/// What is done with a permit after its application.
package enum PermitAction: String, Hashable, Sendable, CaseIterable {
  /// Another region, in which the permit is to hold too, agrees.
  case agree
  case approve, refuse, withdraw
  /// The employer is told what to pay.
  case notice
  case pay
  case issue
  case suspend, resume, revoke
  /// An extension is asked for; the permit itself stays as it is.
  case extend
  /// Another worker is asked for; the permit itself stays as it is.
  case replace
  /// Another worker's permit was issued in its place.
  case succeed
  /// A business trip to another region.
  case trip
  /// A citizen took the post.
  case handOver = "hand-over"
  /// Its last day, or the last day to pay, has passed.
  case expire, lapse

  /// Whether it happens by the days, or with another permit, and is nobody's act.
  package var isOfDays: Bool { self == .succeed || self == .expire || self == .lapse }
}

/// A step that a permit of some kinds can take, and where it leads.
package struct PermitTransition: Hashable, Sendable {
  package let kinds: [PermitKind]
  package let requests: [PermitRequest]
  package let from: PermitState
  package let action: PermitAction
  package let to: PermitState
  /// The rule that gives the working days in which what follows is due, and what that is.
  package let deadline: PermitRuleName?

  package init(
    kinds: [PermitKind], requests: [PermitRequest], from: PermitState, action: PermitAction,
    to: PermitState, deadline: PermitRuleName?
  ) {
    self.kinds = kinds
    self.requests = requests
    self.from = from
    self.action = action
    self.to = to
    self.deadline = deadline
  }
}

/// Every step there is, and no others.
package struct PermitTransitions: Sendable {
  package let all: [PermitTransition]

  /// Throws `rule.malformed` where one action would lead from one state to two.
  package init(_ all: [PermitTransition]) throws(Failure) {
    self.all = all
    for kind in PermitKind.allCases {
      for request in PermitRequest.allCases {
        try Self.checkOnce(all.filter { $0.kinds.contains(kind) && $0.requests.contains(request) })
      }
    }
  }

  private static func checkOnce(_ moves: [PermitTransition]) throws(Failure) {
    for (index, move) in moves.enumerated() {
      let isTwice = moves[..<index].contains { $0.from == move.from && $0.action == move.action }
      guard !isTwice else {
        throw Failure(
          .ruleMalformed,
          "a permit that is \(move.from.rawValue) can \(move.action.rawValue) in two ways")
      }
    }
  }

  /// Nil where the step cannot be taken.
  package func transition(
    _ action: PermitAction, from state: PermitState, of kind: PermitKind, _ request: PermitRequest
  ) -> PermitTransition? {
    all.first {
      $0.from == state && $0.action == action && $0.kinds.contains(kind)
        && $0.requests.contains(request)
    }
  }

  /// What can be done with a permit now, in the order of the table.
  package func actions(from state: PermitState, of kind: PermitKind, _ request: PermitRequest)
    -> [PermitAction]
  {
    all.filter {
      $0.from == state && $0.kinds.contains(kind) && $0.requests.contains(request)
    }.map(\.action)
  }
}
