/// What no longer stands when a permit to work ends before its time.
package struct TimelineFall: Hashable, Sendable {
  package enum Why: String, Hashable, Sendable, CaseIterable {
    /// The permit extends the one that ends.
    case extends
    /// The ground of the residence is work, and no other permit gives work.
    case ground
  }

  package let span: TimelineSpan
  package let why: Why
}

extension PersonTimeline {
  /// What falls if a permit ends on a day; empty where the permit is none of the person's.
  ///
  /// Residence for work stands where another permit, which does not rest on this one, holds on the
  /// day, or on the first day of the residence where that is later.
  package func falls(ifEnds permit: String, on day: LocalDate) -> [TimelineFall] {
    let permits = spans.filter { $0.track == .permit }
    guard permits.contains(where: { $0.value == permit }) else { return [] }
    var chain = [permit]
    var next = permits.filter { $0.extends == permit }
    while let span = next.popLast() {
      guard !chain.contains(span.value) else { continue }
      chain.append(span.value)
      next += permits.filter { $0.extends == span.value }
    }
    let others = permits.filter { !chain.contains($0.value) }
    var falls: [TimelineFall] = []
    for span in spans where span.to.map({ $0 > day }) ?? true {
      if span.track == .permit, span.value != permit, chain.contains(span.value) {
        falls.append(TimelineFall(span: span, why: .extends))
      }
      if span.track == .residence, span.value == "temporary-work" {
        let first = span.from.map { max($0, day) } ?? day
        guard !others.contains(where: { $0.holds(on: first) }) else { continue }
        falls.append(TimelineFall(span: span, why: .ground))
      }
    }
    return falls
  }
}
