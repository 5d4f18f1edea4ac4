import Domain

/// Who bears one of some words, among a stretch of numbers: a bit for each number.
struct NameBearers {
  private let stretch: ClosedRange<Int64>
  private var bits: [UInt64]

  /// A count that reaches this stands for any above.
  static let many = 8_000
  private static let manyOfOne = 1_000
  /// The most words whose bearers are gathered, and from how many on persons are asked instead.
  static let mostTokens = 400
  static let fewTokens = 200
  /// Fewer than one of so many numbers are few.
  static let fewOf = 256

  init(_ stretch: ClosedRange<Int64>) {
    self.stretch = stretch
    bits = [UInt64](repeating: 0, count: (stretch.count + 63) / 64)
  }

  /// How many numbers it could hold.
  var width: Int { bits.count * 64 }
  /// How many it holds.
  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func add(_ tokens: ArraySlice<Int64>, in transaction: Transaction) throws(Failure) {
    let postings = try transaction.connection.statement(
      "SELECT person_id FROM name_posting WHERE token_id = $1 AND person_id BETWEEN $2 AND $3")
    postings.bind(stretch.lowerBound, 2)
    postings.bind(stretch.upperBound, 3)
    for token in tokens {
      postings.bind(token, 1)
      defer { postings.reset() }
      while try postings.step() {
        let place = Int(postings.integer(0) - stretch.lowerBound)
        bits[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
  }

  mutating func keep(_ others: NameBearers) {
    for place in bits.indices { bits[place] &= others.bits[place] }
  }

  /// In ascending order.
  var numbers: [Int64] {
    var numbers: [Int64] = []
    for (place, word) in bits.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        numbers.append(stretch.lowerBound + Int64(place << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return numbers
  }

  /// About how many persons bear one of the words: no more than ``many`` are counted.
  static func count(_ tokens: ArraySlice<Int64>, in transaction: Transaction) throws(Failure)
    -> Int
  {
    let statement = try transaction.connection.statement(
      "SELECT count(*) FROM (SELECT 1 FROM name_posting WHERE token_id = $1 LIMIT \(manyOfOne))")
    var count = 0
    for token in tokens.prefix(mostTokens) {
      statement.bind(token, 1)
      defer { statement.reset() }
      if try statement.step() { count += Int(statement.integer(0)) }
      if count >= many { break }
    }
    return count
  }
}

/// The numbers of persons in ascending order, cut in stretches that grow.
struct NumberStretches {
  private var behind: Int64 = 0
  private var width: Int64 = 16_384
  /// A bit for each: 64 KiB at most.
  private static let widest: Int64 = 524_288

  mutating func next(in transaction: Transaction) throws(Failure) -> ClosedRange<Int64>? {
    // Numbers of a year are without gaps; between years there is a wide one.
    let first = try transaction.integer("SELECT min(id) FROM person WHERE id > \(behind)")
    guard first != 0 else { return nil }
    behind = first + width - 1
    width = min(width * 2, Self.widest)
    return first...behind
  }
}
