/// A group of regions by which a programme planned settlement.
///
/// A zone belongs to its programme and says nothing of geography: the South zone of Nurly Kosh
/// has Atyrau and Mangystau, and the Central one has South Kazakhstan.
package struct Zone: Hashable, Sendable {
  /// One of a kind in all programmes: `zone-1`.
  package let id: String
  package let programme: Programme
  /// As the programme called it.
  package let name: LocalizedText
  /// The days of the programme.
  package let period: Period
  /// Stable codes of the regions that the programme named, as they were on its first day.
  package let regions: [String]
  package let citation: Citation
  package let note: String?

  package init(
    id: String, programme: Programme, name: LocalizedText, period: Period, regions: [String],
    citation: Citation, note: String?
  ) {
    self.id = id
    self.programme = programme
    self.name = name
    self.period = period
    self.regions = regions
    self.citation = citation
    self.note = note
  }
}
