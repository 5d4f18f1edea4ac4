import Domain
import TestSupport
import Testing

/// What holds for every command: documented fields, dry runs, keys and roles.
@Suite("The contract of commands")
struct ContractTests {
  /// A register with the three families of the intake file; the first holds confirmed places and
  /// has its allowance.
  private static func stocked() throws -> CommandDesk {
    let desk = try DeskFiles.desk()
    for line in [
      "family import @intake.csv", "quota include F-2026-000001-R --protocol 12",
      "allowance grant F-2026-000001-R --decision 7",
      "employer register 190740000041 --name Office --form state --region KZ-55",
    ] {
      let answer = desk.run(line)
      try #require(answer.exit == 0, "\(line): \(answer.err)")
    }
    return desk
  }

  static let fields: [(line: String, fields: [String])] = [
    (
      "family import @intake.csv --json",
      ["families", "matches", "persons", "read", "rejects", "warnings"]
    ),
    (
      "quota usage --year 2026 --kind kandas --json",
      ["by", "kind", "on", "orders", "part", "rows", "total", "undistributed", "unit", "year"]
    ),
    (
      "place advise --queue --json",
      [
        "bound", "dearest_first", "decided", "digest", "factors", "families", "in_order", "kind",
        "not_planned", "on", "plan", "regions", "unit", "weights", "year",
      ]
    ),
    (
      "place advise F-2026-000002-P --json",
      [
        "advised", "digest", "factors", "family", "kind", "not_planned", "on", "people", "places",
        "points", "position", "regions", "unit", "waiting", "weights", "why", "year",
      ]
    ),
    (
      "place decide F-2026-000002-P --json",
      [
        "advised", "as_advised", "chosen", "digest", "family", "kind", "on", "people", "places",
        "reason", "waiting", "wished", "year",
      ]
    ),
    (
      "place outcomes --json", ["as_advised", "decisions", "kind", "on", "otherwise", "year"]
    ),
    (
      "permit quote --kind SEAS --days 180 --json",
      [
        "amount", "arithmetic", "citation", "currency", "kind", "mci", "multiple_mci", "notes",
        "on", "regions", "section", "standing", "term", "total",
      ]
    ),
    ("permit kinds SEAS --json", ["grounds", "kinds", "on"]),
    ("permit expiring --json", ["count", "permits", "today", "within"]),
    (
      "permit check --kind SELF --person P-2026-000001-8 --region KZ-55 --post cook --months 3 --json",
      [
        "checks", "employer", "fee", "kind", "on", "passes", "person", "refused_by",
      ]
    ),
    (
      "permit apply --kind SELF --person P-2026-000001-8 --region KZ-55 --post cook --months 3 "
        + "--papers application,passport,qualification --json",
      [
        "actions", "applied_on", "citizenship", "due", "employer", "employer_name", "followed_by",
        "from", "kind", "monthly_income", "name", "occupation", "of", "papers", "payments",
        "permit", "person", "post", "qualified", "recruitment_cost", "regions", "request",
        "section", "state", "steps", "term", "trips", "until", "vacancy", "vacancy_on",
      ]
    ),
    (
      "allowance quote --members 3 --on 2026-05-01 --json",
      [
        "currency", "kind", "lines", "mci", "notes", "on", "people", "rounding", "standing",
        "total",
      ]
    ),
    (
      "allowance explain F-2026-000001-R --json",
      [
        "commitments", "currency", "decision", "division", "due", "family", "grant", "inclusion",
        "kind", "lines",
        "mci", "notes",
        "on", "people", "recorded_at", "recorded_by", "region", "rounding", "since",
        "standing", "terms", "total",
      ]
    ),
    ("allowance eligible F-2026-000001-R --json", ["family", "on", "schemes"]),
    (
      "rules adopt @rule.json --figure relocation/head --document d --json",
      ["adopted_on", "changes_from", "document", "key", "sha256", "unknown", "values"]
    ),
    (
      "rules show mci --json", ["adopted", "checked_on", "key", "title", "unit", "values"]
    ),
    (
      "family show F-2026-000001-R --json",
      [
        "arrival_date", "destination_region", "due", "ending", "events", "family", "grants",
        "inclusions", "marriages", "members", "on", "origin_country", "origin_place", "phone",
        "registered_on", "residence", "size", "submissions",
      ]
    ),
    (
      "person show P-2026-000001-8 --json",
      [
        "adult", "age", "asked", "birth_date", "died", "documents", "ethnicity", "facts",
        "families", "family_phones", "iin", "merged", "names", "on", "person", "sex",
      ]
    ),
    (
      "permit needed --citizenship CHN --post specialist --json",
      [
        "citation", "citizen", "citizenships", "employers", "exemptions", "kind", "kind_name",
        "needed", "notes", "on", "person", "post", "standing", "statuses",
      ]
    ),
    (
      "person timeline P-2026-000001-8 --json",
      ["gaps", "if_ends", "overlaps", "person", "shows_permits", "spans"]
    ),
    (
      "family head F-2026-000001-R P-2026-000002-6 --reason ill --json", ["event", "family"]
    ),
    ("family history F-2026-000001-R --json", ["events", "family"]),
    (
      "person compare P-2026-000001-8 P-2026-000005-Z --json",
      ["case", "contradictions", "different", "differs", "left", "one", "right"]
    ),
    ("match list --json", ["pairs", "total"]),
    (
      "employer show 190740000041 --json",
      [
        "barred_until", "employer", "form", "identifier", "name", "on", "region", "section", "size",
        "staff", "violations",
      ]
    ),
    ("budget show --json", ["on", "orders", "rows", "total", "totals"]),
    (
      "budget forecast --json",
      ["each", "on", "programme", "rows", "standing", "total", "year"]
    ),
    (
      "quota include F-2026-000002-P --json",
      [
        "counted_on", "current_people", "current_places", "family", "inclusion", "kind", "people",
        "places", "protocol", "protocol_date", "reason", "region", "state", "state_on", "unit",
        "warnings", "year",
      ]
    ),
    (
      "quota apply F-2026-000002-P --json",
      [
        "applied_on", "document", "families", "family", "kind", "people", "people_before",
        "position", "priority", "reason", "region", "state",
      ]
    ),
    ("quota queue --json", ["families", "kind", "on", "people", "queue", "year"]),
    ("commission show KZ-55 --json", ["members", "name", "on", "region", "rule", "voters"]),
    (
      "verify --json",
      ["acts", "checks", "clean", "data_digest", "families", "head", "persons", "rows"]
    ),
    (
      "match file @again.csv --json",
      ["families", "match", "none", "output", "read", "review", "unreadable"]
    ),
    ("match all --json", ["families", "listed", "match", "pairs", "persons", "review"]),
    ("family show F-2026-000002-P --db nowhere.db --json", ["error"]),
    (
      "family split F-2026-000001-R --member P-2026-000002-6 --head P-2026-000002-6 --reason divorce"
        + " --json",
      ["families", "kind", "on", "undone"]
    ),
  ]

  @Test("An answer in JSON has its documented fields", arguments: fields)
  func jsonFields(line: String, fields: [String]) throws {
    #expect(try JSON(Self.stocked().run(line).out).names == fields)
  }

  @Test("A row of usage has its documented fields")
  func usageRow() throws {
    let json = try JSON(Self.stocked().run("quota usage --year 2026 --kind kandas --json").out)
    #expect(
      json["rows"][5] == [
        "region": "KZ-55", "name": "Pavlodar Region", "allotted": 977, "reserved": 0, "used": 4,
        "free": 973, "overrun": 0, "share_used": "0.4", "runs_out_on": .null,
      ])
    #expect(json["total"].names == json["rows"][0].names)
  }

  @Test("A line of a history has its documented fields")
  func historyLine() throws {
    let desk = try Self.stocked()
    let act = try JSON(
      desk.run("family head F-2026-000001-R P-2026-000002-6 --reason ill --json").out)
    let history = try JSON(desk.run("family history F-2026-000001-R --json").out)
    #expect(
      act["event"].names == [
        "act", "detail", "document", "event", "known_at", "known_by", "on", "other_family",
        "person", "reason", "undone_by",
      ])
    #expect(history["events"][4] == act["event"])
    let kinds = (0..<5).map { history["events"][$0]["event"] }
    #expect(kinds == ["register", "include", "include", "grant", "head"])
  }

  static let writes: [String] =
    [
      "family register --given-name Ерлан --sex M", "family register @form.json",
      "family import @faulty.csv", "person record P-2026-000001-8 language kaz --reason told",
      "person end P-2026-000001-8 citizenship --on 2026-10-01 --reason told",
      "person add-name P-2026-000001-8 --given-name Nur --document x --reason told",
      "person add-document P-2026-000001-8 --type card --number 7 --reason told",
      "quota order @order.csv", "budget order @budget.csv",
      "rules adopt @rule.json --figure relocation/head --document d",
      "allowance grant F-2026-000001-R --kind rent --place rural",
      "quota include F-2026-000002-P --protocol 3", "quota include F-2026-000002-P",
      "quota release Q-2026-000001-W --reason left --protocol 9", "user add dana --role registrar",
      "user grant tester --role auditor",
      "quota transfer Q-2026-000001-W --to KZ-10 --reason kin --protocol 9",
      "quota return KZ-27 --places 2 --document 7 --reason unused",
      "quota apply F-2026-000002-P --priority skilled --reason doctor",
      "quota withdraw F-2026-000002-P --reason left",
      "commission appoint Асан --region KZ-55 --role chair --body akimat",
      "place decide F-2026-000002-P --region KZ-55 --reason kin",
      "employer register 190740000011 --name Saryarka --form company --region KZ-55",
      "employer correct 190740000041 --size large --reason told",
      "employer staff 190740000041 --as-of 2026-10-01 --count 3:KAZ=1",
      "employer violation 190740000041 --ground other --found 2026-10-01 --document 1",
    ] + acts

  /// One line for each act about a family.
  static let acts: [String] = [
    "family add-member F-2026-000001-R --relation other --given-name Ерлан --sex M --reason r",
    "family remove-member F-2026-000001-R P-2026-000002-6 --reason r --on 2027-01-01",
    "family birth F-2026-000002-P --given-name Айша --sex F --on 2026-10-01 --reason r",
    "family death F-2026-000001-R P-2026-000004-2 --on 2026-10-01 --reason r",
    "family marriage F-2026-000001-R P-2026-000001-8 P-2026-000002-6 --reason r",
    "family divorce F-2026-000001-R P-2026-000001-8 --reason r",
    "family head F-2026-000001-R P-2026-000002-6 --reason r",
    "family move F-2026-000001-R --region KZ-11 --reason r",
    "family correct F-2026-000001-R --phone +77000000002 --reason r",
    "person register --given-name-latin BO --sex M --reason 'comes to work'",
    "person correct P-2026-000001-8 --occupation driver --reason r",
    "family split F-2026-000001-R --member P-2026-000002-6 --head P-2026-000002-6 --reason divorce",
    "family join F-2026-000002-P --into F-2026-000001-R --reason marriage",
    "person merge P-2026-000001-8 P-2026-000007-V --reason same --despite typed "
      + "--leave F-2026-000003-N",
    "match decide P-2026-000001-8 P-2026-000007-V --different --reason namesakes",
  ]

  @Test("A dry run says what would happen, and changes nothing", arguments: writes)
  func dryRun(line: String) throws {
    let desk = try Self.stocked()
    let before = desk.run("verify").out
    let dry = desk.run("\(line) --dry-run")
    #expect(dry.err.contains("nothing was changed") || dry.out.contains("nothing was saved"))
    #expect(desk.run("verify").out == before)
    let real = desk.run(line)
    #expect(real.exit == dry.exit)
  }

  static let keyed: [String] =
    [
      "family register @form.json",
      "person record P-2026-000001-8 language kaz --reason told", "quota order @order.csv",
      "budget order @budget.csv",
      "rules adopt @rule.json --figure relocation/head --document d",
      "allowance grant F-2026-000001-R --kind rent --place rural",
      "quota include F-2026-000002-P --protocol 3", "user add dana --role registrar",
      "quota release Q-2026-000001-W --reason left --protocol 9",
      "quota transfer Q-2026-000001-W --to KZ-10 --reason kin --protocol 9",
      "quota return KZ-27 --places 2 --document 7 --reason unused",
      "quota apply F-2026-000002-P --priority skilled --reason doctor",
      "quota withdraw F-2026-000002-P --reason left",
      "commission appoint Асан --region KZ-55 --role chair --body akimat",
      "place decide F-2026-000002-P --region KZ-55 --reason kin",
      "employer register 190740000011 --name Saryarka --form company --region KZ-55",
      "employer correct 190740000041 --size large --reason told",
      "employer staff 190740000041 --as-of 2026-10-01 --count 3:KAZ=1",
      "employer violation 190740000041 --ground other --found 2026-10-01 --document 1",
    ] + acts

  @Test("Under one key a command acts once, and answers the same", arguments: keyed)
  func key(line: String) throws {
    let desk = try Self.stocked()
    let first = desk.run("\(line) --key front-office-17")
    #expect(first.exit == 0, "\(first.err)")
    let between = desk.run("verify").out
    let second = desk.run("\(line) --key front-office-17")
    #expect(second.out == first.out)
    #expect(second.exit == 0)
    #expect(desk.run("verify").out == between)
    let other = desk.run("user add botagoz --key front-office-17")
    #expect(other.exit == 5)
    #expect(other.err.hasPrefix("error: key.reused: "))
  }

  /// A line that needs each permission, without being refused for anything else.
  static let lines: [(permission: Permission, line: String)] = [
    (.manageUsers, "user add newcomer"),
    (.registerFamilies, "family register --given-name Ерлан --sex M"),
    (.registerWorkers, "person register --given-name-latin BO --sex M --reason work"),
    (.changeFamilies, "person record P-2026-000001-8 language kaz --reason told"),
    (.changeFamilies, "family move F-2026-000001-R --region KZ-11 --reason r"),
    (
      .changeFamilies,
      "family join F-2026-000003-N --into F-2026-000002-P --reason marriage"
    ),
    (.resolveDoubles, "match list"),
    (.readFamilies, "family show F-2026-000001-R"),
    (.loadOrders, "quota order @order.csv"), (.loadOrders, "budget order @budget.csv"),
    (.adoptRules, "rules adopt @rule.json --figure relocation/head --document d"),
    (.includeFamilies, "quota include F-2026-000002-P --protocol 3"),
    (.grantAllowances, "allowance explain F-2026-000001-R"),
    (.preparePayments, "payment account F-2026-000001-R KZ711251111111111111"),
    (
      .approvePayments,
      "payment payer --name Office --bin 190740000011 --account KZ86125KZT5004100100"
    ),
    (.keepEmployers, "employer staff 190740000041 --as-of 2026-10-01 --count 3:KAZ=1"),
    (.readPermits, "employer show 190740000041"), (.readPermits, "permit expiring"),
    (
      .issuePermits,
      "permit apply --kind SELF --person P-2026-000001-8 --region KZ-55 --post cook --months 3 "
        + "--papers application,passport,qualification"
    ),
    (.includeFamilies, "quota queue"), (.readReports, "quota usage --year 2026"),
    (.readReports, "budget show"), (.readReports, "commission show KZ-55"),
    (.readReports, "sitting list"), (.publishReports, "report families --publish"),
    (.audit, "verify"),
  ]

  @Test("Each role may do what its permissions say, and no more", arguments: Role.allCases)
  func roles(role: Role) throws {
    let desk = try Self.stocked()
    #expect(desk.run("user add dana --role \(role.rawValue)").exit == 0)
    #expect(Set(Self.lines.map(\.permission)) == Set(Permission.allCases))
    for (permission, line) in Self.lines {
      let answer = desk.run("\(line) --as dana")
      if role.permissions.contains(permission) {
        #expect(answer.exit == 0, "\(line): \(answer.err)")
      } else {
        #expect(answer.exit == 6)
        #expect(answer.err.hasPrefix("error: access.denied: “dana” may not "))
      }
    }
  }
}
