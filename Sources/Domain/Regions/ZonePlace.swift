/// A region in a zone of a programme, named by it or made later out of what it named.
package struct ZonePlace: Hashable, Sendable {
  package let zone: Zone
  /// The stable code of the region on the day asked for.
  package let region: String
  /// Codes of the named regions whose land it has; empty where the programme names it itself.
  package let derivedFrom: [String]
  /// The zone's source, with the weaker standing of it and of what the derivation rests on.
  package let citation: Citation
}
