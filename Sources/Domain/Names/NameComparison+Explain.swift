extension NameComparison {
  /// The same for people: which letters were taken as one, what was left out, which ending went.
  package static func explain(_ some: NameWord, _ other: NameWord) -> [String] {
    let found = likeness(some, other)
    guard !some.stem.isEmpty, !other.stem.isEmpty else {
      return [
        found == 1000
          ? "“\(some.folded)” and “\(other.folded)” are written alike"
          : "the sounds of “\(some.stem.isEmpty ? some.folded : other.folded)” are not read"
      ]
    }
    if some.isInitial || other.isInitial {
      return [found > 0 ? "an initial that fits" : "an initial that does not fit"]
    }
    let (one, another) = readings(some, other)
    var lines = some.origin(one) + other.origin(another)
    var steps = SoundPath.steps(one, another)
    if some.mayBeCut || other.mayBeCut {
      // What only the other word has at its end costs nothing.
      while let last = steps.last, some.mayBeCut ? last.some == nil : last.other == nil {
        steps.removeLast()
      }
      lines.append("the zone of the paper was full: the end may be cut off")
    }
    lines += steps.filter { $0.cost > 0 }.map(\.description)
    if lines.isEmpty { lines.append("the same sounds") }
    return lines
  }

  /// The readings by which two words are most alike.
  private static func readings(_ some: NameWord, _ other: NameWord) -> ([UInt16], [UInt16]) {
    var best = (some.stem, other.stem)
    var most = SoundDistance.likeness(some.stem, other.stem)
    for one in some.cellReadings {
      for another in other.cellReadings {
        let found =
          SoundDistance.likeness(one.cells, another.cells) - max(one.loss, another.loss)
        if found > most { (most, best) = (found, (one.cells, another.cells)) }
      }
    }
    return best
  }
}

extension NameWord {
  /// Every way to read it that is not empty, and what a likeness by it loses.
  fileprivate var cellReadings: [(cells: [UInt16], loss: Int)] {
    var readings = [(cells: stem, loss: 0)]
    if !whole.isEmpty { readings.append((whole, 0)) }
    if !pinyin.isEmpty { readings.append((pinyin, pinyinLoss)) }
    return readings
  }

  /// What was done to the word to come to these sounds.
  fileprivate func origin(_ cells: [UInt16]) -> [String] {
    if !pinyin.isEmpty, cells == pinyin { return ["“\(folded)” read as syllables of Chinese"] }
    guard let ending, cells == stem else { return [] }
    return ["“\(folded)” without its ending (\(ending.meaning))"]
  }
}

/// The cheapest way from one row of sounds to another, step by step.
private struct SoundPath {
  /// One sound taken for another, or left out.
  struct Step: CustomStringConvertible {
    let some: UInt8?
    let other: UInt8?
    let cost: Int

    var description: String {
      switch (some, other) {
      case (let some?, let other?):
        cost < 70
          ? "\(Sound.shown(some)) and \(Sound.shown(other)) taken as one (\(cost))"
          : "\(Sound.shown(some)) against \(Sound.shown(other)) (\(cost))"
      case (let lone?, nil), (nil, let lone?):
        cost < 28
          ? "\(Sound.shown(lone)) passed over (\(cost))"
          : "\(Sound.shown(lone)) missing (\(cost))"
      case (nil, nil): ""
      }
    }
  }

  /// Every step, in the order of the words.
  static func steps(_ some: [UInt16], _ other: [UInt16]) -> [Step] {
    let width = other.count + 1
    var costs = [Int](repeating: 0, count: (some.count + 1) * width)
    for place in some.indices {
      costs[(place + 1) * width] = costs[place * width] + drop(some[place])
    }
    for place in other.indices { costs[place + 1] = costs[place] + drop(other[place]) }
    for row in some.indices {
      for column in other.indices {
        let at = row * width + column
        costs[at + width + 1] = min(
          costs[at] + SoundDistance.cost(some[row], other[column], opens: row + column == 0),
          costs[at + 1] + drop(some[row]), costs[at + width] + drop(other[column]))
      }
    }
    var steps: [Step] = []
    var (row, column) = (some.count, other.count)
    while row > 0 || column > 0 {
      let at = row * width + column
      if row > 0, column > 0 {
        let cost = SoundDistance.cost(
          some[row - 1], other[column - 1], opens: row + column == 2)
        if costs[at] == costs[at - width - 1] + cost {
          steps.append(
            Step(some: sound(some[row - 1]), other: sound(other[column - 1]), cost: cost))
          (row, column) = (row - 1, column - 1)
          continue
        }
      }
      if row > 0, costs[at] == costs[at - width] + drop(some[row - 1]) {
        row -= 1
        steps.append(Step(some: sound(some[row]), other: nil, cost: drop(some[row])))
      } else {
        column -= 1
        steps.append(Step(some: nil, other: sound(other[column]), cost: drop(other[column])))
      }
    }
    return steps.reversed()
  }

  private static func drop(_ cell: UInt16) -> Int { Int(cell >> 8) }

  private static func sound(_ cell: UInt16) -> UInt8 { UInt8(truncatingIfNeeded: cell) }
}
