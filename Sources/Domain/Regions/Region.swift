/// A region, or a city of its rank, as the state's register had it between two days.
///
/// Almaty, Karaganda and East Kazakhstan regions gave up territory in 2022 and went on: such a
/// region names the new one among its ``successors`` while its own ``period`` stays open.
package struct Region: Hashable, Sendable {
  /// The stable code: ISO 3166-2 of November 2022 (`KZ-55`).
  ///
  /// South Kazakhstan ended before that code existed and keeps its old one, `KZ-YUZ`.
  package let code: String
  /// The national classifier's nine digits, of which the first two name the region.
  package let kato: String
  /// ISO 3166-2 up to November 2022 (`KZ-PAV`); none for the regions of 2022.
  package let isoOld: String?
  /// When the region existed; those of independence begin on 1991-12-16.
  package let period: Period
  /// Codes of the regions out of whose territory this one was made.
  package let predecessors: [String]
  /// Codes of the regions that were made out of this one's territory, whole or part.
  package let successors: [String]
  package let citation: Citation

  private let firstName: LocalizedText
  private let renamings: [Renaming]

  /// A name and the day from which it was borne.
  package struct Renaming: Hashable, Sendable {
    package let from: LocalDate
    package let name: LocalizedText
    package let citation: Citation

    package init(from: LocalDate, name: LocalizedText, citation: Citation) {
      self.from = from
      self.name = name
      self.citation = citation
    }
  }

  /// `renamings` follow the first name and are in the order of their dates.
  package init(
    code: String, kato: String, isoOld: String?, period: Period, predecessors: [String],
    successors: [String], name: LocalizedText, renamings: [Renaming], citation: Citation
  ) {
    self.code = code
    self.kato = kato
    self.isoOld = isoOld
    self.period = period
    self.predecessors = predecessors
    self.successors = successors
    self.firstName = name
    self.renamings = renamings
    self.citation = citation
  }

  /// The name borne on a day: the capital was Akmola, Astana, Nur-Sultan, and Astana again.
  package func name(on day: LocalDate) -> LocalizedText {
    renamings.last { $0.from <= day }?.name ?? firstName
  }

  /// Every name the region has borne.
  package var names: [LocalizedText] { [firstName] + renamings.map(\.name) }

  /// Every name with its day; the first one rests on what the region itself rests on.
  package var datedNames: [Renaming] {
    [Renaming(from: period.from, name: firstName, citation: citation)] + renamings
  }
}
