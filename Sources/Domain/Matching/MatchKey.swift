/// What a person is found again by: one consonant skeleton of a name, and the birth date.
///
/// Packed into 46 bits, the skeleton first, the date behind it, and last the sex and whether the word
/// may be a given name. So the people of one skeleton stand in the order of their birth dates: one key
/// serves an exact date, a neighbouring day, a swapped day and month, a year alone, and a name
/// without any date. A person has one key for each skeleton and known date, about three; IINs and
/// numbers of papers have indexes of their own.
package struct MatchKey: Hashable, Comparable, Sendable {
  /// Of the way keys are made: keys of another version are made anew.
  package static let version: Int64 = 3
  /// Skeletons of one person that are used.
  static let most = 16
  private static let shift = Int64(BirthCode.width) + 2

  package let raw: Int64

  package init(raw: Int64) { self.raw = raw }

  package init(_ skeleton: Skeleton, _ birth: BirthCode, _ sex: Sex, isGiven: Bool) {
    let last: Int64 = (sex == .female ? 2 : 0) + (isGiven ? 1 : 0)
    raw = Int64(skeleton.code) << Self.shift | Int64(birth.code) << 2 | last
  }

  package var skeleton: Skeleton {
    Skeleton(code: UInt32(truncatingIfNeeded: raw >> Self.shift))
  }

  package var birth: BirthCode {
    BirthCode(code: UInt32(truncatingIfNeeded: raw >> 2 & (1 << Int64(BirthCode.width) - 1)))
  }

  package var sex: Sex { raw & 2 == 2 ? .female : .male }

  /// Whether the word is a given name, or may be one where the paper does not say.
  package var isGiven: Bool { raw & 1 == 1 }

  package static func < (left: MatchKey, right: MatchKey) -> Bool { left.raw < right.raw }

  // MARK: Of a person of the register

  /// The keys of a person: by every skeleton of every name, and by every date.
  package static func keys(
    _ readings: [NameReading], births: [BirthCode], sex: Sex
  ) -> [MatchKey] {
    var keys: [MatchKey] = []
    for name in names(of: readings) {
      for birth in births {
        if name.isGiven { keys.append(MatchKey(name.skeleton, birth, sex, isGiven: true)) }
        if name.isOther { keys.append(MatchKey(name.skeleton, birth, sex, isGiven: false)) }
      }
    }
    return keys
  }

  /// A skeleton, and the parts of the name that it stands for.
  package struct Name: Sendable {
    package let skeleton: Skeleton
    package fileprivate(set) var isGiven: Bool
    /// A family name or a father's.
    package fileprivate(set) var isOther: Bool
  }

  /// Each skeleton once, in the order of the papers, with those of a word's other readings;
  /// initials and words without a consonant find nobody.
  package static func names(of readings: [NameReading]) -> [Name] {
    var names: [Name] = []
    for reading in readings {
      for part in reading.words where !part.word.isInitial {
        let isGiven = part.role == .given || part.role == .unknown
        add(part.word.skeleton, isGiven, to: &names)
        for other in part.word.otherSkeletons { add(other, isGiven, to: &names) }
      }
    }
    return names
  }

  /// The same for whoever is looked for, with the parts of a name that was written as one word:
  /// the office that printed it may have lost the dot between them.
  package static func sought(in readings: [NameReading]) -> [Name] {
    var names = names(of: readings)
    for reading in readings {
      guard reading.words.count == 1, let part = reading.words.first, part.role == .unknown
      else { continue }
      for skeleton in part.word.partSkeletons where names.count < 2 * most {
        if !names.contains(where: { $0.skeleton == skeleton }) {
          names.append(Name(skeleton: skeleton, isGiven: true, isOther: true))
        }
      }
    }
    return names
  }

  private static func add(_ skeleton: Skeleton, _ isGiven: Bool, to names: inout [Name]) {
    if let place = names.firstIndex(where: { $0.skeleton == skeleton }) {
      if isGiven { names[place].isGiven = true } else { names[place].isOther = true }
    } else if skeleton != .empty, names.count < most {
      names.append(Name(skeleton: skeleton, isGiven: isGiven, isOther: !isGiven))
    }
  }

  /// The dates under which a person is kept: those given, and the one that the IIN states.
  package static func births(_ dates: [PartialDate], iin: String?) -> [BirthCode] {
    var births: [BirthCode] = []
    for date in dates where !births.contains(BirthCode(date)) { births.append(BirthCode(date)) }
    if let iin, let number = try? IIN(iin), let date = number.birthDate {
      let stated = BirthCode(PartialDate(date))
      if !births.contains(stated) { births.append(stated) }
    }
    return births.isEmpty ? [.unknown] : births
  }

  // MARK: Of a person who is looked for

  /// The ranges of keys under which a person of this skeleton may stand.
  ///
  /// The year of each date as a whole, which holds every other day and month and every date that
  /// gives no more than the year; two days around it at the turn of a year; the same day in years
  /// that a slip of the pen makes of it; and people without a birth date. Without any date it is
  /// everyone of the skeleton.
  package static func ranges(
    _ skeleton: Skeleton, _ births: [BirthCode]
  ) -> [ClosedRange<Int64>] {
    let known = births.filter { !$0.isUnknown }
    guard !known.isEmpty else {
      let first = Int64(skeleton.code) << shift
      return [first...(first | (1 << shift - 1))]
    }
    var codes: [ClosedRange<UInt32>] = [0...0]
    for birth in known {
      var year = BirthCode.codes(of: birth.year)
      for neighbour in birth.neighbours {
        year = min(year.lowerBound, neighbour.code)...max(year.upperBound, neighbour.code)
      }
      codes.append(year)
      for slip in birth.slips { codes.append(slip.code...slip.code) }
    }
    codes.sort { $0.lowerBound < $1.lowerBound }
    var ranges: [ClosedRange<Int64>] = []
    var end: UInt32?
    for range in codes {
      if let end, range.upperBound <= end { continue }
      let first = end.map { max($0 + 1, range.lowerBound) } ?? range.lowerBound
      end = range.upperBound
      let start = Int64(skeleton.code) << shift
      ranges.append((start | Int64(first) << 2)...(start | Int64(range.upperBound) << 2 | 3))
    }
    return ranges
  }
}

extension BirthCode {
  /// The days around the turn of a year.
  fileprivate var neighbours: [BirthCode] {
    guard isFull else { return [] }
    if month == 1, day <= 2 { return [BirthCode(year: year - 1, month: 12, day: 29 + day)] }
    if month == 12, day >= 30 { return [BirthCode(year: year + 1, month: 1, day: day - 29)] }
    return []
  }

  /// The same day in another year: one or two off, ten off, the last two digits exchanged.
  fileprivate var slips: [BirthCode] {
    guard isFull else { return [] }
    let century = year / 100 * 100
    let exchanged = century + year % 10 * 10 + year / 10 % 10
    var years = [year - 1, year + 1, year - 2, year + 2, year - 10, year + 10]
    if exchanged != year, !years.contains(exchanged) { years.append(exchanged) }
    return years.map { BirthCode(year: $0, month: month, day: day) }.filter { !$0.isUnknown }
  }
}
