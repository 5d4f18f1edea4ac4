internal import Domain
internal import Storage

/// Everyone of the register in little: keys, families, sex and IIN; about 130 bytes a person.
struct MatchCensus: Sendable {
  /// A key with its person's place.
  struct Entry: Sendable {
    let birth: UInt32
    /// Twice the place, and one more for a woman.
    let coded: Int32

    var person: Int32 { coded >> 1 }
  }

  /// In ascending order.
  private(set) var persons: [Int64] = []
  /// The family that each person last joined.
  private(set) var families: [Int64] = []
  /// In the order of keys.
  private(set) var entries: [Entry] = []
  /// Each skeleton, and where its entries lie.
  private(set) var groups: [(skeleton: Skeleton, entries: Range<Int>)] = []
  /// The groups of all persons, person after person, in ascending order: four times the place of
  /// the group, with a bit for a given name and one for another.
  private var names: [Int32] = []
  private var starts: [Int32] = []
  private var isFemale: [Bool] = []
  /// 0 where none is known.
  private var iins: [Int64] = []

  init(in transaction: Transaction) throws(Failure) {
    try MatchFamilyTable.memberships(in: transaction) { person, family in
      if person == persons.last {
        families[families.count - 1] = family
      } else {
        persons.append(person)
        families.append(family)
      }
    }
    try readRecords(in: transaction)
    try readKeys(in: transaction)
  }

  private mutating func readRecords(in transaction: Transaction) throws(Failure) {
    isFemale = Array(repeating: false, count: persons.count)
    iins = Array(repeating: 0, count: persons.count)
    let persons = persons
    try MatchFamilyTable.records(in: transaction) { person, female, iin in
      guard let place = Self.place(of: person, in: persons) else { return }
      isFemale[place] = female
      iins[place] = iin
    }
  }

  private mutating func readKeys(in transaction: Transaction) throws(Failure) {
    var entries: [Entry] = []
    entries.reserveCapacity(persons.count * 4)
    // Beside each entry its name; both in the order of keys.
    var entryNames: [Int32] = []
    entryNames.reserveCapacity(persons.count * 4)
    var groups: [(skeleton: Skeleton, entries: Range<Int>)] = []
    let (persons, isFemale) = (persons, isFemale)
    try MatchKeyTable.scanAll(in: transaction) { key, person in
      guard let place = Self.place(of: person, in: persons) else { return }
      let next = entries.count
      if groups.last?.skeleton == key.skeleton {
        groups[groups.count - 1].entries = groups[groups.count - 1].entries.lowerBound..<next + 1
      } else {
        groups.append((key.skeleton, next..<next + 1))
      }
      entries.append(
        Entry(birth: key.birth.code, coded: Int32(place) << 1 | (isFemale[place] ? 1 : 0)))
      entryNames.append(Int32(groups.count - 1) << 2 | (key.isGiven ? 1 : 2))
    }
    self.entries = entries
    self.groups = groups
    readNames(entryNames)
  }

  /// Numbers are found by halving.
  private static func place(of person: Int64, in persons: [Int64]) -> Int? {
    var (low, high) = (0, persons.count)
    while low < high {
      let middle = (low + high) / 2
      if persons[middle] < person { low = middle + 1 } else { high = middle }
    }
    return low < persons.count && persons[low] == person ? low : nil
  }

  /// Who stands in one group twice, with two dates or as two parts of a name, has it once.
  private mutating func readNames(_ entryNames: [Int32]) {
    var counts = [Int32](repeating: 0, count: persons.count + 1)
    var last = [Int32](repeating: -1, count: persons.count)
    for (entry, name) in zip(entries, entryNames) where last[Int(entry.person)] != name >> 2 {
      last[Int(entry.person)] = name >> 2
      counts[Int(entry.person) + 1] += 1
    }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    starts = counts
    names = Array(repeating: 0, count: Int(counts[persons.count]))
    var next = counts
    last = Array(repeating: -1, count: persons.count)
    for (entry, name) in zip(entries, entryNames) {
      let person = Int(entry.person)
      if last[person] == name >> 2 {
        names[Int(next[person]) - 1] |= name & 3
      } else {
        last[person] = name >> 2
        names[Int(next[person])] = name
        next[person] += 1
      }
    }
  }

  /// Whether two people cannot be one, as two IINs say.
  @inline(__always)
  func differ(_ one: Int32, _ other: Int32) -> Bool {
    let (some, another) = (iins[Int(one)], iins[Int(other)])
    return some != 0 && another != 0 && some != another
  }

  /// Gives how many names each of two persons has; `common` is told of each group that they
  /// share, and of the parts of the name that both have it in.
  @inline(__always)
  func compare(_ one: Int32, _ other: Int32, _ common: (_ group: Int32, _ parts: Int32) -> Void)
    -> (Int, Int)
  {
    var (left, right) = (starts[Int(one)], starts[Int(other)])
    let (leftEnd, rightEnd) = (starts[Int(one) + 1], starts[Int(other) + 1])
    let counts = (Int(leftEnd - left), Int(rightEnd - right))
    while left < leftEnd, right < rightEnd {
      let (some, another) = (names[Int(left)], names[Int(right)])
      if some >> 2 == another >> 2 {
        common(some >> 2, some & another & 3)
        left += 1
        right += 1
      } else if some < another {
        left += 1
      } else {
        right += 1
      }
    }
    return counts
  }
}
