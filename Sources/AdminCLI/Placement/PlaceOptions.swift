import Domain
import Services

/// What every question about placement takes: the quota, its year, and a file of factors.
struct PlaceOptions {
  static let quota: [CommandParameter] = [
    .option(
      "kind", "KIND", "the quota", choices: QuotaKind.ofFamilies.map(\.rawValue),
      default: "kandas"),
    .option("year", "YEAR", "the quota's year; without it, this year"),
  ]
  static let factors = CommandParameter.option(
    "factors", "FILE", "what regions ask for: region, factor, key, points, source")

  let kind: QuotaKind
  let factorsFile: String?
  private let givenYear: Int64?

  init(_ arguments: Arguments, hasFactors: Bool = true) throws(Failure) {
    kind = try arguments.choice("kind", QuotaKind.self) ?? .kandas
    givenYear = try arguments.count("year", least: 1991)
    factorsFile = hasFactors ? arguments.text("factors") : nil
  }

  func year(in context: Context) -> Int {
    givenYear.map { Int(clamping: $0) } ?? context.today.year
  }

  func factors(in context: Context) throws(Failure) -> PlacementFactors {
    guard let factorsFile else { return .none }
    return try PlacementFactorFile.read(
      InputFile.read(factorsFile), name: factorsFile, on: context.today)
  }
}
