/// A ground on which a foreigner works without a permit.
package struct PermitExemption: Hashable, Sendable {
  /// What a condition looks at.
  package enum Criterion: String, Hashable, Sendable, CaseIterable {
    case citizenship, status, post, employer
  }

  /// One of the words must be true of the person or of the post.
  package struct Condition: Hashable, Sendable {
    package let by: Criterion
    package let words: [String]

    package init(by: Criterion, words: [String]) {
      self.by = by
      self.words = words
    }
  }

  package let code: String
  /// The item of the Government's list; nil for a ground that stands elsewhere.
  package let item: String?
  package let during: Period
  /// All must hold.
  ///
  /// There are none where the text of an item is not known: it is told, and meets nobody.
  package let conditions: [Condition]
  package let name: LocalizedText
  package let citation: Citation
  /// How the days came to us, which may be weaker than the rule itself.
  package let daysStanding: Standing
  package let note: String?

  package init(
    code: String, item: String?, during: Period, conditions: [Condition], name: LocalizedText,
    citation: Citation, daysStanding: Standing, note: String?
  ) {
    self.code = code
    self.item = item
    self.during = during
    self.conditions = conditions
    self.name = name
    self.citation = citation
    self.daysStanding = daysStanding
    self.note = note
  }

  /// Whether the text of the item is known.
  package var isKnown: Bool { !conditions.isEmpty }

  /// The weaker standing of the rule and its days.
  package var standing: Standing { citation.standing.weaker(daysStanding) }

  /// The source, no surer than the days of the ground are.
  package var shownCitation: Citation {
    Citation(citation.source, article: citation.article, standing: standing)
  }

  func meets(_ question: PermitQuestion) -> Bool {
    isKnown && during.contains(question.on)
      && conditions.allSatisfy { condition in
        question.words(condition.by).contains { condition.words.contains($0) }
      }
  }
}

/// A post as an official names it, and the permit that it takes.
package struct PermitPost: Hashable, Sendable {
  /// With its code: `specialist`.
  package let term: FactTerm
  package let kind: PermitKind
  package let note: String?

  package init(term: FactTerm, kind: PermitKind, note: String?) {
    self.term = term
    self.kind = kind
    self.note = note
  }
}
