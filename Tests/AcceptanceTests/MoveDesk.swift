import Storage
import TestSupport
import Testing

/// What the processes know of each other, and what they were told in all.
struct MoveDesk {
  var families: [String]
  /// The region of each inclusion.
  var regions: [String: String] = [:]
  var inclusions: [String] = []
  /// Those that a protocol confirmed.
  var confirmed: Set<String> = []

  /// What answers add up to: reserved by the day of the reservation and region, used and given back
  /// by region.
  var reserved: [String: [String: Int64]] = [:]
  var used: [String: Int64] = [:]
  var returned: [String: Int64] = [:]
  /// Those that were merged into another number, and are not taken apart.
  var merged: [String] = []
  /// How often each command was done, and refused with each code.
  var told: [String: Int] = [:]

  init(families: [String]) { self.families = families }

  mutating func learn(_ inclusion: JSON) {
    guard let number = inclusion["inclusion"].text, let region = inclusion["region"].text else {
      return
    }
    if regions.updateValue(region, forKey: number) == nil { inclusions.append(number) }
    if inclusion["state"] == "confirmed" { confirmed.insert(number) }
  }

  /// More, or below zero fewer, places of an inclusion's region.
  mutating func count(_ places: Int64, as state: String, on day: String, _ region: String) {
    if state == "reserved" {
      reserved[day, default: [:]][region, default: 0] += places
    } else {
      used[region, default: 0] += places
    }
  }
}

/// One of the processes that run at once: a command after the other.
struct Mover {
  let kosh: Kosh
  let desk: Lock<MoveDesk>
  let day: String
  let index: Int
  private var moments: Moments
  private var serial = 0

  init(kosh: Kosh, desk: Lock<MoveDesk>, day: String, index: Int, seed: UInt64) {
    (self.kosh, self.desk, self.day, self.index) = (kosh, desk, day, index)
    moments = Moments(state: seed)
  }

  mutating func move() throws {
    switch moments.next(below: 23) {
    case 0..<6: try include()
    case 6..<9: try confirm()
    case 9..<11: try release()
    case 11..<13: try transfer()
    case 13: try giveBack()
    case 14, 15: try split()
    case 16: try join()
    case 17: try undo()
    case 18: try order()
    case 19, 20, 21: try merge()
    default: try unmerge()
    }
  }

  /// The answer of a command that was done; nil where it was refused.
  ///
  /// Every second process waits for others hardly at all: it is told `database.busy`, and asks again
  /// under the same key.
  private mutating func ask(_ name: String, _ words: [String]) throws -> JSON? {
    serial += 1
    let key = "\(day)-\(index)-\(serial)"
    let words = words + ["--json", "--today", day, "--key", key]
    let environment = index.isMultiple(of: 2) ? [:] : ["KOSH_BUSY_MS": "20"]
    while true {
      let answer = try kosh.run(words, environment: environment)
      let json = try answer.json()
      let code = json["error"]["code"].text
      desk.with { $0.told["\(name) \(code ?? "done")", default: 0] += 1 }
      switch answer.exit {
      case 0: return json
      case 7: continue
      // What other processes have done to it meanwhile is a reason to refuse.
      case 2...5 where code != "usage": return nil
      default: throw MoveFault(words: words, err: answer.err)
      }
    }
  }

  struct MoveFault: Error {
    let words: [String]
    let err: String
  }

  private mutating func region() -> String {
    moments.one(of: ["KZ-10", "KZ-23", "KZ-27", MoveRaceTests.ordered]) ?? ""
  }

  private mutating func family() -> String { moments.one(of: desk.with { $0.families }) ?? "" }

  private mutating func inclusion(_ isWanted: (MoveDesk, String) -> Bool = { _, _ in true })
    -> String?
  {
    moments.one(of: desk.with { desk in desk.inclusions.filter { isWanted(desk, $0) } })
  }

  private mutating func members(of family: String) throws -> [String] {
    let shown = try kosh.run(["family", "show", family, "--json", "--today", day])
    return try shown.json()["members"].elements.compactMap { $0["person"].text }
  }

  // MARK: Moves of places

  private mutating func include() throws {
    let expires = day == MoveRaceTests.days[0] ? ["--expires", MoveRaceTests.days[1]] : []
    let answer = try ask(
      "include", ["quota", "include", family(), "--year", "2026", "--region", region()] + expires)
    guard let answer, let places = answer["current_places"].number,
      let region = answer["region"].text
    else { return }
    desk.with { desk in
      desk.learn(answer)
      desk.count(places, as: "reserved", on: day, region)
    }
  }

  private mutating func confirm() throws {
    guard let inclusion = inclusion({ !$0.confirmed.contains($1) }) else { return }
    let answer = try ask("confirm", ["quota", "confirm", inclusion, "--protocol", "12"])
    guard let answer, let places = answer["current_places"].number,
      let region = answer["region"].text, let counted = answer["counted_on"].text
    else { return }
    desk.with { desk in
      desk.learn(answer)
      desk.count(-places, as: "reserved", on: counted, region)
      desk.count(places, as: "confirmed", on: counted, region)
    }
  }

  /// Of what is known to be confirmed by a protocol; anything else without one, which is refused
  /// where another process has confirmed it meanwhile.
  private mutating func release() throws {
    guard let inclusion = inclusion() else { return }
    let isConfirmed = desk.with { $0.confirmed.contains(inclusion) }
    let answer = try ask(
      "release",
      ["quota", "release", inclusion, "--reason", "left"]
        + (isConfirmed ? ["--protocol", "13"] : []))
    guard let answer, let places = answer["current_places"].number,
      let region = answer["region"].text, let counted = answer["counted_on"].text
    else { return }
    desk.with {
      $0.count(-places, as: isConfirmed ? "confirmed" : "reserved", on: counted, region)
    }
  }

  private mutating func transfer() throws {
    guard let inclusion = inclusion(), let from = desk.with({ $0.regions[inclusion] }) else {
      return
    }
    let isConfirmed = desk.with { $0.confirmed.contains(inclusion) }
    let answer = try ask(
      "transfer",
      ["quota", "transfer", inclusion, "--to", region(), "--reason", "kin"]
        + (isConfirmed ? ["--protocol", "14"] : []))
    guard let answer, let places = answer["current_places"].number,
      let region = answer["region"].text, let state = answer["state"].text
    else { return }
    desk.with { desk in
      desk.learn(answer)
      desk.count(-places, as: state, on: day, from)
      desk.count(places, as: state, on: day, region)
    }
  }

  private mutating func giveBack() throws {
    let region = moments.one(of: MoveRaceTests.allotted.keys.sorted()) ?? ""
    let places = Int64(moments.next(below: 2)) + 1
    let answer = try ask(
      "return",
      [
        "quota", "return", region, "--places", "\(places)", "--document",
        "\(day)-\(index)-\(serial)", "--reason", "unused",
      ])
    if answer != nil { desk.with { $0.returned[region, default: 0] += places } }
  }

  /// A new total of the region that orders alone change: more than is used, or less.
  private mutating func order() throws {
    let number = "N-\(day)-\(index)-\(serial)"
    let places = Int64(moments.next(below: 25)) + 1
    let file = "order-\(number).csv"
    try kosh.write(
      """
      order_number,order_date,effective_from,kind,year,unit,region,places
      \(number),\(day),\(day),kandas,2026,person,\(MoveRaceTests.ordered),\(places)

      """, to: file)
    _ = try ask("order", ["quota", "order", file])
  }

  // MARK: Moves of people

  private mutating func split() throws {
    let family = family()
    let members = try members(of: family)
    guard let leaver = moments.one(of: Array(members.dropFirst())) else { return }
    let answer = try ask(
      "split",
      ["family", "split", family, "--member", leaver, "--head", leaver, "--reason", "grown"])
    learn(answer)
  }

  private mutating func join() throws {
    learn(
      try ask("join", ["family", "join", family(), "--into", family(), "--reason", "together"]))
  }

  /// Two of one family who are not its head: of two sons of one name, nobody knows better.
  private mutating func merge() throws {
    let others = Array(try members(of: family()).dropFirst())
    guard others.count > 1, let one = others.last, let other = others.first else { return }
    let answer = try ask("merge", ["person", "merge", one, other, "--reason", "one child"])
    if answer != nil { desk.with { $0.merged.append(max(one, other)) } }
  }

  private mutating func unmerge() throws {
    guard let person = moments.one(of: desk.with { $0.merged }) else { return }
    let answer = try ask("unmerge", ["person", "unmerge", person, "--reason", "twins"])
    if answer != nil { desk.with { desk in desk.merged.removeAll { $0 == person } } }
  }

  private mutating func undo() throws {
    let family = desk.with { $0.families.last } ?? ""
    learn(try ask("undo", ["family", "undo", family, "--reason", "a mistake"]))
  }

  /// The families of an answer and the inclusions that they have now.
  private func learn(_ answer: JSON?) {
    for side in answer?["families"].elements ?? [] {
      desk.with { desk in
        if let family = side["family"].text, !desk.families.contains(family) {
          desk.families.append(family)
        }
        for inclusion in side["inclusions"].elements { desk.learn(inclusion) }
      }
    }
  }
}
