/// The evidence that two records are of one person, respect by respect.
package struct PairScore: Hashable, Sendable {
  /// One respect: the level reached, nil where nothing can be compared, and its weight.
  package struct Part: Hashable, Sendable {
    package var level: MatchLevel?
    package var centibits = 0

    package init() {}

    package init(_ level: MatchLevel, _ centibits: Int) {
      self.level = level
      self.centibits = centibits
    }
  }

  package var given = Part()
  package var surname = Part()
  package var father = Part()
  package var birth = Part()
  package var sex = Part()
  package var document = Part()
  package var iin = Part()
  package var country = Part()
  package var place = Part()

  package init() {}

  /// What tells a person from the others of the family.
  package var own: Int {
    given.centibits + birth.centibits + sexBesideName + papers
  }

  /// A given name that agrees has told the sex already.
  private var sexBesideName: Int {
    given.centibits > 0 ? min(0, sex.centibits) : sex.centibits
  }

  /// What distinguishes a person from a namesake born on the same day: the father's name, the
  /// family name where it differs, papers and places.
  var beyondName: Int {
    // A woman who has her father's name still may have married.
    let isMarried = surname.level == .surnameMarried && father.centibits > 0
    let contradictions =
      min(0, father.centibits) + (isMarried ? 0 : min(0, surname.centibits))
    let lineage = contradictions < 0 ? contradictions : father.centibits
    return lineage + papers + country.centibits + place.centibits
  }

  /// What a person shares with brothers and sisters.
  package var lineage: Int {
    surname.centibits + father.centibits + country.centibits + place.centibits
  }

  /// What only papers tell.
  package var papers: Int { document.centibits + iin.centibits }

  /// All of it, in centibits.
  package var total: Int { own + lineage }

  /// Whether numbers say that it is one person whatever the names look like.
  package var isProved: Bool { iin.level == .iinSame || document.level == .documentSame }

  /// The levels reached, for an estimation and for people.
  package var parts: [Part] {
    [given, surname, father, birth, sex, document, iin, country, place]
  }
}
