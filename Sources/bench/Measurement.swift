internal import Domain

/// What one workload took, beside its floor.
struct Measurement {
  var name: String
  /// In the register when it was measured.
  var families: Int
  var people: Int
  /// How often the work was done in `seconds`, and what one is called.
  var count: Int
  var unit: String
  var seconds: Double
  /// What a bare C loop took for the same work.
  var floorSeconds: Double?
  /// Of the single times, where there are many.
  var times: Times?
  var floorTimes: Times?
  /// Of the processor alone, where the machine may be shared.
  var processorTimes: Times?
  /// Of searches, how often the person or a namesake stood within the first ten; and how often the
  /// person did, of those who have fewer namesakes than that.
  var recall: (share: Share, tellable: Share)?
  /// The most memory the process had held when the work was done, MiB.
  var peakMebibytes = Machine.peakMebibytes
  /// The same of the floor, where it is a process of its own.
  var floorPeakMebibytes: Int?

  /// The median and the 99th percentile of many times, seconds.
  struct Times {
    var median: Double
    var p99: Double

    /// Nil where there are none.
    init?(_ seconds: [Double]) {
      let sorted = seconds.sorted()
      guard let last = sorted.last else { return nil }
      median = sorted[sorted.count / 2]
      let place = (sorted.count * 99 + 99) / 100
      p99 = place < sorted.count ? sorted[place] : last
    }
  }

  var perSecond: Double { seconds > 0 ? Double(count) / seconds : 0 }

  /// How many times the floor's time.
  var ratio: Double? { floorSeconds.flatMap { $0 > 0 ? seconds / $0 : nil } }

  // MARK: As text

  static func lines(_ measurements: [Measurement], asJSON: Bool) -> [String] {
    if asJSON { return measurements.map(\.json) }
    let rows = [header] + measurements.map(\.cells)
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let table = rows.map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
    }
    return ["\(Machine.name), \(Machine.date)"] + table
  }

  private static let header = [
    "name", "families", "people", "seconds", "per second", "floor s", "ratio", "median ms",
    "p99 ms", "floor median", "floor p99", "MiB", "floor MiB", "CPU median", "CPU p99", "found",
    "person found",
  ]

  private var cells: [String] {
    [
      name, "\(families)", "\(people)", seconds.text(3), "\(perSecond.text(0)) \(unit)",
      floorSeconds?.text(3) ?? "-", ratio?.text(2) ?? "-", milliseconds(times?.median),
      milliseconds(times?.p99), milliseconds(floorTimes?.median), milliseconds(floorTimes?.p99),
      "\(peakMebibytes)", floorPeakMebibytes.map { "\($0)" } ?? "-",
      milliseconds(processorTimes?.median), milliseconds(processorTimes?.p99),
      percent(recall?.share), percent(recall?.tellable),
    ]
  }

  /// With its 95 % interval.
  private func percent(_ share: Share?) -> String {
    guard let share, let value = share.value, let (low, high) = share.interval else { return "-" }
    let texts = [value, low, high].map { ($0 * 100).text(1) }
    return "\(texts[0]) % (\(texts[1])–\(texts[2])) of \(share.total)"
  }

  private func milliseconds(_ seconds: Double?) -> String {
    seconds.map { ($0 * 1000).text(3) } ?? "-"
  }

  private var json: String {
    var fields: [(String, String?)] = [
      ("name", name.quoted), ("families", "\(families)"), ("people", "\(people)"),
      ("count", "\(count)"), ("unit", unit.quoted), ("seconds", seconds.text(6)),
      ("per_second", perSecond.text(1)), ("floor_seconds", floorSeconds?.text(6)),
      ("ratio", ratio?.text(3)),
    ]
    fields += [
      ("median_ms", times.map { ($0.median * 1000).text(4) }),
      ("p99_ms", times.map { ($0.p99 * 1000).text(4) }),
      ("cpu_median_ms", processorTimes.map { ($0.median * 1000).text(4) }),
      ("cpu_p99_ms", processorTimes.map { ($0.p99 * 1000).text(4) }),
      ("floor_median_ms", floorTimes.map { ($0.median * 1000).text(4) }),
      ("floor_p99_ms", floorTimes.map { ($0.p99 * 1000).text(4) }),
    ]
    if let recall {
      fields += [
        ("found", "\(recall.share.count)"), ("found_of", "\(recall.share.total)"),
        ("person_found", "\(recall.tellable.count)"),
        ("person_found_of", "\(recall.tellable.total)"),
      ]
    }
    fields += [
      ("peak_rss_mib", "\(peakMebibytes)"),
      ("floor_peak_rss_mib", floorPeakMebibytes.map { "\($0)" }), ("machine", Machine.name.quoted),
      ("date", Machine.date.quoted),
    ]
    let members = fields.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }
    return "{\(members.joined(separator: ","))}"
  }
}

extension Double {
  /// With so many digits behind the point.
  func text(_ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((self * scale).rounded())
    guard digits > 0 else { return "\(whole)" }
    let fraction = "\(whole % Int(scale))"
    return "\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count)
      + fraction
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// As JSON writes it; for texts without control characters.
  fileprivate var quoted: String {
    var text = ""
    for character in self {
      if character == "\"" || character == "\\" { text += "\\" }
      text.append(character)
    }
    return "\"\(text)\""
  }
}
