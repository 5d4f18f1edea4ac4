package import Domain
internal import Seeds

/// What a use case is given beside the database: the day, the moment, and the reference data.
package struct Facts: Sendable {
  /// The day on which the office acts.
  package var today: LocalDate
  /// The moment at which it becomes known.
  package var now: Instant
  /// Who acts: what one official made another must approve.
  package var user: String

  package init(today: LocalDate, now: Instant, user: String = "") {
    self.today = today
    self.now = now
    self.user = user
  }

  /// The day on which something was done: the given one, or today; throws `date.order` for one
  /// that is still to come.
  func day(_ given: LocalDate?) throws(Failure) -> LocalDate {
    let day = given ?? today
    guard day <= today else {
      throw Failure(.dateOrder, "\(day) is still to come; today is \(today)")
    }
    return day
  }
}

/// The reference data of this binary, each read from the seeds when first asked for.
package enum Reference {
  package static func regions() throws(Failure) -> RegionRegister { try loadedRegions.get() }
  package static func regionTiles() throws(Failure) -> [RegionTile] { try loadedTiles.get() }
  package static func countries() throws(Failure) -> CountryRegister { try loadedCountries.get() }
  /// What dated facts about people may say.
  package static func factValues() throws(Failure) -> FactValues { try loadedFactValues.get() }
  package static func settlement() throws(Failure) -> SettlementRegions {
    try loadedSettlement.get()
  }
  /// The years of each kind of quota, and what they count.
  package static func quotaTerms() throws(Failure) -> QuotaTerms { try loadedTerms.get() }
  /// The quota of foreign labour as it was printed, year by year.
  package static func labourQuotas() throws(Failure) -> [LabourQuotaYear] {
    try loadedLabourQuotas.get()
  }
  /// How many foreigners held permits, as it was printed.
  package static func labourStock() throws(Failure) -> [LabourStock] { try Seeds.labourStock() }
  /// Statistics that others printed, each table with its checks.
  package static func statistics() throws(Failure) -> [StatisticsTable] {
    try loadedStatistics.get()
  }
  /// From and to what age people are of working age.
  package static func ageLimits() throws(Failure) -> AgeLimits { try loadedAgeLimits.get() }
  /// From which count on figures are published on a day; throws `parameter.unknown` where no rule is.
  package static func protection(on day: LocalDate) throws(Failure) -> ProtectionRule {
    guard let rule = try loadedProtection.get().first(where: { $0.period.contains(day) }) else {
      throw Failure(.parameterUnknown, "no rule protects small figures on \(day)")
    }
    return rule
  }
  /// Who works without a permit, and which permit a post takes.
  package static func permitNeedRules() throws(Failure) -> PermitNeedRules {
    try loadedPermitNeed.get()
  }
  /// Who goes before whom in the waiting list.
  package static func queuePriorities() throws(Failure) -> QueuePriorities {
    try loadedPriorities.get()
  }
  /// How commissions decide.
  package static func commissionRules() throws(Failure) -> CommissionRules {
    try loadedCommissionRules.get()
  }
  /// What the budget pays for.
  package static func budgetProgrammes() throws(Failure) -> BudgetProgrammes {
    try loadedProgrammes.get()
  }
  /// How many officials approve a payment register.
  package static func approvalRules() throws(Failure) -> ApprovalRules {
    try loadedApprovalRules.get()
  }
  /// When money must come back.
  package static func recoveryRules() throws(Failure) -> RecoveryRules {
    try loadedRecoveryRules.get()
  }
  /// The sections of economic activity.
  package static func sections() throws(Failure) -> ActivitySections { try loadedSections.get() }
  package static func districts() throws(Failure) -> DistrictRegister {
    try loadedDistricts.get()
  }
  package static func zones() throws(Failure) -> ZoneRegister { try loadedZones.get() }
  package static func rules() throws(Failure) -> RuleBook { try loadedRules.get() }
  package static func calendar() throws(Failure) -> WorkingCalendar { try loadedCalendar.get() }

  /// What schemes ask for beside their rates.
  package static func allowanceConditions() throws(Failure) -> AllowanceConditions {
    try loadedConditions.get()
  }

  /// All dated data of permits to work, as they are built in.
  package static func permits() throws(Failure) -> PermitBook { try loadedPermits.get() }

  /// Reads a table of permit rules, or of their fees, as if it were the seeds' own.
  package static func readPermitRules(_ bytes: [UInt8]) throws(Failure) -> PermitRules {
    try Seeds.permitRules(bytes)
  }
  package static func readPermitFees(_ bytes: [UInt8]) throws(Failure) -> PermitFees {
    try Seeds.permitFees(bytes)
  }

  /// Which articles of the law are followed.
  package static func lawCoverage() throws(Failure) -> [LawArticle] { try loadedCoverage.get() }

  /// Reads a file of rules as if it were among the seeds; `key` is its path without the ending.
  ///
  /// Throws `rule.malformed`, naming the key and the place.
  package static func readRule(_ key: String, _ bytes: [UInt8]) throws(Failure) -> Parameter {
    try RuleFile.parameter(key, bytes)
  }

  /// Reads a table of the monthly calculation index as if it were the seeds' own.
  package static func readIndices(_ bytes: [UInt8]) throws(Failure) -> [MCI] {
    try Seeds.indices(bytes)
  }

  /// The file of a figure as it is built in; `mci` is the index, and the two tables of permits have
  /// their own names.
  ///
  /// Throws `parameter.unknown` for a key that has none.
  package static func ruleFile(_ key: String) throws(Failure) -> [UInt8] {
    if key == Rules.index { return try Seeds.file("Reference/mci.csv") }
    if Permits.keys.contains(key) { return try Seeds.file("Permits/\(key).csv") }
    guard ParameterKey(rawValue: key) != nil else {
      throw Failure(.parameterUnknown, "“\(key)” is no figure that Kosh reckons with")
    }
    return try Seeds.file("Rules/\(key).json")
  }

  package static func matchWeights() throws(Failure) -> MatchWeights { try loadedWeights.get() }

  /// What the reasons for a region weigh.
  package static func placementWeights() throws(Failure) -> PlacementWeights {
    try loadedPlacement.get()
  }

  private typealias Loaded<Value> = Result<Value, Failure>

  private static let loadedLabourQuotas = Loaded { () throws(Failure) in
    try Seeds.labourQuotas()
  }
  private static let loadedStatistics = Loaded { () throws(Failure) in
    try Seeds.statistics(countries())
  }
  private static let loadedProtection = Loaded { () throws(Failure) in try Seeds.protection() }
  private static let loadedAgeLimits = Loaded { () throws(Failure) in try Seeds.ageLimits() }
  private static let loadedTerms = Loaded { () throws(Failure) in try Seeds.quotaTerms() }
  private static let loadedPermitNeed = Loaded { () throws(Failure) in
    try Seeds.permitNeedRules(countries())
  }
  private static let loadedPriorities = Loaded { () throws(Failure) in
    try Seeds.queuePriorities()
  }
  private static let loadedCommissionRules = Loaded { () throws(Failure) in
    try Seeds.commissionRules()
  }
  private static let loadedProgrammes = Loaded { () throws(Failure) in
    try Seeds.budgetProgrammes()
  }
  private static let loadedConditions = Loaded { () throws(Failure) in
    try Seeds.allowanceConditions()
  }
  private static let loadedRecoveryRules = Loaded { () throws(Failure) in
    try Seeds.recoveryRules()
  }
  private static let loadedApprovalRules = Loaded { () throws(Failure) in
    try Seeds.approvalRules()
  }
  private static let loadedSections = Loaded { () throws(Failure) in
    try Seeds.activitySections()
  }
  private static let loadedPermits = Loaded { () throws(Failure) in try Seeds.permits() }
  private static let loadedCoverage = Loaded { () throws(Failure) in try Seeds.lawCoverage() }
  private static let loadedRegions = Loaded { () throws(Failure) in try Seeds.regions() }
  private static let loadedTiles = Loaded { () throws(Failure) in try Seeds.regionTiles() }
  private static let loadedCountries = Loaded { () throws(Failure) in try Seeds.countries() }
  private static let loadedFactValues = Loaded { () throws(Failure) in
    FactValues(
      countries: try countries(), languages: try Seeds.languages(), needs: try Seeds.needs(),
      statuses: try Seeds.statuses(), residences: try Seeds.residences())
  }
  private static let loadedSettlement = Loaded { () throws(Failure) in
    try Seeds.settlementRegions(regions())
  }
  private static let loadedDistricts = Loaded { () throws(Failure) in
    try Seeds.districts(regions())
  }
  private static let loadedZones = Loaded { () throws(Failure) in try Seeds.zones(regions()) }
  private static let loadedRules = Loaded { () throws(Failure) in try Seeds.rules() }
  private static let loadedWeights = Loaded { () throws(Failure) in try Seeds.matchWeights() }
  private static let loadedPlacement = Loaded { () throws(Failure) in
    try Seeds.placementWeights()
  }
  private static let loadedCalendar = Loaded { () throws(Failure) in try Seeds.workingCalendar() }
}
