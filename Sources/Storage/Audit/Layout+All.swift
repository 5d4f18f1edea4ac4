extension Layout {
  /// Every table of facts, in the order of its tag: what the trail proves.
  package static let all: [Layout] = [
    UserTable.accounts, UserTable.roles, SubmissionTable.sources, FamilyTable.families,
    SubmissionTable.submissions, FamilyTable.records, PersonTable.persons, PersonTable.records,
    PersonTable.names, PersonTable.documents, MembershipTable.layout, QuotaOrderTable.orders,
    QuotaOrderTable.lines, LedgerTable.accounts, LedgerTable.transfers, InclusionTable.inclusions,
    InclusionTable.steps, InclusionTable.places, GrantTable.grants, GrantTable.lines,
    GrantTable.persons, FamilyEventTable.layout, ResidenceTable.layout, PersonFactTable.layout,
    MarriageTable.layout, InclusionTable.changes, GrantTable.divisions, PersonLinkTable.layout,
    MatchCaseTable.cases, MatchCaseTable.verdicts, ApplicationTable.layout, CommissionTable.members,
    CommissionTable.dismissals, SittingTable.sittings, SittingTable.items, SittingTable.attendance,
    SittingTable.votes, SittingTable.protocols, SittingTable.decisions, PlacementTable.layout,
    DueTable.layout, BudgetOrderTable.orders, BudgetOrderTable.lines, CommitmentTable.layout,
    RuleVersionTable.layout,
    AccountTable.payers, AccountTable.families, PaymentTable.registers,
    PaymentTable.lines, PaymentTable.items, PaymentTable.steps, BankTable.files,
    BankTable.entries, BankTable.resolutions, BankTable.payments, StopTable.layout,
    DifferenceTable.differences, DifferenceTable.lines, RecoveryTable.recoveries,
    RecoveryTable.parts, RecoveryTable.entries, RecoveryTable.plans, RecoveryTable.offsets,
    EmployerTable.employers, EmployerTable.records, EmployerTable.staff,
    EmployerTable.violations,
    PermitTable.permits, PermitTable.regions, PermitTable.steps, PermitTable.qualifications,
    PermitTable.validities, PermitTable.places, PermitTable.payments, PermitTable.trips,
    PermitTable.deadlines, IssuedReportTable.layout,
  ]
}
