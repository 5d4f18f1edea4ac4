internal import Domain

/// How well each person of the register meets each word of a query.
///
/// Every word has a weight for each number of each stretch in which somebody was met: an array that
/// is filled from packs, so that a word of which thousands bear each spelling costs a millisecond.
struct NameBearers {
  struct Found {
    let person: Int64
    let score: Int

    /// The better score first, then the lower number.
    static func comesFirst(_ one: Found, _ other: Found) -> Bool {
      (other.score, one.person) < (one.score, other.person)
    }
  }

  /// The stretches met so far; the place of one among them is its slot in the arrays.
  private var stretches: [Int64] = []
  private var slots: [Int64: Int] = [:]
  private var words: [Word]
  /// By script: how many different words a person bears that meet the query at all.
  private var different: [[UInt8]] = []

  fileprivate struct Word {
    /// By slot, then by place; 0 where the person does not meet the word, and no array where nobody
    /// of the stretch does.
    var weights: [[UInt16]] = []
    /// How many numbers met it at all; one that does so by several spellings counts as often.
    var met = 0
    /// How many numbers met it without doubt; one that does so twice counts twice.
    var alike = 0
  }

  init(words: Int) { self.words = Array(repeating: Word(), count: words) }

  /// How many met each word without doubt.
  var alike: [Int] { words.map(\.alike) }

  // MARK: Filling

  /// Gives everyone who bears one of these words of the index what meeting it is worth; where a
  /// person bears several, the best stays.
  mutating func add(
    _ tokens: [(token: Int64, weight: Int)], to word: Int, in transaction: Transaction
  ) throws(Failure) {
    for (token, weight) in tokens {
      try read(token, in: transaction) { pack, slot, bearers in
        if weight >= NameSearch.alike { bearers.words[word].alike += pack.count }
        bearers.words[word].add(pack, in: slot, worth: UInt16(weight))
      }
    }
  }

  /// Counts a word of the index, in its script, for everyone who bears it.
  mutating func count(_ token: Int64, script: Int, in transaction: Transaction) throws(Failure) {
    while different.count <= script { different.append([]) }
    try read(token, in: transaction) { pack, slot, bearers in
      let start = slot * NamePack.width
      bearers.different[script].reach(start + NamePack.width)
      for index in 0..<pack.count {
        bearers.different[script][start + pack.place(at: index)] &+= 1
      }
    }
  }

  private mutating func read(
    _ token: Int64, in transaction: Transaction,
    _ body: (NamePack, Int, inout NameBearers) -> Void
  ) throws(Failure) {
    let packs = try transaction.connection.statement(
      "SELECT stretch, people FROM name_pack WHERE token_id = $1")
    packs.bind(token, 1)
    defer { packs.reset() }
    while try packs.step() {
      let stretch = packs.integer(0)
      let slot: Int
      if let known = slots[stretch] {
        slot = known
      } else {
        slot = stretches.count
        slots[stretch] = slot
        stretches.append(stretch)
      }
      body(NamePack(people: packs.blob(1)), slot, &self)
    }
  }

  // MARK: Reading

  /// Those who meet all of `sought`, the best first, `most` of them; and how many meet them all
  /// without doubt.
  func best(_ most: Int, of sought: [Int], rarities: [Int]) -> (found: [Found], sure: Int) {
    // Who does not bear the rarest word needs no other look.
    let order = sought.sorted { (words[$0].met, $0) < (words[$1].met, $1) }
    guard !order.isEmpty else { return ([], 0) }
    var ranking = Ranking(most: most)
    var sure = 0
    for (slot, stretch) in stretches.enumerated() {
      let rows = order.map { words[$0].row(slot) }
      guard rows.allSatisfy({ !$0.isEmpty }) else { continue }
      let (first, second) = (rows[0], rows[rows.count > 1 ? 1 : 0])
      for place in first.indices where first[place] != 0 && second[place] != 0 {
        var least = Int.max
        var score = 0
        for index in rows.indices {
          let weight = Int(rows[index][place])
          least = min(least, weight)
          score += weight * rarities[order[index]]
        }
        guard least > 0, hasRoom(for: sought.count, at: slot * NamePack.width + place) else {
          continue
        }
        if least >= NameSearch.alike { sure += 1 }
        ranking.add(Found(person: NamePack.person(in: stretch, at: place), score: score))
      }
    }
    return (ranking.best, sure)
  }

  /// Two words of a query must not both be met by one: some script must have as many.
  private func hasRoom(for words: Int, at index: Int) -> Bool {
    different.isEmpty || different.contains { index < $0.count && $0[index] >= words }
  }

  /// The best of many.
  private struct Ranking {
    let most: Int
    private var found: [Found] = []
    /// The last of the best so far: who does not come before it is not among them.
    private var bar: Found?

    init(most: Int) { self.most = most }

    mutating func add(_ one: Found) {
      if let bar, !Found.comesFirst(one, bar) { return }
      found.append(one)
      guard found.count >= most * 4 else { return }
      found = best
      bar = found.last
    }

    var best: [Found] { Array(found.sorted(by: Found.comesFirst).prefix(most)) }
  }
}

extension NameBearers.Word {
  /// The weights of a stretch; empty where nobody of it meets the word.
  func row(_ slot: Int) -> [UInt16] { slot < weights.count ? weights[slot] : [] }

  /// Notes that everyone of a pack meets the word.
  mutating func add(_ pack: NamePack, in slot: Int, worth weight: UInt16) {
    while weights.count <= slot { weights.append([]) }
    // Taken out, so that the loop, which is most of a search, works on one array of its own.
    var row: [UInt16] = []
    swap(&row, &weights[slot])
    row.reach(NamePack.width)
    for index in 0..<pack.count {
      let place = pack.place(at: index)
      if row[place] < weight { row[place] = weight }
    }
    swap(&row, &weights[slot])
    met += pack.count
  }
}

extension Array where Element: FixedWidthInteger {
  /// Makes it that long at least, with zeros.
  fileprivate mutating func reach(_ length: Int) {
    if count < length { append(contentsOf: repeatElement(0, count: length - count)) }
  }
}
