internal import Domain
internal import Glibc
internal import Seeds

/// Measures the weights of matching on pairs whose truth is known, and on pairs drawn at random.
enum MatchingMeasure {
  private static let randomPairs = 1_000_000

  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    guard options.files.count >= 4, options.files.count % 3 == 1 else {
      throw Failure(.usage, "bench weights OUT.csv (REGISTER.csv APPLYING.csv TRUTH.csv)...")
    }
    guard let today = LocalDate(iso: "2030-01-01") else { return [] }
    let start = try Seeds.matchWeights()
    var same: [MatchEstimation.Pattern: Int64] = [:]
    var other: [MatchEstimation.Pattern: Int64] = [:]
    let begin = Machine.seconds
    for place in stride(from: 1, to: options.files.count, by: 3) {
      let register = try MatchingFile(options.files[place], today: today)
      let applying = try MatchingFile(options.files[place + 1], today: today)
      let truth = try MatchingFile.truth(options.files[place + 2])
      let matcher = Matcher(weights: start, frequencies: NameFrequencies())
      let people = register.families.flatMap(\.members)
      let ofLine = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
      let all = applying.families.flatMap(\.members)
      for person in all {
        guard let line = truth[person.id], let known = ofLine[line] else { continue }
        same[MatchEstimation.Pattern(matcher.pair(person, known)), default: 0] += 1
      }
      var state = options.seed
      for _ in 0..<randomPairs {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let person = all[Int(state >> 33) % all.count]
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let known = people[Int(state >> 33) % people.count]
        if truth[person.id] == known.id { continue }
        other[MatchEstimation.Pattern(matcher.pair(person, known)), default: 0] += 1
      }
    }
    let source = "measured on a synthetic register made by kosh demo, seed \(options.seed)"
    let estimation = MatchEstimation(
      citation: Citation(source, standing: .reconstructed), checked: Machine.now.day)
    let rows = estimation.known(same: same, other: other, start: start)
    try write(rows, to: options.files[0])
    let pairs = same.values.reduce(0, +) + other.values.reduce(0, +)
    return [
      Measurement(
        name: "weights", families: 0, people: 0, count: Int(pairs), unit: "pairs",
        seconds: Machine.seconds - begin)
    ]
  }

  private static func write(_ rows: [MatchWeights.Row], to path: String) throws(Failure) {
    var text = "level,same_ppm,other_ppm,source,standing,checked\n"
    for row in rows {
      text += "\(row.level.rawValue),\(row.same),\(row.other),\"\(row.citation.source)\","
      text += "\(row.citation.standing.rawValue),\(row.checked)\n"
    }
    guard let file = fopen(path, "w") else { throw Failure(.fileUnwritable, path) }
    defer { fclose(file) }
    fputs(text, file)
  }
}
