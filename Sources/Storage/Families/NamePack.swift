internal import Domain

/// Who bears one word of names, among the numbers of one stretch.
///
/// A row of `name_pack` holds the numbers of a stretch in ascending order, two bytes each.
struct NamePack {
  /// How many numbers of persons a stretch has.
  static let width = 1 << bits
  private static let bits = 14

  static func stretch(of person: Int64) -> Int64 { person >> Int64(bits) }
  static func person(in stretch: Int64, at place: Int) -> Int64 {
    stretch << Int64(bits) + Int64(place)
  }

  private(set) var people: [UInt8] = []

  init() {}

  init(people: [UInt8]) { self.people = people }

  var count: Int { people.count / 2 }

  /// The place in the stretch of the number that stands at `index`: seven bits in each byte.
  func place(at index: Int) -> Int {
    Int(people[2 * index]) & 127 | (Int(people[2 * index + 1]) & 127) << 7
  }

  /// Adds persons in ascending order; those it has already stay as they are.
  mutating func add(_ persons: some Collection<Int64>) {
    guard let first = persons.first else { return }
    if count == 0 || place(at: count - 1) < Self.place(of: first) {
      for person in persons { append(Self.place(of: person)) }
      return
    }
    // A name that was corrected belongs to an earlier number: rare, and the stretch is small.
    let places = Set((0..<count).map(place(at:))).union(persons.map(Self.place(of:)))
    people.removeAll(keepingCapacity: true)
    for place in places.sorted() { append(place) }
  }

  private static func place(of person: Int64) -> Int { Int(person) & (width - 1) }

  private mutating func append(_ place: Int) {
    people.append(UInt8(place & 127))
    people.append(UInt8(place >> 7))
  }
}
