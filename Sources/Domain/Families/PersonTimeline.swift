/// One stretch of days on which something holds of a person.
package struct TimelineSpan: Hashable, Sendable {
  /// What it is about; also the order of what begins on one day.
  package enum Track: String, Hashable, Sendable, CaseIterable {
    case citizenship, status, residence, permit, family, abroad
  }

  package let track: Track
  /// A word or a number: `CHN`, `kandas`, `temporary-work`, `F-2026-000001-R`.
  package let value: String
  /// Nil where nobody knows since when: it is taken to come before everything.
  package let from: LocalDate?
  /// The first day on which it no longer holds; nil until further notice.
  package let to: LocalDate?
  /// Beside the value: the relation in a family, the post of a permit.
  package let detail: String?
  package let document: String?
  /// Of a permit that extends another: the number of that one.
  package let extends: String?

  package init(
    track: Track, value: String, from: LocalDate?, to: LocalDate?, detail: String? = nil,
    document: String? = nil, extends: String? = nil
  ) {
    self.track = track
    self.value = value
    self.from = from
    self.to = to
    self.detail = detail
    self.document = document
    self.extends = extends
  }

  /// Whether it holds on a day.
  func holds(on day: LocalDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
  }

  /// Whether it is the citizenship of Kazakhstan.
  var isHome: Bool { track == .citizenship && value == "KAZ" }

  /// Whether somebody may live here by it.
  var givesStay: Bool { isHome || track == .status || track == .residence }

  /// Whether somebody may work by it.
  var givesWork: Bool {
    isHome || track == .status || track == .permit || (track == .residence && value == "permanent")
  }

  /// Whether the two should not hold on one day.
  func clashes(with other: TimelineSpan) -> Bool {
    switch (track, other.track) {
    case (.permit, .permit), (.residence, .residence), (.permit, .status), (.status, .permit):
      true
    case (.citizenship, .permit), (.citizenship, .status), (.citizenship, .residence): isHome
    case (.permit, .citizenship), (.status, .citizenship), (.residence, .citizenship):
      other.isHome
    default: false
    }
  }

  /// What begins first stands first; of one day by their tracks.
  static func precedes(_ one: TimelineSpan, _ other: TimelineSpan) -> Bool {
    guard one.from == other.from else {
      guard let first = one.from else { return true }
      return other.from.map { first < $0 } ?? false
    }
    let order = Track.allCases
    let (left, right) = (order.firstIndex(of: one.track), order.firstIndex(of: other.track))
    return (left ?? 0, one.value) < (right ?? 0, other.value)
  }
}

/// Days between two spans on which nothing of the kind held.
package struct TimelineGap: Hashable, Sendable {
  package enum Lacking: String, Hashable, Sendable, CaseIterable {
    /// No permit, and nothing that makes one needless.
    case work
    /// Nothing by which a foreigner lives here.
    case stay
  }

  package let lacking: Lacking
  package let days: Period
  package let before: TimelineSpan
  package let after: TimelineSpan
}

/// Days on which two spans hold that should not hold together.
package struct TimelineOverlap: Hashable, Sendable {
  package let one: TimelineSpan
  package let other: TimelineSpan
  package let from: LocalDate?
  package let to: LocalDate?
}

/// What held of a person from day to day, with what is missing and what is there twice.
///
/// Days count by what the register holds: a stay abroad only where it was recorded.
package struct PersonTimeline: Hashable, Sendable {
  /// In the order of their first days.
  package let spans: [TimelineSpan]
  package let gaps: [TimelineGap]
  package let overlaps: [TimelineOverlap]

  package init(_ spans: [TimelineSpan]) {
    let ordered = spans.sorted(by: TimelineSpan.precedes)
    self.spans = ordered
    let work = Self.gaps(.work, in: ordered.filter(\.givesWork)).filter {
      $0.before.track == .permit || $0.after.track == .permit
    }
    gaps = (work + Self.gaps(.stay, in: ordered.filter(\.givesStay)))
      .sorted { $0.days.from < $1.days.from }
    overlaps = Self.overlaps(in: ordered)
  }

  private static func gaps(
    _ lacking: TimelineGap.Lacking, in spans: [TimelineSpan]
  ) -> [TimelineGap] {
    guard var last = spans.first else { return [] }
    var gaps: [TimelineGap] = []
    for span in spans.dropFirst() {
      guard let end = last.to else { return gaps }
      if let start = span.from, let days = Period(from: end, to: start) {
        gaps.append(TimelineGap(lacking: lacking, days: days, before: last, after: span))
      }
      if span.to.map({ $0 > end }) ?? true { last = span }
    }
    return gaps
  }

  private static func overlaps(in spans: [TimelineSpan]) -> [TimelineOverlap] {
    var overlaps: [TimelineOverlap] = []
    for (index, other) in spans.enumerated() {
      for one in spans[..<index] where one.clashes(with: other) {
        let from = [one.from, other.from].compactMap(\.self).max()
        let to = [one.to, other.to].compactMap(\.self).min()
        if let from, let to, to <= from { continue }
        overlaps.append(TimelineOverlap(one: one, other: other, from: from, to: to))
      }
    }
    return overlaps
  }
}
