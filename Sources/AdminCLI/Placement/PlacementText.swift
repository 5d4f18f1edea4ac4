import Domain
import Reports
import Services

/// Advice on placement, for people and as CSV.
struct PlacementText {
  let advice: PlacementAdvice
  let factorsFile: String?
  let language: Language

  init(_ advice: PlacementAdvice, factorsFile: String?, language: Language) {
    self.advice = advice
    self.factorsFile = factorsFile
    self.language = language
  }

  var board: PlacementBoard { advice.board }

  // MARK: One family

  func page(ofFamily index: Int) -> String {
    let family = board.families[index]
    let people = Self.counted(family.people, "person", "people")
    var text = "\(family.number): \(people), \((index + 1).grouped) of "
    text += "\(board.families.count.grouped) families that wait for places of "
    text += "\(board.kind.rawValue) \(board.year) on \(board.on)\n"
    text += "\(notPlanned)\(advised(index))\n\n"
    let worths = board.worths[index]
    let order = worths.indices.sorted { (worths[$1].points, $0) < (worths[$0].points, $1) }
    let width = board.regions.map { DisplayWidth.of($0.name[language]) }.max() ?? 0
    for region in order {
      let row = board.regions[region]
      let name = DisplayWidth.pad(row.name[language], to: width)
      let points = DisplayWidth.pad("\(worths[region].points)", to: 4, right: true)
      let free = DisplayWidth.pad(row.open.grouped, to: 6, right: true)
      text += "\(row.code)  \(name)\(points) points\(free) free"
      text += "   one more place: \(Self.price(advice.plan.prices[region]))\n"
      let reasons = Self.reasons(worths[region])
      if !reasons.isEmpty { text += "       \(reasons)\n" }
    }
    for sentence in sentences(ofFamily: index) { text += "\n\(sentence)\n" }
    let aside = board.regions.reduce(0) { $0 + $1.setAside }
    if aside > 0 { text += "\nSet aside for those decided for: \(Self.places(aside))\n" }
    return text + "\n\(basis)"
  }

  private func advised(_ index: Int) -> String {
    guard let region = advice.region(of: index) else { return "Advised: to wait" }
    guard advice.points(of: index) > 0 else {
      return "Advised: \(named(region)), though nothing that is known speaks for it"
    }
    let points = Self.counted(advice.points(of: index), "point", "points")
    return "Advised: \(named(region)), worth \(points) to each of its people"
  }

  /// Why the family is not advised to go where it is worth more.
  func sentences(ofFamily index: Int) -> [String] {
    let here = advice.region(of: index).map { advice.plan.prices[$0] }
    return advice.why(index).map { why in
      switch why {
      case .tooFewPlaces(let needed):
        return "No region has \(Self.counted(needed, "free place", "free places"))."
      case .outbid(let region, let points):
        let there = advice.plan.prices[region]
        let more = Self.counted(points, "point", here == nil ? "points" : "points more")
        var text = "\(named(region)) is worth \(more) to each of them, but its places go to "
        text += "others: one more there would bring the plan \(Self.price(there))"
        if let here { text += ", one more where it is advised \(Self.price(here))" }
        return text + "."
      }
    }
  }

  private var notPlanned: String {
    guard board.notPlanned > 0 else { return "" }
    let waits = board.notPlanned == 1 ? "waits behind them and is" : "wait behind them and are"
    return "\(board.notPlanned.grouped) more \(waits) not planned for\n"
  }

  // MARK: The queue

  var totals: String {
    let plan = advice.plan
    let people = board.families.reduce(0) { $0 + $1.people }
    let free = board.regions.reduce(0) { $0 + $1.free }
    let decided = board.decided.count { $0.hasPlaces }
    var text = "\(board.kind.name[language]) \(board.year) on \(board.on): "
    text += "\(Self.counted(board.families.count, "family waits", "families wait")) "
    text += "(\(people.grouped) people) for \(Self.counted(free, "free place", "free places"))\n"
    text += notPlanned
    if !board.decided.isEmpty {
      text += "\(Self.counted(board.decided.count, "family is", "families are")) decided for, "
      text += "\(decided.grouped) with places set aside\n"
    }
    text += "\n"
    let width = board.regions.map { DisplayWidth.of($0.name[language]) }.max() ?? 0
    let given = advice.given
    for (index, region) in board.regions.enumerated() {
      text += "\(region.code)  \(DisplayWidth.pad(region.name[language], to: width))"
      text += "\(DisplayWidth.pad(region.free.grouped, to: 6, right: true)) free"
      text += "\(DisplayWidth.pad(region.setAside.grouped, to: 6, right: true)) set aside"
      text += "\(DisplayWidth.pad(given[index].grouped, to: 6, right: true)) given"
      let left = (region.open - given[index]).grouped
      text += "\(DisplayWidth.pad(left, to: 6, right: true)) left"
      text += "   one more place: \(Self.price(plan.prices[index]))\n"
    }
    let placed = plan.placement.regions.count { $0 != nil }
    let waits = board.families.count - placed
    text += "\nPlan           \(Self.sum(plan.placement)): "
    text += "\(Self.counted(placed, "family is", "families are")) placed, \(waits.grouped) wait\n"
    text += "Bound          \(Self.places(plan.peopleBound)), worth \(plan.worthBound.grouped): "
    text += "\(Self.gap(plan))\n"
    text += line("In order     ", advice.inOrder) + line("Dearest first", advice.dearestFirst)
    return text + basis
  }

  private func line(_ name: String, _ other: Placement) -> String {
    "\(name)  \(Self.sum(other)): \(better(than: other))\n"
  }

  var list: String {
    var text = board.families.isEmpty && board.decided.isEmpty ? "" : "\n"
    for decided in board.decided {
      let people = DisplayWidth.pad("\(decided.family.people)", to: 2, right: true)
      text += "\(decided.family.number) \(people)  \(decided.decision.chosen)  "
      text += "decided on \(decided.decision.on)"
      text += decided.hasPlaces ? "\n" : ", and too few places are free\n"
    }
    for (index, family) in board.families.enumerated() {
      let people = DisplayWidth.pad("\(family.people)", to: 2, right: true)
      text += "\(family.number) \(people)  "
      if let region = advice.region(of: index) {
        let worth = board.worths[index][region]
        text += "\(board.regions[region].code)  \(worth.points)"
        text += worth.reasons.isEmpty ? "\n" : "  \(Self.reasons(worth))\n"
      } else {
        text += "waits\(dearest(index).map { "  \($0)" } ?? "")\n"
      }
    }
    return text
  }

  private func dearest(_ index: Int) -> String? {
    guard let region = advice.dearest(to: index) else { return nil }
    let points = board.worths[index][region].points
    return points == 0 ? nil : "\(board.regions[region].code) is worth \(points) to it"
  }

  var csv: String {
    var text = ""
    CSVWriter.append(
      row: [
        "position", "family", "people", "places", "region", "points", "reasons", "dearest_region",
        "dearest_points",
      ], to: &text)
    for (index, family) in board.families.enumerated() {
      let (region, dearest) = (advice.region(of: index), advice.dearest(to: index))
      CSVWriter.append(
        row: [
          "\(index + 1)", "\(family.number)", "\(family.people)", "\(family.places)",
          region.map { board.regions[$0].code } ?? "", "\(advice.points(of: index))",
          region.map { Self.reasons(board.worths[index][$0]) } ?? "",
          dearest.map { board.regions[$0].code } ?? "",
          dearest.map { "\(board.worths[index][$0].points)" } ?? "",
        ], to: &text)
    }
    return text
  }

  // MARK: Words

  /// What the points rest on.
  private var basis: String {
    let weights = board.weights.map { weight in
      let points = weight.points.map { "\($0), at most " } ?? "as given, at most "
      return "\(weight.kind.rawValue) \(points)\(weight.most)"
    }
    let standings = Set(board.weights.map(\.citation.standing.rawValue)).sorted()
    var text = "The points are a choice and no law (\(standings.joined(separator: ", "))): "
    text += "\(weights.joined(separator: "; "))\n"
    if factorsFile == nil {
      let given = PlacementReason.Kind.given.map(\.rawValue).joined(separator: ", ")
      text += "Not given, and worth nothing here: \(given) (--factors FILE)\n"
    }
    return text
  }

  func named(_ region: Int) -> String {
    "\(board.regions[region].name[language]) (\(board.regions[region].code))"
  }

  static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number.grouped) \(number == 1 ? one : many)"
  }

  private static func places(_ number: Int) -> String { counted(number, "place", "places") }

  private static func sum(_ placement: Placement) -> String {
    "\(places(placement.people)), worth \(placement.worth.grouped)"
  }

  /// `wish 30; kin F-2026-000002-P 20; occupation driver 15`.
  static func reasons(_ worth: RegionWorth) -> String {
    let words = worth.reasons.map { reason in
      let subject = reason.kind == .wish ? "" : " \(reason.subject)"
      return DisplayWidth.safe("\(reason.kind.rawValue)\(subject) \(reason.points)")
    }
    return words.joined(separator: "; ")
  }

  /// `1 person and 62 points`; `62 points` where nobody else would be placed.
  static func price(_ price: PlacementPlan.Price) -> String {
    let points = "\(price.worth < 0 ? "−" : "")\(counted(abs(price.worth), "point", "points"))"
    guard price.people != 0 else { return points }
    return "\(counted(price.people, "person", "people")) and \(points)"
  }

  private static func gap(_ plan: PlacementPlan) -> String {
    if plan.isProvenBest { return "no plan is better" }
    var words: [String] = []
    let short = plan.peopleBound - plan.placement.people
    if short > 0 {
      words.append("at most \(counted(short, "person", "people")) more could be placed")
    }
    words.append("the worth is within \(plan.gapPerMillion.grouped) millionths of the best")
    return words.joined(separator: "; ")
  }

  /// What the plan has over another way, in people and in worth.
  private func better(than other: Placement) -> String {
    let plan = advice.plan.placement
    guard (plan.people, plan.worth) != (other.people, other.worth) else { return "as good" }
    let people = plan.people - other.people
    let more = Self.percent(plan.worth, over: other.worth)
    let placed = people > 0 ? "places \(Self.counted(people, "person", "people")) more and " : ""
    return "the plan \(placed)is worth \(more) more"
  }

  /// The share by which a worth is above another, in tenths of a percent: `37.7 %`.
  static func percent(_ worth: Int, over other: Int) -> String {
    guard case .percent(let tenths) = Cell.share(Int64(worth - other), of: Int64(other)) else {
      return "…"
    }
    return "\(tenths < 0 ? "−" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10) %"
  }
}
