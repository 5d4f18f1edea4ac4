import Domain
import Seeds
import Testing

/// The map of squares.
@Suite("Squares of regions")
struct TileSeedTests {
  static let days = ["2017-01-01", "2020-01-01", "2026-11-02"]

  @Test("Every region of a day has a square of its own", arguments: days)
  func squares(text: String) throws {
    let day = try #require(LocalDate(iso: text))
    let regions = try Seeds.regions().all.filter { $0.period.contains(day) }
    let tiles = try Seeds.regionTiles()
    #expect(Set(tiles.map(\.region)).count == tiles.count)
    let own = regions.compactMap { region in tiles.first { $0.region == region.code } }
    #expect(own.count == regions.count)
    #expect(Set(own.map { [$0.row, $0.column] }).count == own.count)
  }
}
