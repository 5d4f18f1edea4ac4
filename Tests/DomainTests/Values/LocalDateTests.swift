import Testing

@testable import Domain

/// A day is written as ISO 8601 writes it, and read back as the same day.
@Suite("Local dates")
struct LocalDateTests {
  static let written: [(dayNumber: Int32, text: String)] = [
    (0, "1970-01-01"), (-1, "1969-12-31"), (19_782, "2024-02-29"), (20_635, "2026-07-01"),
    (-719_162, "0001-01-01"), (2_932_896, "9999-12-31"), (2_932_897, "10000-01-01"),
  ]

  @Test("are written", arguments: written)
  func write(dayNumber: Int32, text: String) {
    #expect(LocalDate(dayNumber: dayNumber).description == text)
  }

  @Test("are read back from what they are written as")
  func roundTrip() {
    let days = stride(from: Int32(-719_162), through: 2_932_896, by: 97).map {
      LocalDate(dayNumber: $0)
    }
    #expect(days.allSatisfy { LocalDate(iso: $0.description) == $0 })
  }
}
