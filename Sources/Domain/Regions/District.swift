/// A district of a region, or a town of its rank: the second level of the national classifier.
package struct District: Hashable, Sendable {
  /// The stable code of its region.
  package let region: String
  /// Nine digits of the classifier; none where no source gave them.
  package let kato: String?
  package let name: LocalizedText
  package let citation: Citation

  package init(region: String, kato: String?, name: LocalizedText, citation: Citation) {
    self.region = region
    self.kato = kato
    self.name = name
    self.citation = citation
  }
}
