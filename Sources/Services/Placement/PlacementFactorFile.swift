package import Domain

/// Reads a file of what is given about regions: `region, factor, key, points, source`.
///
/// `factor` is `occupation`, `climate` or `language`; `key` is an occupation as the register has
/// it or the beginning of its code, the country a family comes from, or a language.
package enum PlacementFactorFile {
  /// What one line gives at most; the weight of its kind may allow less.
  package static let mostPoints = 100

  private static let fields = ["region", "factor", "key", "points", "source"]

  /// Every failure names the file, the line and the field.
  package static func read(_ bytes: [UInt8], name: String, on day: LocalDate) throws(Failure)
    -> PlacementFactors
  {
    let table: CSVTable
    var columns: [String: Int] = [:]
    do {
      table = try CSVTable(bytes)
      for field in fields { columns[field] = try table.column(field) }
    } catch {
      throw Failure(error.code, "\(name): \(error.detail)", hint: error.hint)
    }
    var factors: [PlacementFactors.Factor] = []
    var lines: [[String]: Int] = [:]
    for (index, row) in table.rows.enumerated() {
      let desk = Desk(file: name, line: index + 2, row: row, columns: columns)
      let factor = try desk.factor(on: day)
      let identity = [factor.region, factor.kind.rawValue, factor.key]
      if let first = lines[identity] {
        throw desk.failure("key", .fieldValue, "line \(first) says the same of \(factor.region)")
      }
      lines[identity] = desk.line
      factors.append(factor)
    }
    guard !factors.isEmpty else {
      throw Failure(.fieldRequired, "\(name): the file has no line below its header")
    }
    return PlacementFactors(factors)
  }

  private struct Desk {
    let file: String
    let line: Int
    let row: [String]
    let columns: [String: Int]

    func text(_ field: String) -> String { columns[field].map { row[$0] } ?? "" }

    func failure(_ field: String, _ code: Code, _ message: String, hint: String? = nil) -> Failure {
      Failure(code, "\(file), line \(line), \(field): \(message)", hint: hint)
    }

    func factor(on day: LocalDate) throws(Failure) -> PlacementFactors.Factor {
      let region = try reading("region") { (text) throws(Failure) in
        try Reference.regions().resolve(text, on: day).code
      }
      guard let kind = PlacementReason.Kind(rawValue: text("factor")), kind.isGiven else {
        let words = PlacementReason.Kind.given.map(\.rawValue).joined(separator: ", ")
        throw failure("factor", .fieldValue, "“\(text("factor"))” is none of \(words)")
      }
      let key = try reading("key") { (text) throws(Failure) in try Self.key(text, of: kind) }
      guard let points = Int(text("points")), (0...PlacementFactorFile.mostPoints).contains(points)
      else {
        throw failure(
          "points", .fieldValue,
          "“\(text("points"))” is not a whole number from 0 to \(PlacementFactorFile.mostPoints)")
      }
      let source = text("source")
      guard !source.isEmpty else {
        throw failure("source", .fieldRequired, "where the line comes from is not said")
      }
      return PlacementFactors.Factor(
        region: region, kind: kind, key: key, points: points, source: source)
    }

    private func reading(
      _ field: String, _ read: (String) throws(Failure) -> String
    ) throws(Failure) -> String {
      guard !text(field).isEmpty else { throw failure(field, .fieldRequired, "it is empty") }
      do {
        return try read(text(field))
      } catch {
        throw failure(field, error.code, error.detail, hint: error.hint)
      }
    }

    private static func key(_ text: String, of kind: PlacementReason.Kind) throws(Failure)
      -> String
    {
      let values = try Reference.factValues()
      return switch kind {
      case .occupation: PlacementFactors.key(of: try values.value(text, of: .occupation))
      case .language: try values.value(text, of: .language)
      default: try Reference.countries().resolve(text).code
      }
    }
  }
}
