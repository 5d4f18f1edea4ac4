import Domain

/// The words of the index that one word of a query meets, each with what the meeting is worth.
struct NameTokens {
  private(set) var weights: [Int64: Int] = [:]
  /// The words in each script, by its place among all scripts.
  private(set) var scripts: [Int64: Int] = [:]
  /// By weight, the highest first.
  private(set) var ordered: [Int64] = []

  private let sought: NameWord
  /// Words that were read already, whether they meet or not.
  private var seen: Set<Int64> = []

  /// How many words are read for one word of a query before its neighbours are let be.
  private static let patience = 1_500

  /// The words near at hand: the same, alike in sound, one letter apart, begun so.
  init(_ sought: NameWord, in transaction: Transaction) throws(Failure) {
    self.sought = sought
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
      } else {
        read(id, token)
      }
    }
  }

  /// Behind every text that starts with what precedes it.
  private static let lastScalar = "\u{10FFFF}"

  private mutating func take(_ key: Int64, in transaction: Transaction) throws(Failure) {
    let found = try transaction.all(
      """
      SELECT t.id, t.text FROM name_token_key AS k JOIN name_token AS t ON t.id = k.token_id
      WHERE k.key = \(key) LIMIT \(Self.patience)
      """, Self.decode)
    for (id, token) in found { read(id, token) }
  }

  private mutating func take(
    _ range: ClosedRange<Int64>, _ limit: Int, in transaction: Transaction
  ) throws(Failure) {
    let found = try transaction.all(
      """
      SELECT t.id, t.text FROM name_token_key AS k JOIN name_token AS t ON t.id = k.token_id
      WHERE k.key BETWEEN \(range.lowerBound) AND \(range.upperBound) LIMIT \(limit)
      """, Self.decode)
    for (id, token) in found { read(id, token) }
  }

  private static func decode(_ row: inout Row) -> (Int64, String) { (row.integer(), row.text()) }

  private mutating func read(_ id: Int64, _ token: String) {
    guard seen.insert(id).inserted, let borne = NameIndex.read(token),
      let met = NameMeeting(sought, borne)
    else { return }
    weights[id] = met.weight
    scripts[id] = Self.place(of: borne.script)
  }

  private static func place(of script: NameScript) -> Int {
    NameScript.allCases.firstIndex(of: script) ?? 0
  }

  private mutating func order() {
    ordered = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Those worth at least so much.
  func tokens(from weight: Int) -> ArraySlice<Int64> {
    ordered.prefix { weights[$0, default: 0] >= weight }
  }
}
