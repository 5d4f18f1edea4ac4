import Domain
import Testing

/// Who is looked for by a birth date must be found under what another paper made of it.
@Suite("Keys of matching")
struct MatchKeyTests {
  private static let skeleton = Skeleton(code: 0o7257)

  private static func birth(_ text: String?) throws -> BirthCode {
    guard let text else { return .unknown }
    let date = try #require(PartialDate(iso: text), "\(text)")
    return BirthCode(date)
  }

  /// The date on the new form, the date in the register, and whether one reaches the other.
  static let dates: [(sought: String?, kept: String?, isFound: Bool)] = [
    ("1984-03-07", "1984-03-07", true),
    // Day and month swapped, another day or month of the year.
    ("1984-03-07", "1984-07-03", true), ("1984-03-07", "1984-03-17", true),
    ("1984-03-07", "1984-11-29", true),
    // Parts that nobody knew.
    ("1984-03-07", "1984", true), ("1984-03-07", "1984-03", true), ("1984", "1984-12-31", true),
    ("1984-03-07", nil, true), (nil, "1984-03-07", true), (nil, nil, true),
    // The turn of a year.
    ("1984-01-01", "1983-12-31", true), ("1983-12-30", "1984-01-01", true),
    // The same day in a year that a slip makes of it.
    ("1984-03-07", "1985-03-07", true), ("1984-03-07", "1974-03-07", true),
    ("1978-03-07", "1987-03-07", true),
    // Other people.
    ("1984-03-07", "1985-03-08", false), ("1984-03-07", "1954-03-07", false),
    ("1984-03-07", "1983", false), ("1984-06-01", "1983-12-31", false),
  ]

  @Test("A date reaches what it may have become", arguments: dates)
  func reach(sought: String?, kept: String?, isFound: Bool) throws {
    let register = MatchKey(
      Self.skeleton, try Self.birth(kept), .male, isGiven: true)
    let birth = try Self.birth(sought)
    let ranges = MatchKey.ranges(Self.skeleton, [birth])
    #expect(ranges.contains { $0.contains(register.raw) } == isFound)
  }

  /// A dot that an office lost must not hide a family.
  @Test(
    "Names that were run together are sought by their parts",
    arguments: [
      ("نۇرلان سەرىك", "نۇرلانسەرىك"), ("Aidyn Qudaibergen", "Aidynqudaibergen"),
      ("Nuerlan Sailike", "NUERLANSAILIKE"), ("Оспан Айгүл", "Оспанайгүл"),
    ])
  func runTogether(apart: String, together: String) {
    func reading(_ text: String) -> NameReading {
      NameReading(PersonName(script: NameScript.of(text), fullName: text))
    }
    let kept = MatchKey.names(of: [reading(apart)])
    let sought = MatchKey.sought(in: [reading(together)])
    let found = kept.filter { name in sought.contains { $0.skeleton == name.skeleton } }
    // A skeleton of one class finds too many to be sought.
    #expect(found.count == kept.count { $0.skeleton.count > 1 })
    #expect(sought.count <= 32)
  }

  @Test("Ranges stand in order and do not overlap")
  func ranges() throws {
    let births = try ["1984-01-01", "1985-01-01", "1984-12-31"].map(Self.birth)
    let ranges = MatchKey.ranges(Self.skeleton, births)
    for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound < next.lowerBound) }
  }

  @Test("Another name is not reached by any date")
  func otherName() {
    let other = MatchKey(Skeleton(code: 0o7256), .unknown, .female, isGiven: true)
    let next = MatchKey(Skeleton(code: 0o7260), .unknown, .female, isGiven: false)
    for range in MatchKey.ranges(Self.skeleton, [.unknown]) {
      #expect(!range.contains(other.raw) && !range.contains(next.raw))
    }
  }

  @Test("A key keeps its name, its date, the sex and its part of the name")
  func parts() throws {
    let birth = try Self.birth("1999-12-31")
    let key = MatchKey(Self.skeleton, birth, .female, isGiven: true)
    #expect(key.skeleton == Self.skeleton && key.birth == birth && key.isGiven)
    #expect(key.sex == .female)
    #expect(MatchKey(Self.skeleton, birth, .male, isGiven: true).sex == .male)
    #expect((birth.year, birth.month, birth.day) == (1999, 12, 31))
    #expect(!MatchKey(Self.skeleton, birth, .female, isGiven: false).isGiven)
  }

  /// Years outside of living memory, such as 0001 for “unknown”, are no date.
  @Test("A year nobody was born in is unknown", arguments: ["1850-01-01", "2106", "0001-01-01"])
  func strangeYears(text: String) throws {
    #expect(try Self.birth(text).isUnknown)
  }

  @Test("A word's other readings and both parts it stands for have keys of their own")
  func names() {
    let latin = NameReading(
      PersonName(script: .latin, familyName: "KASYMOV", givenName: "YERLAN"))
    let cyrillic = NameReading(
      PersonName(script: .cyrillic, familyName: "Қасымов", givenName: "Ерлан"))
    let both = MatchKey.keys([latin, cyrillic], births: [.unknown], sex: .male)
    // One name is one key, whatever the script.
    let one = MatchKey.keys([cyrillic], births: [.unknown], sex: .male)
    #expect(one.count == 2)
    #expect(one.allSatisfy { both.contains($0) })
  }

  /// The two dates in order, and what they are worth: enough, little, or something against it.
  static let worths: [(one: String, other: String, worth: Int)] = [
    ("1984-03-07", "1984-03-07", 1450), ("1984-03-07", "1984-07-03", 1150),
    ("1984-03-07", "1984-03-09", 1050), ("1984-02-29", "1984-03-01", 1050),
    ("1983-12-31", "1984-01-01", 1050), ("1984-03-07", "1984-03-27", 500),
    ("1984-03-07", "1984-11-07", 500), ("1984-03-07", "1984", 600), ("1984", "1984", 600),
    ("1984-03", "1984-03-07", 900), ("1984-03-07", "1984-09-20", 0),
    ("1984-03-07", "1994-03-07", 600), ("1984-03-07", "1991-05-20", -800),
  ]

  @Test("Dates have a rough worth, the same from both sides", arguments: worths)
  func worth(one: String, other: String, worth: Int) throws {
    let left = try Self.birth(one)
    let right = try Self.birth(other)
    #expect(RoughOdds.birth(left, right) == worth)
    #expect(RoughOdds.birth(right, left) == worth)
  }
}
