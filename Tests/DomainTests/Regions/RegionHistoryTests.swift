import Domain
import Seeds
import Testing

@Suite struct RegionHistoryTests {
  static func lines(_ code: String) throws -> [String] {
    let register = try Seeds.regions()
    let region = try #require(register.region(code))
    return RegionHistory.events(
      of: region, in: register, settlement: try Seeds.settlementRegions(register)
    ).map { "\($0.day) \(words($0.kind)) \($0.citation.standing.rawValue)" }
  }

  static func words(_ kind: RegionEvent.Kind) -> String {
    switch kind {
    case .begun: "begun"
    case .formed(let codes): "formed out of \(codes.joined(separator: "+"))"
    case .renamed(let from, let to): "\(from.en) became \(to.en)"
    case .reduced(let codes): "reduced by \(codes.joined(separator: "+"))"
    case .ended(let codes): "ended to \(codes.joined(separator: "+"))"
    case .listed(let kind, let isFirst): "\(isFirst ? "first " : "")listed for \(kind.rawValue)"
    case .unlisted(let kind): "unlisted for \(kind.rawValue)"
    }
  }

  struct History: Sendable {
    let code: String
    let lines: [String]
  }

  static let histories: [History] = [
    History(
      code: "KZ-71",
      lines: [
        "1991-12-16 begun official", "1998-05-06 Akmola became Astana unconfirmed",
        "2019-03-23 Astana became Nur-Sultan unconfirmed",
        "2022-09-17 Nur-Sultan became Astana unconfirmed",
      ]),
    History(
      code: "KZ-YUZ",
      lines: [
        "1991-12-16 begun press", "2014-07-08 listed for kandas press",
        "2016-02-18 unlisted for kandas press", "2018-06-19 ended to KZ-61+KZ-79 press",
      ]),
    History(code: "KZ-61", lines: ["2018-06-19 formed out of KZ-YUZ press"]),
    History(
      code: "KZ-35",
      lines: [
        "1991-12-16 begun official", "2014-07-08 listed for kandas press",
        "2016-02-18 unlisted for kandas press", "2022-06-08 reduced by KZ-62 unconfirmed",
        "2023-01-01 listed for settlers press",
      ]),
    History(
      code: "KZ-23",
      lines: [
        "1991-12-16 begun official", "2014-03-20 first listed for kandas press",
        "2023-01-01 unlisted for kandas press", "2025-01-01 listed for kandas press",
      ]),
    History(
      code: "KZ-10",
      lines: [
        "2022-06-08 formed out of KZ-63 unconfirmed", "2023-01-01 listed for kandas press",
        "2023-01-01 listed for settlers press",
      ]),
  ]

  @Test(arguments: histories) func `a region has its dated lines`(_ history: History) throws {
    #expect(try Self.lines(history.code) == history.lines)
  }
}
