extension FamilyGenerator {
  static let occupations = [
    "teacher", "driver", "herder", "farmer", "builder", "welder", "nurse", "cook", "tailor",
    "trader", "accountant", "engineer", "mechanic", "electrician", "doctor", "shopkeeper",
  ]

  /// The twenty regions by ISO 3166-2, weighted by where returnees of all years live.
  static let allRegions = Weighted<String>([
    ("KZ-10", 25), ("KZ-11", 40), ("KZ-15", 35), ("KZ-19", 140), ("KZ-23", 30), ("KZ-27", 25),
    ("KZ-31", 75), ("KZ-33", 45), ("KZ-35", 45), ("KZ-39", 30), ("KZ-43", 30), ("KZ-47", 135),
    ("KZ-55", 30), ("KZ-59", 25), ("KZ-61", 130), ("KZ-62", 10), ("KZ-63", 25), ("KZ-71", 40),
    ("KZ-75", 45), ("KZ-79", 40),
  ])

  /// Seven families in ten go to the eight regions in which kandas are settled in 2026.
  static let settlementRegions = Weighted<String>([
    ("KZ-55", 160), ("KZ-11", 130), ("KZ-10", 90), ("KZ-63", 100), ("KZ-59", 120),
    ("KZ-39", 110), ("KZ-23", 40), ("KZ-27", 50),
    ("KZ-15", 20), ("KZ-19", 30), ("KZ-31", 15), ("KZ-33", 15), ("KZ-35", 25), ("KZ-43", 10),
    ("KZ-47", 20), ("KZ-61", 20), ("KZ-62", 10), ("KZ-71", 15), ("KZ-75", 10), ("KZ-79", 10),
  ])
}
