/// How a fact came to us: carried beside every figure, and shown with it.
package enum Standing: String, Hashable, Sendable, CaseIterable {
  /// Read in the act itself.
  case law
  /// Published by a state body: a portal, a bulletin, a register.
  case official
  /// Printed by the press or a study, not checked against the act.
  case press
  /// Rebuilt from remembered or partial figures so that known totals fit; not read in the act.
  case reconstructed
  /// Remembered by the authors of the facts, and confirmed by nothing yet.
  case unconfirmed

  package var name: LocalizedText {
    switch self {
    case .law: .message("standing.law")
    case .official: .message("standing.official")
    case .press: .message("standing.press")
    case .reconstructed: .message("standing.reconstructed")
    case .unconfirmed:
      .message("standing.unconfirmed")
    }
  }

  /// From the strongest to the weakest.
  private var weakness: Int {
    switch self {
    case .law: 0
    case .official: 1
    case .press: 2
    case .reconstructed: 3
    case .unconfirmed: 4
    }
  }

  /// The standing of something computed from both: the weaker of the two.
  package func weaker(_ other: Standing) -> Standing {
    weakness >= other.weakness ? self : other
  }
}

/// Where a figure or a rule stands: an act and its article, with the standing of our reading.
package struct Citation: Hashable, Sendable {
  /// The act or publication, as an official would name it.
  package var source: String
  /// The article, paragraph, annex or page, where known.
  package var article: String?
  package var standing: Standing

  package init(_ source: String, article: String? = nil, standing: Standing) {
    self.source = source
    self.article = article
    self.standing = standing
  }
}

extension Citation: CustomStringConvertible {
  package var description: String { article.map { "\(source), \($0)" } ?? source }
}
