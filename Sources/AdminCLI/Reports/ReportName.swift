import Domain
import Reports

/// The reports there are.
enum ReportName: String, CaseIterable {
  case ages
  case allowances
  case allowanceSummary = "allowance-summary"
  case arrivals
  case budget
  case dataQuality = "data-quality"
  case dataWorklist = "data-worklist"
  case differences
  case families
  case integration
  case labourQuota = "labour-quota"
  case labourStock = "labour-stock"
  case localContent = "local-content"
  case migrationBalance = "migration-balance"
  case payments
  case permitFees = "permit-fees"
  case permits
  case permitsExpiring = "permits-expiring"
  case quotaUsage = "quota-usage"
  case recoveries
  case regionalBulletin = "regional-bulletin"
  case resettlement
  case statistics
  case violations

  /// Whether its rows are of single people, employers or decisions about them.
  var namesPeople: Bool {
    switch self {
    case .allowances, .dataWorklist, .differences, .localContent, .payments, .permitsExpiring,
      .recoveries, .violations:
      true
    default: false
    }
  }

  /// Whether its counts are of people of this register: figures that others printed, and money, are
  /// published as they are.
  var countsPeople: Bool {
    switch self {
    case .budget, .labourQuota, .labourStock, .migrationBalance, .statistics: false
    default: true
    }
  }

  var summary: String {
    switch self {
    case .ages: "men and women of the families, in steps of five years"
    case .allowances: "the register of granted allowances, with totals by region"
    case .allowanceSummary:
      "what was granted, paid and returned, by scheme, region, source and month"
    case .arrivals: "those who arrived, by country, region, zone, age or education"
    case .budget: "the execution of the budget by programme, source and region"
    case .dataQuality: "what somebody should look at, by region and officer"
    case .dataWorklist: "the same of one region, with the numbers of families and persons"
    case .differences: "by how much grants of a region and year differ from what is known now"
    case .families: "families and their average size, by region"
    case .integration: "what became of those who arrived, by year of arrival"
    case .labourQuota: "the quota of foreign labour year by year, set and used"
    case .labourStock: "foreigners who hold work permits, as the sources give them"
    case .localContent: "the share of citizens in the staff of employers"
    case .migrationBalance: "the balance of migration year by year, as printed and as it adds up"
    case .payments: "the register of payments, by region and month"
    case .permitFees: "the fees of permits, paid and due, by region and kind"
    case .permits: "permits issued, extended and in force, by kind, section, region or country"
    case .permitsExpiring: "permits that end within 60 days, and what may follow them"
    case .recoveries: "what families owe back, by region"
    case .statistics: "tables that others printed, with the checks they fail; --table names one"
    case .regionalBulletin: "who came to one region, and what it granted and paid"
    case .resettlement: "who holds confirmed places, by receiving region and country of origin"
    case .quotaUsage: "the use of a quota by region, zone or month, and its pace; --by kind of all"
    case .violations: "what employers were found to have done, and until when it bars permits"
    }
  }
}

/// `kosh report list`: the reports there are.
struct ReportListCommand: Command {
  static let words = "report list"
  static let summary = "List the reports there are."
  static let examples = ["kosh report list"]

  init(_ arguments: Arguments) throws(Failure) {}

  func run(in context: Context) throws(Failure) {
    let width = ReportName.allCases.map(\.rawValue.count).max() ?? 0
    let lines = ReportName.allCases.map { name in
      let padding = String(repeating: " ", count: width - name.rawValue.count)
      return "\(name.rawValue)\(padding)  \(name.summary)\n"
    }
    let values = ReportName.allCases.map { name -> JSONValue in
      ["name": .string(name.rawValue), "summary": .string(name.summary)]
    }
    context.console.answer(.array(values), lines.joined())
  }
}
