/// What a role allows.
package enum Permission: String, Hashable, Sendable, CaseIterable {
  case manageUsers = "manage-users"
  case registerFamilies = "register-families"
  case registerWorkers = "register-workers"
  case changeFamilies = "change-families"
  case resolveDoubles = "resolve-doubles"
  case readFamilies = "read-families"
  case loadOrders = "load-orders"
  case adoptRules = "adopt-rules"
  case includeFamilies = "include-families"
  case grantAllowances = "grant-allowances"
  case preparePayments = "prepare-payments"
  case approvePayments = "approve-payments"
  case keepEmployers = "keep-employers"
  case issuePermits = "issue-permits"
  case readPermits = "read-permits"
  case readReports = "read-reports"
  case publishReports = "publish-reports"
  case audit = "audit"

  /// For people, in a sentence that starts "may".
  package var meaning: String {
    switch self {
    case .manageUsers: "add users and give them roles"
    case .registerFamilies: "register families, one by one or from files"
    case .registerWorkers: "register persons who come to work, without a family"
    case .changeFamilies: "record what happens to families and people, and correct what is held"
    case .resolveDoubles: "decide who is one person, merge two numbers and take them apart"
    case .readFamilies: "find families and read what is held about them"
    case .loadOrders: "load the orders that give places and money to regions"
    case .adoptRules: "adopt a new version of a figure of the law"
    case .includeFamilies: "include families in a quota and release their places"
    case .grantAllowances: "grant allowances and explain them"
    case .preparePayments: "keep accounts, make payment registers and read the bank's answers"
    case .approvePayments: "approve payment registers that another official made"
    case .keepEmployers: "keep employers, their staff and violations"
    case .issuePermits: "take applications for work permits, decide on them and issue them"
    case .readPermits: "see employers, permits and who holds them"
    case .readReports: "make reports and see how quotas and budgets are used"
    case .publishReports: "make reports for publication, in which small figures are protected"
    case .audit: "read the trail and verify the register"
    }
  }
}

/// A set of permissions that goes with a post.
package enum Role: String, Hashable, Sendable, CaseIterable {
  case administrator, registrar, commission, payments, approver, labour, analyst, press, auditor

  package var permissions: [Permission] {
    switch self {
    case .administrator: Permission.allCases
    case .registrar:
      [
        .registerFamilies, .registerWorkers, .changeFamilies, .resolveDoubles, .readFamilies,
        .readReports,
      ]
    case .commission: [.readFamilies, .includeFamilies, .readReports]
    case .payments: [.readFamilies, .grantAllowances, .preparePayments, .readReports]
    case .approver: [.readFamilies, .preparePayments, .approvePayments, .readReports]
    case .labour:
      [
        .registerWorkers, .readFamilies, .keepEmployers, .issuePermits, .readPermits, .readReports,
      ]
    case .analyst: [.loadOrders, .adoptRules, .readPermits, .readReports, .publishReports]
    case .press: [.publishReports]
    case .auditor: [.readFamilies, .readPermits, .readReports, .audit]
    }
  }

  /// Whom the role is for.
  package var meaning: String {
    switch self {
    case .administrator: "runs the register and may do everything in it"
    case .registrar: "takes applications at an adaptation centre or front office"
    case .commission: "keeps the regional commission's protocols"
    case .payments: "grants allowances, makes payment registers and accounts for them"
    case .approver: "approves payment registers and what is given up or given back"
    case .labour: "keeps employers and work permits at a labour department"
    case .analyst: "loads orders, adopts rules and reports to the ministry"
    case .press: "publishes figures, and sees no others"
    case .auditor: "asks who saw or changed what, and on what ground"
    }
  }
}
