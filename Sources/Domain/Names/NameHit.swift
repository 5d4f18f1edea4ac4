/// How a person's names meet a query.
package struct NameHit: Hashable, Sendable {
  /// 0...1000: what the words are worth, rare ones more; a word that is not met is worth nothing.
  package let score: Int
  /// In the order of the query.
  package let met: [Met]

  package struct Met: Hashable, Sendable {
    /// As it was typed.
    package let sought: String
    /// As it is folded; ``NameHit/spelled(by:)`` gives it as a paper writes it.
    package let borne: String
    package let kind: NameMeeting.Kind
    package let weight: Int
  }

  /// The same, with the words borne as the papers write them; for the few hits that are shown.
  package func spelled(by names: [PersonName]) -> NameHit {
    let met = met.map { met in
      let texts = names.lazy.compactMap { NameSpelling.find(met.borne, in: $0.display) }
      return Met(
        sought: met.sought, borne: texts.first ?? met.borne, kind: met.kind, weight: met.weight)
    }
    return NameHit(score: score, met: met)
  }
}
