internal import Domain

/// Calendar days, read and written as text.
enum DatesWorkload {
  private static let rounds = 20
  /// From 1880 on, a hundred years and a half.
  private static let days = (0..<54_787).map { LocalDate(dayNumber: -32_872 + $0) }

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    var (texts, read): ([String], [LocalDate]) = ([], [])
    let writing = try Machine.times(of: 0..<rounds) { (_) throws(Failure) in
      texts = days.map(\.description)
    }
    let reading = try Machine.times(of: 0..<rounds) { (_) throws(Failure) in
      read = texts.compactMap { LocalDate(iso: $0) }
    }
    guard read == days else { throw Failure(.fault, "the days read are not those written") }
    return [measurement("dates.write", writing), measurement("dates.read", reading)]
  }

  private static func measurement(_ name: String, _ seconds: [Double]) -> Measurement {
    Measurement(
      name: name, families: 0, people: 0, count: rounds * days.count, unit: "days",
      seconds: seconds.reduce(0, +))
  }
}
