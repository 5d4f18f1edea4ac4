import Glibc

/// The program `kosh`: its commands, and the way from the process to the router.
package enum Program {
  package static let version = "0.1.0"
  /// The day of the version, as a manual page writes it.
  static let released = "November 23, 2026"

  /// Every command, in the order of help and of the reference.
  package static let commands: [any Command.Type] = [
    InitCommand.self, DemoCommand.self, DemoReapplyCommand.self,
    FamilyRegisterCommand.self, FamilyImportCommand.self, FamilyShowCommand.self,
    FamilyFindCommand.self, FamilyHistoryCommand.self, FamilyAddMemberCommand.self,
    FamilyRemoveMemberCommand.self, FamilyBirthCommand.self, FamilyDeathCommand.self,
    FamilyMarriageCommand.self, FamilyDivorceCommand.self, FamilyHeadCommand.self,
    FamilyMoveCommand.self, FamilyCorrectCommand.self, FamilySplitCommand.self,
    FamilyJoinCommand.self, FamilyUndoCommand.self,
    PersonRegisterCommand.self, PersonShowCommand.self, PersonFindCommand.self,
    PersonAddNameCommand.self, PersonAddDocumentCommand.self, PersonRecordCommand.self,
    PersonEndCommand.self, PersonDeathCommand.self, PersonCorrectCommand.self,
    PersonTimelineCommand.self, PersonCompareCommand.self, PersonMergeCommand.self,
    PersonUnmergeCommand.self,
    NameKeysCommand.self, NameCompareCommand.self,
    MatchFileCommand.self, MatchAllCommand.self, MatchListCommand.self, MatchDecideCommand.self,
    MatchCandidatesCommand.self, MatchIndexCommand.self, MatchKeysCommand.self,
    MatchEstimateCommand.self, MatchScoreCommand.self,
    QuotaOrderCommand.self, QuotaOrderListCommand.self, QuotaOrderShowCommand.self,
    QuotaOrderCompareCommand.self, QuotaIncludeCommand.self, QuotaConfirmCommand.self,
    QuotaReleaseCommand.self, QuotaTransferCommand.self, QuotaReturnCommand.self,
    QuotaApplyCommand.self, QuotaWithdrawCommand.self, QuotaQueueCommand.self,
    QuotaPromoteCommand.self, QuotaUsageCommand.self, QuotaOverrunCommand.self,
    CommissionAppointCommand.self, CommissionDismissCommand.self, CommissionShowCommand.self,
    SittingOpenCommand.self, SittingAddCommand.self, SittingDropCommand.self,
    SittingAttendCommand.self, SittingVoteCommand.self, SittingCloseCommand.self,
    SittingShowCommand.self, SittingListCommand.self,
    PlaceAdviseCommand.self, PlaceDecideCommand.self, PlaceOutcomesCommand.self,
    AllowanceQuoteCommand.self, AllowanceEligibleCommand.self, AllowanceGrantCommand.self,
    AllowanceExplainCommand.self,
    BudgetOrderCommand.self, BudgetShowCommand.self, BudgetForecastCommand.self,
    BudgetProgrammesCommand.self,
    AllowanceStopCommand.self, AllowanceResumeCommand.self, AllowanceDifferencesCommand.self,
    AllowanceAdjustCommand.self, AllowanceRecoverCommand.self,
    RecoveryListCommand.self, RecoveryShowCommand.self, RecoveryPlanCommand.self,
    RecoveryRepayCommand.self, RecoveryWaiveCommand.self,
    PaymentPayerCommand.self, PaymentPayersCommand.self, PaymentAccountCommand.self,
    PaymentDraftCommand.self, PaymentCheckCommand.self, PaymentApproveCommand.self,
    PaymentRejectCommand.self, PaymentExportCommand.self, PaymentVerifyCommand.self,
    PaymentNewKeyCommand.self, PaymentReconcileCommand.self, PaymentAnswerCommand.self,
    PaymentAnswersCommand.self, PaymentSuspenseCommand.self, PaymentResolveCommand.self,
    PaymentCancelCommand.self, PaymentShowCommand.self, PaymentListCommand.self,
    EmployerRegisterCommand.self, EmployerImportCommand.self, EmployerShowCommand.self,
    EmployerFindCommand.self, EmployerListCommand.self, EmployerCorrectCommand.self,
    EmployerStaffCommand.self, EmployerViolationCommand.self, EmployerAnnulViolationCommand.self,
    PermitNeededCommand.self,
    PermitCheckCommand.self, PermitQuoteCommand.self, PermitApplyCommand.self,
    PermitExtendCommand.self, PermitReplaceCommand.self, PermitAgreeCommand.self,
    PermitApproveCommand.self, PermitRefuseCommand.self, PermitWithdrawCommand.self,
    PermitNoticeCommand.self, PermitPayCommand.self, PermitIssueCommand.self,
    PermitSuspendCommand.self, PermitResumeCommand.self, PermitRevokeCommand.self,
    PermitTripCommand.self, PermitCancelTripCommand.self, PermitHandOverCommand.self,
    PermitShowCommand.self,
    PermitListCommand.self, PermitExpiringCommand.self, PermitDueCommand.self,
    PermitKindsCommand.self,
    RulesListCommand.self, RulesShowCommand.self, RulesStaleCommand.self, RulesLawCommand.self,
    RulesCheckCommand.self, RulesAdoptCommand.self,
    ReportCommand.self, ReportListCommand.self, ReportIssuedCommand.self,
    ReportAgainCommand.self, ReportCompareCommand.self, ReportPackCommand.self,
    RegionListCommand.self, RegionShowCommand.self, RegionEligibleCommand.self,
    RegionHistoryCommand.self, RegionSeriesCommand.self, ZoneListCommand.self,
    ZoneShowCommand.self,
    UserAddCommand.self, UserListCommand.self, UserGrantCommand.self,
    AuditListCommand.self, AuditVerifyCommand.self, VerifyCommand.self,
    CheckIINCommand.self, CheckBINCommand.self, CheckIBANCommand.self, CheckMRZCommand.self,
    CalendarAddCommand.self, CalendarCountCommand.self,
    CompletionsCommand.self, DocsCommand.self,
  ]

  /// What the nouns are about.
  package static let topics = [
    "demo": "Made-up families: the main job on them, and files to try matching on.",
    "family": "Returnee families: register, show and find them, and record what happens.",
    "person": "Persons, under whatever number: what is known, and which numbers are one.",
    "name": "How names are read across scripts, and how alike two are.",
    "match": "People who may be registered twice: in a file, in the register, one by one.",
    "quota": "Places by region: orders, inclusion, release, transfer and usage.",
    "commission": "Who decides in a region: members of its commission, and its rule.",
    "sitting": "Sittings of commissions: agenda, presence, votes, protocol.",
    "place": "Where families that wait go: advice, decisions and outcomes.",
    "allowance": "Allowances: who may have which, quote, grant and explain them.",
    "budget": "Money of the budget: appropriations, what is set aside, paid and free.",
    "payment": "Payment registers: accounts, drafts, approval, files for the bank, its answers.",
    "recovery": "What families owe back: plans, repayments, waivers.",
    "permit": "Permits of foreigners to work: who needs one, applications, issue, extensions.",
    "employer": "Employers of foreigners: who they are, their staff, their violations.",
    "rules": "The figures of the law through time, their sources, and what is covered.",
    "report": "Reports for officials, as text, CSV, JSON, HTML, XLSX or PDF.",
    "region": "The regions of Kazakhstan, by date.",
    "zone": "The zones into which a programme divided the country.",
    "user": "Who may do what in this register.",
    "audit": "The trail of everything done and read.",
    "check": "Check a number or the machine-readable zone of a paper.",
    "calendar": "Working days, 2009 to 2027.",
  ]

  /// The variables of the environment that Kosh looks at.
  private static let environmentNames = ["KOSH_DB", "KOSH_USER", "NO_COLOR", "TERM"]

  /// Runs the process's command line; the answer is the exit code.
  package static func run(openOffice: @escaping OfficeOpener) -> Int32 {
    // A reader that closes its end must come back as an error of write(2), not kill us.
    signal(SIGPIPE, SIG_IGN)
    // So must a file that may not grow: what was begun is rolled back, and the reason told.
    signal(SIGXFSZ, SIG_IGN)
    var environment: [String: String] = [:]
    for name in environmentNames {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    let tree = CommandTree(commands, topics: topics)
    let router = Router(tree, version: version, openOffice: openOffice)
    let words = Array(CommandLine.arguments.dropFirst())
    return router.run(words, environment: environment, console: .standard(environment: environment))
  }
}
