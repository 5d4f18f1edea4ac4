/// The least cost of turning one row of sounds into another.
enum SoundDistance {
  /// 0...1000: what is left of the words' weight when the cost is taken off.
  ///
  /// Below 300 it is 0. A word that may be cut is compared with the beginning of the other.
  @inline(__always)
  static func likeness(
    _ some: [UInt16], _ other: [UInt16], isCut: Bool = false, isOtherCut: Bool = false
  ) -> Int {
    // The cut word runs down the rows, so that the last row holds every beginning of the other.
    if isOtherCut && !isCut { return likeness(other.span, some.span, isCut: true) }
    return likeness(some.span, other.span, isCut: isCut)
  }

  static func likeness(_ some: Span<UInt16>, _ other: Span<UInt16>, isCut: Bool) -> Int {
    let columns = min(other.count, SoundWriter.longest * 2)
    let table = SoundCosts.table
    let costs = table.span
    var row = InlineArray<97, UInt16>(repeating: 0)
    var weight = 0
    var total: UInt16 = 0
    for column in 0..<columns {
      total &+= other[unchecked: column] >> 8
      row[unchecked: column + 1] = total
    }
    var otherWeight = Int(total)
    for place in 0..<some.count { weight += Int(some[unchecked: place] >> 8) }
    let limit = UInt16(truncatingIfNeeded: min((weight + otherWeight) * 7 / 20, 60000))
    for place in 0..<some.count {
      let cell = some[unchecked: place]
      let drop = cell >> 8
      let base = Int(cell & 0x3F) << 6
      var diagonal = row[unchecked: 0]
      var left = diagonal &+ drop
      row[unchecked: 0] = left
      var least = left
      for column in 0..<columns {
        let against = other[unchecked: column]
        let above = row[unchecked: column + 1]
        var cost = UInt16(costs[unchecked: base | Int(against & 0x3F)])
        if place == 0, column == 0 { cost = opening(cost) }
        let best = min(diagonal &+ cost, min(above &+ drop, left &+ against >> 8))
        row[unchecked: column + 1] = best
        diagonal = above
        left = best
        if best < least { least = best }
      }
      if least > limit { return 0 }
    }
    var cost = Int(row[unchecked: columns])
    if isCut, some.count >= 3 {
      otherWeight = weight
      for column in 0..<columns { cost = min(cost, Int(row[unchecked: column])) }
    }
    let sum = weight + otherWeight
    guard sum > 0 else { return 0 }
    return max(0, 1000 - 2000 * cost / sum)
  }

  /// What two cells cost against each other; `opens` says that both open their words.
  static func cost(_ some: UInt16, _ other: UInt16, opens: Bool) -> Int {
    let cost = SoundCosts.table[Int(some & 0x3F) << 6 | Int(other & 0x3F)]
    return Int(opens ? opening(UInt16(cost)) : UInt16(cost))
  }

  /// Vowels that open a name are kept apart more strictly: Ерлан is no Арлан.
  @inline(__always)
  private static func opening(_ cost: UInt16) -> UInt16 {
    cost >= 70 && cost < 200 ? cost &+ cost &- 30 : cost
  }
}
