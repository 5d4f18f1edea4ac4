internal import Domain
internal import Glibc
internal import Seeds

/// Matching held against a truth: what was found, what was right, what is left to officials.
enum MatchingWorkload {
  static func run(_ options: Options) throws(Failure) -> [Measurement] {
    guard options.files.count >= 3 else {
      throw Failure(.usage, "bench matching REGISTER.csv APPLYING.csv TRUTH.csv [DETAILS]")
    }
    guard let today = LocalDate(iso: "2030-01-01") else { return [] }
    let register = try MatchingFile(options.files[0], today: today)
    let applying = try MatchingFile(options.files[1], today: today)
    let truth = try MatchingFile.truth(options.files[2])
    if register.refused + applying.refused > 0 {
      Bench.say("refused families: \(register.refused) and \(applying.refused)")
    }
    var frequencies = NameFrequencies()
    for person in register.families.lazy.flatMap(\.members) { frequencies.count(person.names) }
    let blocks = MatchingBlocks(register.families)
    var tally = MatchingTally(truth: truth, register: register, applying: applying)
    let weights: MatchWeights
    if options.files.count > 5 {
      weights = try Seeds.matchWeights(
        weights: try TemporaryFile.read(options.files[4]),
        settings: try TemporaryFile.read(options.files[5]))
    } else if options.files.count > 4 {
      weights = try Seeds.matchWeights(weights: try TemporaryFile.read(options.files[4]))
    } else {
      weights = try Seeds.matchWeights()
    }
    let matcher = Matcher(weights: weights, frequencies: frequencies)
    let (seconds, pairs) = try Machine.time { () throws(Failure) in
      var pairs = 0
      for family in applying.families {
        let candidates = blocks.candidates(for: family)
        pairs += candidates.reduce(0) { $0 + $1.members.count } * family.members.count
        tally.take(matcher.decide(family, against: candidates), candidates, matcher)
      }
      return pairs
    }
    Bench.say(tally.summary)
    if options.files.count > 3 { try write(tally.details, to: options.files[3]) }
    return [
      Measurement(
        name: "matching", families: register.families.count, people: register.references.count,
        count: max(1, pairs), unit: "pairs", seconds: seconds)
    ]
  }

  private static func write(_ text: String, to path: String) throws(Failure) {
    guard let file = fopen(path, "w") else { throw Failure(.fileUnwritable, path) }
    defer { fclose(file) }
    fputs(text, file)
  }
}
