internal import Domain

/// Finds candidate families in memory: by name and birth, by papers, by pairs of names.
struct MatchingBlocks {
  private var families: [UInt64: [Int32]] = [:]
  private let register: [MatchFamily]

  /// Keys that more families share than these find nobody in particular.
  private static let mostFamilies = 400

  init(_ register: [MatchFamily]) {
    self.register = register
    for (place, family) in register.enumerated() {
      for key in Self.keys(family) { families[key, default: []].append(Int32(place)) }
    }
  }

  func candidates(for family: MatchFamily) -> [MatchFamily] {
    var found: Set<Int32> = []
    for key in Self.keys(family) {
      guard let places = families[key], places.count <= Self.mostFamilies else { continue }
      found.formUnion(places)
    }
    return found.sorted().map { register[Int($0)] }
  }

  private static func keys(_ family: MatchFamily) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for person in family.members {
      var skeletons: Set<UInt32> = []
      for name in person.names {
        for part in name.words { skeletons.insert(part.word.skeleton.code) }
      }
      for date in person.birthDates {
        let month = date.month ?? 0
        let day = date.day ?? 0
        if day > 0 {
          keys.insert(key(1, UInt64(date.year * 10_000 + month * 100 + day), 0))
          keys.insert(key(1, UInt64(date.year * 10_000 + day * 100 + month), 0))
        }
        for skeleton in skeletons {
          keys.insert(key(2, UInt64(skeleton), UInt64(date.year)))
          if day > 0 { keys.insert(key(3, UInt64(skeleton), UInt64(month * 100 + day))) }
        }
      }
      for one in skeletons {
        for other in skeletons where other > one {
          keys.insert(key(4, UInt64(one), UInt64(other)))
        }
      }
      for document in person.documents {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in document.number.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        keys.insert(hash | 1 << 63)
      }
      if let iin = person.iin, let number = UInt64(iin) { keys.insert(key(6, number, 0)) }
    }
    return keys
  }

  private static func key(_ kind: UInt64, _ one: UInt64, _ other: UInt64) -> UInt64 {
    (kind << 59 | one << 27 | other) & ~(1 << 63)
  }
}
