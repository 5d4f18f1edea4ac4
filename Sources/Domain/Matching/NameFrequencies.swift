/// How common names are: of many who bear Aidar, few are one person; of two Tuohetaerbieke, most.
///
/// Counted by consonant skeleton, so that one name counts as one in every script.
package struct NameFrequencies: Sendable {
  /// How many persons were counted.
  package private(set) var persons: Int64 = 0
  private var given: [Skeleton: Int32] = [:]
  private var surname: [Skeleton: Int32] = [:]

  /// In parts per million, where nothing was counted: one of about 150 names.
  private static let unknown: Int64 = 6_600
  /// Fewer persons than these do not show how common a name is; they are filled up with the share
  /// above.
  private static let ballast: Int64 = 150

  /// Nothing counted yet: every name is as common as the next.
  package init() {}

  /// Counts the names of a person once, whatever number of papers give them.
  package mutating func count(_ names: [NameReading]) {
    persons += 1
    count(.given, of: names, in: &given)
    count(.family, of: names, in: &surname)
  }

  /// Takes a count that a register keeps.
  package mutating func add(given skeleton: Skeleton, count: Int32) {
    given[skeleton, default: 0] += count
  }

  package mutating func add(surname skeleton: Skeleton, count: Int32) {
    surname[skeleton, default: 0] += count
  }

  package mutating func add(persons count: Int64) { persons += count }

  private func count(
    _ role: NameReading.Role, of names: [NameReading], in table: inout [Skeleton: Int32]
  ) {
    var seen: [Skeleton] = []
    for name in names {
      for part in name.words where part.role == role && !seen.contains(part.word.skeleton) {
        seen.append(part.word.skeleton)
        table[part.word.skeleton, default: 0] += 1
      }
    }
  }

  /// The share of persons with a given name, in parts per million; also of fathers.
  package func share(given word: NameWord) -> Int64 { share(word, in: given) }

  package func share(surname word: NameWord) -> Int64 { share(word, in: surname) }

  private func share(_ word: NameWord, in table: [Skeleton: Int32]) -> Int64 {
    let count = Int64(table[word.skeleton] ?? 0)
    return (count * 1_000_000 + Self.ballast * Self.unknown) / (persons + Self.ballast)
  }
}
