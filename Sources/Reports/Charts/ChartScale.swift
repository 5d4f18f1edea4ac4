/// Round numbers along a chart, for the eye to measure against.
enum ChartScale {
  /// Nothing, and every step up to the longest; at most five steps.
  static func marks(to longest: Int64) -> [Int64] {
    let step = step(for: longest)
    var marks: [Int64] = [0]
    while let last = marks.last {
      let (next, overflow) = last.addingReportingOverflow(step)
      if overflow || next > longest { break }
      marks.append(next)
    }
    return marks
  }

  /// A step of 1, 2 or 5 times a power of ten that cuts the scale into at most five.
  private static func step(for longest: Int64) -> Int64 {
    var power: Int64 = 1
    while power <= longest / 50 { power *= 10 }
    for factor: Int64 in [1, 2, 5] where longest / (power * factor) <= 5 { return power * factor }
    return power * 10
  }
}
