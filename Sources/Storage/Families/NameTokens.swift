import Domain

/// The words of the index that one word of a query meets, each with what the meeting is worth.
struct NameTokens {
  private(set) var weights: [Int64: Int] = [:]
  /// The words in each script, by its place among all scripts.
  private(set) var scripts: [Int64: Int] = [:]
  /// The best of those found last, with what they are worth.
  private(set) var fresh: [(token: Int64, weight: Int)] = []

  private let sought: NameWord
  private let connection: Connection
  /// Words that were read already, whether they meet or not.
  private var seen: Set<Int64> = []

  /// How many words are read for one word of a query before its neighbours are let be.
  private static let patience = 1_500
  /// The most words whose bearers are read: a short text begins very many.
  private static let most = 1_000
  private var given: Set<Int64> = []

  /// The words near at hand: the same, alike in sound, one letter apart, begun so.
  init(_ sought: NameWord, in transaction: Transaction) throws(Failure) {
    self.sought = sought
    connection = transaction.connection
    try takeBeginnings(in: transaction)
    if !sought.isInitial {
      for key in NameKeys.all(of: sought) { try take(key, in: transaction) }
    }
    order()
  }

  /// Goes on to skeletons one class away, and to beginnings in other scripts.
  mutating func widen(in transaction: Transaction) throws(Failure) {
    let skeletons = NameKeys.skeletons(of: sought).filter { $0 != .empty }
    guard !sought.isInitial, !skeletons.isEmpty else { return }
    for skeleton in skeletons {
      for near in NameKeys.neighbours(of: skeleton) where seen.count < Self.patience {
        try take(Int64(near.code), in: transaction)
      }
    }
    // The beginnings may be many, and what was read before must not starve them.
    let limit = seen.count + Self.patience
    for skeleton in skeletons {
      for range in NameKeys.longer(than: skeleton) where seen.count < limit {
        try take(range, limit - seen.count, in: transaction)
      }
    }
    order()
  }

  /// Words in the same script that begin so.
  private mutating func takeBeginnings(in transaction: Transaction) throws(Failure) {
    let text = sought.folded
    let found = try transaction.all(
      """
      SELECT id, text FROM name_token WHERE text >= \(text) AND text < \(text + Self.lastScalar)
      """, Self.decode)
    for (id, token) in found {
      // A short text begins too many words for each to be read.
      if sought.isInitial || found.count > Self.patience {
        seen.insert(id)
        let share = 200 * text.utf8.count / max(1, token.utf8.count)
        weights[id] = token == text ? 1000 : 700 + share
        scripts[id] = Self.place(of: sought.script)
      } else if seen.insert(id).inserted {
        meet(id, connection.word(id, token))
      }
    }
  }

  /// Behind every text that starts with what precedes it.
  private static let lastScalar = "\u{10FFFF}"

  private mutating func take(_ key: Int64, in transaction: Transaction) throws(Failure) {
    try take(key...key, Self.patience, in: transaction)
  }

  /// Words by their keys; the text is read of those only that were not met lately.
  private mutating func take(
    _ range: ClosedRange<Int64>, _ limit: Int, in transaction: Transaction
  ) throws(Failure) {
    let keys = try connection.statement(
      "SELECT token_id FROM name_token_key WHERE key BETWEEN $1 AND $2 LIMIT $3")
    keys.bind(range.lowerBound, 1)
    keys.bind(range.upperBound, 2)
    keys.bind(Int64(limit), 3)
    defer { keys.reset() }
    while try keys.step() {
      let id = keys.integer(0)
      guard seen.insert(id).inserted else { continue }
      meet(id, try connection.word(id))
    }
  }

  private static func decode(_ row: inout Row) -> (Int64, String) { (row.integer(), row.text()) }

  private mutating func meet(_ id: Int64, _ borne: NameWord?) {
    guard let borne, let met = NameMeeting(sought, borne) else { return }
    weights[id] = met.weight
    scripts[id] = Self.place(of: borne.script)
  }

  private static func place(of script: NameScript) -> Int {
    NameScript.allCases.firstIndex(of: script) ?? 0
  }

  /// Makes those fresh that were found since the last time.
  private mutating func order() {
    let found = weights.filter { !given.contains($0.key) }
    let best = found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most)
    fresh = best.map { (token: $0.key, weight: $0.value) }
    given.formUnion(found.keys)
  }
}
