/// How hard made-up re-applications are to recognise.
package enum ReapplicationHardness: String, CaseIterable, Sendable {
  /// Whole families with other documents, the other Cyrillic or Latin alone.
  case plain
  /// Whole families whose papers changed script, spelling and dates.
  case hard
  /// People alone, parts of families and grown children, with strangers who are like them.
  case apart

  package var odds: ReapplicationOdds {
    switch self {
    case .plain: .plain
    case .hard: .hard
    case .apart: .apart
    }
  }
}

/// How often what happens to a re-application; numbers are so many in a thousand.
///
/// `plain` follows the pairs of the sample that offices see. No study counts the errors of
/// returnees' papers, so `hard` and `apart` are chosen to be harder than any office should meet:
/// in `hard` more than four birth dates in ten differ and nearly no number is left. What one
/// paper can suffer at once is bounded (``PaperWriter``), as somebody has to be able to tell.
package struct ReapplicationOdds: Sendable {
  // Of a family.
  /// All of its documents are new.
  var allDocumentsNew: Int
  /// Another member is the head.
  var otherHead: Int
  /// A child was born since.
  var newChild: Int
  /// A child does not come.
  var memberLeft: Int
  // Of a person.
  /// A document is new where not all of the family's are.
  var documentNew: Int
  /// The IIN is left out.
  var noIIN: Int
  /// The hand differs from the family's.
  var ownHand: Int
  /// Latin columns stand beside Cyrillic ones, as in the intake.
  var latinBeside: Int
  var swappedOrder: Int
  var noPatronymic: Int
  /// The father's name stands where the surname stood.
  var fatherForSurname: Int
  /// The surname lacks its ending, or a woman's has the man's form.
  var otherSurnameForm: Int
  /// Latin stands in the columns for Cyrillic.
  var latinInColumns: Int
  /// Cyrillic stands in capitals.
  var capitals: Int
  var typingError: Int
  /// Given name and father's name run into the end of the machine-readable line.
  var cutByZone: Int
  /// A given name has its less usual spelling, where it has one.
  var unusualSpelling: Int
  /// The hand, by where the family comes from.
  var hands: (china: Weighted<PaperChange>, elsewhere: Weighted<PaperChange>)
  /// The birth date; `asWritten` leaves it.
  var births: Weighted<PaperChange>
  // Of the whole file.
  /// Who comes of a family; `asWritten` is all of it.
  var arrivals: Weighted<PaperChange>
  /// Applications of strangers for each thousand of registered families.
  var strangers: Int

  static let plain = ReapplicationOdds(
    allDocumentsNew: 0, otherHead: 0, newChild: 0, memberLeft: 0, documentNew: 480, noIIN: 450,
    ownHand: 1000, latinBeside: 1000, swappedOrder: 0, noPatronymic: 0, fatherForSurname: 0,
    otherSurnameForm: 0, latinInColumns: 0, capitals: 0,
    typingError: 0, cutByZone: 0, unusualSpelling: 0,
    hands: (
      Weighted([
        (.asWritten, 330), (.latinOnly, 330), (.kazakhCyrillic, 170), (.russianCyrillic, 170),
      ]),
      Weighted([
        (.asWritten, 330), (.latinOnly, 330), (.kazakhCyrillic, 170), (.russianCyrillic, 170),
      ])
    ),
    births: Weighted([(.asWritten, 1)]), arrivals: Weighted([(.asWritten, 1)]), strangers: 0)

  static let hard = ReapplicationOdds(
    allDocumentsNew: 850, otherHead: 200, newChild: 80, memberLeft: 100, documentNew: 600,
    noIIN: 930, ownHand: 150, latinBeside: 250, swappedOrder: 170, noPatronymic: 330,
    fatherForSurname: 120, otherSurnameForm: 110, latinInColumns: 100, capitals: 80,
    typingError: 150, cutByZone: 300, unusualSpelling: 200,
    hands: (hardChina, hardElsewhere),
    births: Weighted([
      (.asWritten, 560), (.bornYear, 80), (.bornMonth, 55), (.bornDayOff, 60),
      (.bornMonthOff, 45), (.bornYearOff, 50), (.bornFirstOfJanuary, 55), (.bornSwapped, 65),
      (.bornUnknown, 30),
    ]),
    arrivals: Weighted([(.asWritten, 1)]), strangers: 0)

  static let apart = ReapplicationOdds(
    allDocumentsNew: 800, otherHead: 150, newChild: 60, memberLeft: 60, documentNew: 500,
    noIIN: 880, ownHand: 120, latinBeside: 350, swappedOrder: 120, noPatronymic: 220,
    fatherForSurname: 90, otherSurnameForm: 80, latinInColumns: 80, capitals: 60, typingError: 100,
    cutByZone: 250, unusualSpelling: 150,
    hands: (hardChina, hardElsewhere),
    births: Weighted([
      (.asWritten, 720), (.bornYear, 45), (.bornMonth, 35), (.bornDayOff, 45),
      (.bornMonthOff, 25), (.bornYearOff, 30), (.bornFirstOfJanuary, 35), (.bornSwapped, 50),
      (.bornUnknown, 15),
    ]),
    arrivals: Weighted([
      (.asWritten, 250), (.cameAlone, 320), (.cameInPart, 230), (.grownChild, 200),
    ]),
    strangers: 600)

  private static let hardChina = Weighted<PaperChange>([
    (.pinyin, 330), (.arabicNative, 170), (.arabicColumns, 120), (.kazakhCyrillic, 90),
    (.russianCyrillic, 70), (.latinOnly, 60), (.otherLatin, 90), (.latin2018, 35),
    (.latin2021, 35),
  ])
  private static let hardElsewhere = Weighted<PaperChange>([
    (.kazakhCyrillic, 160), (.russianCyrillic, 160), (.latinOnly, 110), (.otherLatin, 230),
    (.latin2018, 60), (.latin2021, 70), (.neighbourLatin, 120), (.pinyin, 40),
    (.arabicNative, 30), (.arabicColumns, 20),
  ])

  /// Who the strangers are.
  static let strangerKinds = Weighted<PaperChange>([
    (.newFamily, 350), (.relative, 240), (.namesake, 150), (.twin, 110), (.fatherOrSon, 150),
  ])
}
