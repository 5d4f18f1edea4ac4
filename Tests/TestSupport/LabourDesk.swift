import Domain

/// A labour department at the keyboard: an employer, workers who have come, and places of quotas.
package struct LabourDesk {
  package let desk: CommandDesk

  /// The BIN of the employer, a company of construction in Almaty.
  package static let employer = "190740000011"
  /// The IIN of a private person who employs in the household.
  package static let household = "850615300012"

  /// Six workers of China, by their numbers.
  package let workers: [String]

  package init() throws {
    desk = try CommandDesk()
    var workers: [String] = []
    for (index, name) in ["WEI", "JUN", "BO", "TAO", "MING", "HUI"].enumerated() {
      let line =
        "person register --family-name-latin LI --given-name-latin \(name) --sex M "
        + "--birth-date 198\(index)-02-03 --citizenship CHN --reason 'comes to work' "
        + "--today 2016-10-01 --json"
      workers.append(try JSON(Self.done(desk.run(line)).out)["person"].text ?? "")
    }
    self.workers = workers
    _ = try Self.done(
      desk.run(
        "employer register \(Self.employer) --name 'Saryarka Qurylys' --form company "
          + "--region KZ-75 --section F --size large"))
    _ = try Self.done(
      desk.run(
        "employer register \(Self.household) --name 'A. Sadykova' --form private-person "
          + "--region KZ-75"))
  }

  package static func done(_ answer: CommandDesk.Answer) throws -> CommandDesk.Answer {
    guard answer.exit == 0 else { throw Failure(.fault, answer.err) }
    return answer
  }

  /// Runs a line on a day, and gives its JSON; throws where it is refused.
  @discardableResult
  package func run(_ line: String, on day: String) throws -> JSON {
    try JSON(Self.done(desk.run("\(line) --today \(day) --json")).out)
  }

  /// The code with which a line is refused on a day, and its sentence.
  package func refusal(_ line: String, on day: String) throws -> (code: String, text: String) {
    let answer = desk.run("\(line) --today \(day) --json")
    let error = try JSON(answer.out)["error"]
    return (error["code"].text ?? "exit \(answer.exit)", error["message"].text ?? answer.out)
  }

  /// An order that gives places of a quota to regions; it comes after those that ship.
  package func order(_ kind: String, _ year: Int, _ places: [String: Int]) throws {
    let from = [2025: "2025-12-01", 2026: "2026-01-05"][year] ?? "\(year)-01-01"
    let rows = Samples.permitOrder(kind, year, places, from: from, isWhole: true)
    try desk.write(rows, to: "order.csv")
    _ = try Self.done(desk.run("quota order @order.csv"))
  }

  package func staff(_ counts: String, asOf day: String) throws {
    let words = counts.split(separator: " ").map { "--count \($0)" }.joined(separator: " ")
    _ = try Self.done(desk.run("employer staff \(Self.employer) --as-of \(day) \(words)"))
  }

  /// What an application of the employer says, without its term.
  package func application(
    _ kind: String, worker: Int = 0, section: String = "F", region: String = "KZ-75",
    posted: String? = nil
  ) -> String {
    var words = "--kind \(kind) --employer \(Self.employer) --person \(workers[worker]) "
    words += "--region \(region) --section \(section) --post engineer "
    words += "--papers application,passport,qualification --qualified yes"
    if let posted { words += " --vacancy V-\(worker) --posted \(posted)" }
    return words
  }

  /// Applies, approves, asks for the fee, pays and issues, all on one day; gives the permit's number.
  package func issue(_ application: String, fee: String, on day: String) throws -> String {
    let permit = try run("permit apply \(application)", on: day)["permit"].text ?? ""
    try finish(permit, fee: fee, on: day)
    return permit
  }

  /// From an application to the issue.
  package func finish(_ permit: String, fee: String, on day: String) throws {
    try run("permit approve \(permit)", on: day)
    try run("permit notice \(permit)", on: day)
    try run("permit pay \(permit) --amount \(fee) --document receipt", on: day)
    try run("permit issue \(permit)", on: day)
  }

  /// A season of 90 days in Almaty and in the region about it: asked for, agreed to, approved, and the
  /// fee asked for.
  package func noticedInTwoRegions(on day: String) throws -> String {
    try order("labour-seasonal", 2026, ["KZ-75": 1, "KZ-19": 1])
    let line = application("SEAS", section: "A") + " --days 90 --other-region KZ-19"
    let permit = try run("permit apply \(line)", on: day)["permit"].text ?? ""
    try run("permit agree \(permit) --region KZ-19 --document letter", on: day)
    try run("permit approve \(permit)", on: day)
    try run("permit notice \(permit)", on: day)
    return permit
  }

  /// What a region's quota has on a day: allotted, reserved, used, free.
  package func usage(_ kind: String, _ year: Int, _ region: String, on day: String) throws
    -> [Int64?]
  {
    let answer = try JSON(
      desk.run("quota usage --year \(year) --kind \(kind) --on \(day) --today \(day) --json").out)
    let row = answer["rows"].elements.first { $0["region"].text == region }
    return ["allotted", "reserved", "used", "free"].map { row?[$0].number }
  }
}
