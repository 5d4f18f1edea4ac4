package import Domain

/// Makes families up for demonstrations, benchmarks and tests, as rows of an intake file.
///
/// The same seed, names and plan give the same bytes on every machine when families are asked
/// for in the same order. Nobody in the rows exists: names are drawn at random, and documents,
/// numbers and phones are counted up. Within a generator no document and no IIN comes twice.
package struct FamilyGenerator: Sendable {
  /// When the families came, and where to.
  package enum Plan: Sendable {
    /// All arrivals since 1991, the later the more, to all regions.
    case national
    /// Arrivals of the last ten months, most of them to the eight regions of settlement of 2026.
    case settlement
  }

  /// The first line of an intake file, with its line break.
  package static let header =
    "family_ref,relation,family_name,given_name,patronymic,family_name_latin,given_name_latin,"
    + "name_native,sex,birth_date,iin,citizenship,ethnicity,document_type,document_number,"
    + "document_issuer,document_expires,education,occupation,origin_country,origin_place,"
    + "arrival_date,destination_region,phone\n"

  /// The most families of one generator.
  package static let limit = 6_000_000

  private let seed: UInt64
  private let today: LocalDate
  private let names: DemoNames
  private let plan: Plan
  private let years: Weighted<Int>
  private let regions: Weighted<String>
  private var numbers: DemoNumbers

  package init(seed: UInt64, today: LocalDate, names: DemoNames, plan: Plan = .national) {
    self.seed = seed
    self.today = today
    self.names = names
    self.plan = plan
    let span = Array(1991...max(1991, today.year))
    years = Weighted(span.map { ($0, 10 + $0 - 1991) })
    regions = plan == .national ? Self.allRegions : Self.settlementRegions
    numbers = DemoNumbers(seed: seed)
  }

  /// Appends the rows of a family, head first; `index` starts at 0 and is below six million.
  package mutating func append(_ index: Int, to out: inout [UInt8]) {
    var random = SeededRandom(seed: seed, stream: UInt64(index))
    let country = DemoCountry.all.draw(&random)
    let naming = country.naming.draw(&random)
    let arrival = drawArrival(&random)
    let family = DemoFamily(
      arrival: arrival, names: names, random: SeededRandom(seed: random.next()))
    let region = regions.draw(&random)
    for (place, person) in family.people.enumerated() {
      let variant = DemoVariant(country: country, naming: naming, random: &random)
      out.append(text: "F")
      out.append(digits: index + 1, 7)
      out.append(44)
      out.append(text: person.relation)
      out.append(44)
      DemoNameWriter(names: names, person: person, variant: variant).append(to: &out)
      appendFacts(person, variant, key: index * 16 + place, &random, to: &out)
      if place == 0 {
        out.append(text: country.code)
        out.append(44)
        out.append(text: country.places[random.below(country.places.count)])
        out.append(44)
        out.append(date: arrival)
        out.append(44)
        out.append(text: region)
        out.append(44)
        // No telephone has the code 000, so none of these rings anywhere.
        if random.chance(400) {
          out.append(text: "+7000")
          out.append(digits: index % 10_000_000, 7)
        }
        out.append(10)
      } else {
        out.append(text: ",,,,\n")
      }
    }
  }

  /// From sex to occupation.
  private mutating func appendFacts(
    _ person: DemoPerson, _ variant: DemoVariant, key: Int, _ random: inout SeededRandom,
    to out: inout [UInt8]
  ) {
    out.append(text: person.sex == .male ? "M," : "F,")
    // The papers of some elders give no more than the year, or year and month.
    let isPartial = random.chance(person.age >= 40 ? 30 : 4)
    let length = isPartial ? (random.chance(700) ? 4 : 7) : 10
    out.append(date: person.birth, length: length)
    out.append(44)
    if random.chance(335) { numbers.appendIIN(person.birth, person.sex, to: &out) }
    out.append(44)
    out.append(text: variant.country.code)
    let isIncomer = person.relation == "spouse" && random.chance(25)
    out.append(text: isIncomer ? ",uzbek,passport," : ",kazakh,passport,")
    numbers.appendPassport(key, of: variant.country, to: &out)
    out.append(44)
    out.append(text: variant.country.code)
    out.append(44)
    out.append(date: today.adding(days: 30 + random.below(3400)))
    out.append(44)
    out.append(text: education(person.age, &random))
    out.append(44)
    if person.age >= 18, person.age < 63, random.chance(400) {
      out.append(text: Self.occupations[random.below(Self.occupations.count)])
    }
    out.append(44)
  }

  /// Of working age 8.6 % higher, 20.6 % secondary special, the rest general or none.
  private func education(_ age: Int, _ random: inout SeededRandom) -> String {
    let roll = random.below(1000)
    if age < 16 { return "none" }
    if age < 22 { return roll < 150 ? "secondary_special" : "secondary" }
    if roll < 86 { return "higher" }
    if roll < 292 { return "secondary_special" }
    return roll < 960 ? "secondary" : "none"
  }

  private func drawArrival(_ random: inout SeededRandom) -> LocalDate {
    if plan == .settlement { return today.adding(days: -random.below(305)) }
    let year = years.draw(&random)
    let day = random.below(365)
    guard let start = LocalDate(year: year, month: 1, day: 1) else { return today }
    let arrival = start.adding(days: day)
    return arrival <= today ? arrival : start.adding(days: day % (today.daysSince(start) + 1))
  }
}

extension LocalDate {
  fileprivate func daysSince(_ start: LocalDate) -> Int {
    max(0, Int(dayNumber) - Int(start.dayNumber))
  }
}
