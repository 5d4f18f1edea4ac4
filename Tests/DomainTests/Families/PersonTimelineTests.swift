import Domain
import Testing

/// Gaps and overlaps of what held of a person.
@Suite("The timeline of a person")
struct PersonTimelineTests {
  /// `permit W-2 2024-01-01 2025-01-01 W-1`, which extends W-1; a hyphen where a day is not known.
  static func span(_ text: String) throws -> TimelineSpan {
    let words = text.split(separator: " ").map(String.init)
    try #require(words.count == 4 || words.count == 5)
    return TimelineSpan(
      track: try #require(TimelineSpan.Track(rawValue: words[0])), value: words[1],
      from: LocalDate(iso: words[2]), to: LocalDate(iso: words[3]),
      extends: words.count == 5 ? words[4] : nil)
  }

  static func words(_ day: LocalDate?) -> String { day.map { "\($0)" } ?? "-" }

  static let cases: [(spans: [String], gaps: [String], overlaps: [String])] = [
    ([], [], []),
    // A renewal from the day on which the earlier permit ends leaves no gap and no overlap.
    (["permit W-1 2024-01-01 2025-01-01", "permit W-2 2025-01-01 2026-01-01"], [], []),
    (
      ["permit W-1 2024-01-01 2025-01-01", "permit W-2 2025-01-15 2026-01-01"],
      ["work 2025-01-01 2025-01-15 W-1 W-2"], []
    ),
    (
      ["permit W-1 2024-01-01 2025-01-01", "permit W-2 2024-12-01 2026-01-01"], [],
      ["W-1 W-2 2024-12-01 2025-01-01"]
    ),
    // A long permit bridges the gap between two short ones.
    (
      [
        "permit W-1 2024-01-01 2024-02-01", "permit W-2 2024-01-15 2024-12-01",
        "permit W-3 2024-06-01 2024-07-01",
      ], [], ["W-1 W-2 2024-01-15 2024-02-01", "W-2 W-3 2024-06-01 2024-07-01"]
    ),
    // A status makes a permit needless: days between the two are days without either.
    (
      ["permit W-1 2024-01-01 2025-01-01", "status kandas 2025-02-01 -"],
      ["work 2025-01-01 2025-02-01 W-1 kandas"], []
    ),
    (
      ["permit W-1 2024-01-01 2025-01-01", "status kandas 2024-06-01 -"], [],
      ["W-1 kandas 2024-06-01 2025-01-01"]
    ),
    // Between two grounds of residence nothing let the person stay; a permit to work does not.
    (
      [
        "residence temporary-work 2024-01-01 2025-01-01", "permit W-1 2024-01-01 2026-01-01",
        "residence temporary-work 2025-03-01 2026-01-01",
      ], ["stay 2025-01-01 2025-03-01 temporary-work temporary-work"], []
    ),
    // Who settles for good needs no permit any more.
    (
      ["permit W-1 2024-01-01 2025-01-01", "residence permanent 2025-01-01 -"], [], []
    ),
    // The citizenship of another country gives nothing; that of Kazakhstan ends what was before.
    (
      [
        "citizenship CHN - 2025-06-01", "citizenship KAZ 2025-06-01 -",
        "status kandas 2024-01-01 -",
      ],
      [], ["kandas KAZ 2025-06-01 -"]
    ),
    (
      ["permit W-1 2024-01-01 2026-01-01", "citizenship KAZ 2025-06-01 -"], [],
      ["W-1 KAZ 2025-06-01 2026-01-01"]
    ),
    (["family F-1 2024-01-01 2024-06-01", "family F-2 2024-09-01 -"], [], []),
  ]

  @Test("What is missing and what is there twice is found")
  func findings() throws {
    for (texts, gaps, overlaps) in Self.cases {
      let timeline = PersonTimeline(try texts.map(Self.span))
      #expect(timeline.spans.count == texts.count)
      let missing = timeline.gaps.map { gap in
        "\(gap.lacking) \(gap.days.from) \(Self.words(gap.days.to)) \(gap.before.value) "
          + gap.after.value
      }
      #expect(missing == gaps, "\(texts)")
      let double = timeline.overlaps.map {
        "\($0.one.value) \($0.other.value) \(Self.words($0.from)) \(Self.words($0.to))"
      }
      #expect(double == overlaps, "\(texts)")
    }
  }

  @Test("What nobody knows the start of stands first")
  func order() throws {
    let texts = [
      "family F-1 2024-01-01 -", "permit W-1 2024-01-01 2025-01-01", "status kandas 2023-05-01 -",
      "citizenship CHN - -", "citizenship MNG 2024-01-01 -",
    ]
    let timeline = PersonTimeline(try texts.map(Self.span))
    #expect(timeline.spans.map(\.value) == ["CHN", "kandas", "MNG", "W-1", "F-1"])
  }

  /// A permit with an extension that is extended again, and residence for work beside it.
  static let chain = [
    "permit W-1 2024-01-01 2025-01-01", "permit W-2 2025-01-01 2026-01-01 W-1",
    "permit W-3 2026-01-01 2027-01-01 W-2", "residence temporary-work 2024-01-10 2025-01-01",
    "residence temporary-work 2025-01-01 2026-01-01", "residence temporary-family 2026-01-01 -",
    "status refugee 2024-06-01 -",
  ]

  static let falls: [(more: [String], permit: String, on: String, falls: [String])] = [
    (
      [], "W-1", "2024-06-01",
      [
        "ground temporary-work 2024-01-10", "ground temporary-work 2025-01-01",
        "extends W-2 2025-01-01", "extends W-3 2026-01-01",
      ]
    ),
    // What has ended by the day does not fall.
    (
      [], "W-2", "2025-01-01",
      ["ground temporary-work 2025-01-01", "extends W-3 2026-01-01"]
    ),
    ([], "W-3", "2026-06-01", []), ([], "W-9", "2024-06-01", []),
    // Another permit gives work on the day, but no longer when the second residence begins.
    (
      ["permit W-7 2024-05-01 2024-12-01"], "W-1", "2024-06-01",
      [
        "ground temporary-work 2025-01-01", "extends W-2 2025-01-01", "extends W-3 2026-01-01",
      ]
    ),
  ]

  @Test("If a permit ends, what rests on it falls")
  func falling() throws {
    for (more, permit, on, expected) in Self.falls {
      let timeline = PersonTimeline(try (Self.chain + more).map(Self.span))
      let day = try #require(LocalDate(iso: on))
      let found = timeline.falls(ifEnds: permit, on: day).map {
        "\($0.why.rawValue) \($0.span.value) \(Self.words($0.span.from))"
      }
      #expect(found == expected, "\(permit) on \(on), \(more)")
    }
  }
}
