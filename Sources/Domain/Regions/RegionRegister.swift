/// The regions of Kazakhstan with their days, codes and names: what a code means on a day.
package struct RegionRegister: Sendable {
  /// In the order of the national statistics: regions by their Kazakh names, then the cities.
  package let all: [Region]

  private let byCode: [String: Int]
  /// Every way to write a region, upper case: the regions that it has meant.
  private let candidates: [String: [Int]]

  /// Throws `rule.malformed` where two regions share a code, or a neighbour is not in the list.
  package init(_ regions: [Region]) throws(Failure) {
    all = regions
    var codes: [String: Int] = [:]
    var written: [String: [Int]] = [:]
    for (index, region) in regions.enumerated() {
      guard codes.updateValue(index, forKey: region.code) == nil else {
        throw Failure(.ruleMalformed, "two regions have the code \(region.code)")
      }
      var ways = [region.code, region.kato, String(region.kato.prefix(2))]
      if let old = region.isoOld, old != region.code { ways.append(old) }
      for way in ways { written[way, default: []].append(index) }
    }
    for region in regions {
      for neighbour in region.predecessors + region.successors where codes[neighbour] == nil {
        throw Failure(.ruleMalformed, "\(region.code) names the unknown region \(neighbour)")
      }
    }
    byCode = codes
    candidates = written
  }

  /// The region with a stable code, whether or not it still exists.
  package func region(_ code: String) -> Region? { byCode[code].map { all[$0] } }

  /// The regions that existed on a day, in the order of ``all``.
  package func all(on day: LocalDate) -> [Region] { all.filter { $0.period.contains(day) } }

  /// The region that a code meant on a day.
  ///
  /// Takes ISO 3166-2 in its new and old form and KATO, that of the region or of any place in
  /// it, in either case of letters. `KZ-YUZ` is South Kazakhstan to 2018-06-18 and Turkistan
  /// from the day after. Throws `region.unknown`, with near codes as the hint, or with the
  /// region that came before or after where this one did not exist on the day.
  package func resolve(_ text: String, on day: LocalDate) throws(Failure) -> Region {
    let found = indices(of: text)
    for index in found where all[index].period.contains(day) { return all[index] }
    guard let first = found.first else {
      throw Failure(.regionUnknown, "“\(text)” is not the code of a region", hint: nearHint(text))
    }
    throw absent(all[first], on: day)
  }

  func indices(of text: String) -> [Int] {
    if let exact = candidates[text] { return text.utf8.count == 2 ? [] : exact }
    // A place inside a region: its KATO starts with the region's two digits.
    if text.utf8.count == 9, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      return candidates[String(text.prefix(2))] ?? []
    }
    return candidates[text.uppercased()] ?? []
  }

  private func absent(_ region: Region, on day: LocalDate) -> Failure {
    let name = region.name(on: day).en
    guard day >= region.period.from, let end = region.period.to else {
      return Failure(
        .regionUnknown,
        "\(region.code) (\(name)) did not exist on \(day): it was formed on \(region.period.from)",
        hint: neighbours(region.predecessors, "it was formed out of", on: day),
        citation: region.citation)
    }
    return Failure(
      .regionUnknown,
      "\(region.code) (\(name)) did not exist on \(day): it ended on \(end.adding(days: -1))",
      hint: neighbours(region.successors, "its territory went to", on: day),
      citation: region.citation)
  }

  private func neighbours(_ codes: [String], _ words: String, on day: LocalDate) -> String? {
    let list = codes.compactMap { region($0) }.map { "\($0.code) (\($0.name(on: day).en))" }
    return list.isEmpty ? nil : "\(words) \(list.joined(separator: " and "))"
  }
}

extension RegionRegister {
  /// At most this many codes are named in a hint.
  private static var nearLimit: Int { 5 }

  private func nearHint(_ text: String) -> String {
    let near = all.filter { isNear($0, text.uppercased()) }.prefix(Self.nearLimit)
    guard !near.isEmpty else {
      return "give ISO 3166-2 such as KZ-55, or nine digits of KATO such as 551010000"
    }
    let list = near.map { "\($0.code) (\($0.names.last?.en ?? $0.code))" }
    return "did you mean \(list.joined(separator: ", "))?"
  }

  /// A code one character away, or a name that holds the text.
  private func isNear(_ region: Region, _ text: String) -> Bool {
    for code in [region.code, region.isoOld ?? region.code] where differsByOne(code, text) {
      return true
    }
    guard text.unicodeScalars.count >= 4 else { return false }
    return region.names.contains { name in
      Language.allCases.contains { name[$0].uppercased().contains(text) }
    }
  }

  /// Whether one character replaced, missing or added makes the texts equal.
  private func differsByOne(_ code: String, _ text: String) -> Bool {
    let (a, b) = (Array(code.utf8), Array(text.utf8))
    guard abs(a.count - b.count) <= 1 else { return false }
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    return endA - start <= 1 && endB - start <= 1
  }
}
