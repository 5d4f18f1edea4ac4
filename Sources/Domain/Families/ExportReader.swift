/// Brings the rows of one family of an export to the rows of the intake form.
///
/// What can mean one thing only is mended, with a warning that names line, column, the value
/// before and after; everything else is a problem.
package struct ExportReader: Sendable {
  let regions: RegionRegister
  let countries: CountryRegister
  /// The day of registration, on which a region must exist.
  let today: LocalDate
  private let names: RegionNames

  package init(regions: RegionRegister, countries: CountryRegister, today: LocalDate) {
    self.regions = regions
    self.countries = countries
    self.today = today
    names = RegionNames(regions)
  }

  /// What became of the rows of a family.
  package struct Reading: Sendable {
    /// One row a person; to be read further only where there are no problems.
    package var rows: [IntakeRow] = []
    package var problems: [IntakeProblem] = []
    package var warnings: [IntakeProblem] = []
    /// Dates that stood as dd.mm.yyyy.
    package var dottedDates = 0
    package var firstDotted: IntakeProblem?
  }

  package func read(_ rows: [ExportRow]) -> Reading {
    var desk = ExportDesk(reader: self)
    for row in rows { desk.take(row) }
    desk.settleHead()
    return desk.finish()
  }

  /// The region that a name means; nil where the text is none.
  func region(named text: String) -> Region? { names.code(text).flatMap { regions.region($0) } }

  /// The code of a country by its name or by either of its codes; else the text itself.
  func country(_ text: String) -> String {
    if countries.contains(text) { return text }
    let upper = text.uppercased()
    let found = countries.all.first { country in
      country.code == upper || country.alpha2 == upper
        || Language.allCases.contains { country.name[$0].uppercased() == upper }
    }
    return found?.code ?? text
  }
}
