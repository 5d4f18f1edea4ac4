/// Every way in which Kosh says no: a stable identifier, documented in the reference.
///
/// `kosh docs` writes the page of problems from this list.
package enum Code: String, Hashable, Sendable, CaseIterable {
  // The request is malformed; mend it.
  case usage = "usage"
  case fileUnreadable = "file.unreadable"
  case fileUnwritable = "file.unwritable"
  case inputMalformed = "input.malformed"
  case csvUTF8 = "csv.utf8"
  case csvQuote = "csv.quote"
  case csvMissingColumn = "csv.missing-column"
  case csvUnknownColumn = "csv.unknown-column"
  case csvFieldCount = "csv.field-count"
  case fieldRequired = "field.required"
  case fieldValue = "field.value"
  case fieldTooLong = "field.too-long"
  case dateInvalid = "date.invalid"
  case dateOrder = "date.order"
  case iinInvalid = "iin.invalid"
  case binInvalid = "bin.invalid"
  case ibanInvalid = "iban.invalid"
  case mrzInvalid = "mrz.invalid"
  case mrzDiffers = "mrz.differs"
  case numberInvalid = "number.invalid"
  case moneyInvalid = "money.invalid"
  case countryUnknown = "country.unknown"
  case regionUnknown = "region.unknown"
  case zoneUnknown = "zone.unknown"
  case familyNoHead = "family.no-head"
  case familyTwoHeads = "family.two-heads"
  case familyMember = "family.member"
  case personNoName = "person.no-name"
  case employerForm = "employer.form"
  case importRefused = "import.refused"
  case intakeRepaired = "intake.repaired"
  case intakeNotTaken = "intake.not-taken"
  case ruleMalformed = "rule.malformed"
  case databaseForeign = "database.foreign"
  case databaseNewer = "database.newer"
  case reportTooLong = "report.too-long"

  // There is no such record.
  case databaseNotFound = "database.not-found"
  case familyNotFound = "family.not-found"
  case personNotFound = "person.not-found"
  case factNotFound = "fact.not-found"
  case familyWithdrawn = "family.withdrawn"
  case undoNothing = "undo.nothing"
  case orderNotFound = "order.not-found"
  case inclusionNotFound = "inclusion.not-found"
  case applicationNotFound = "application.not-found"
  case sittingNotFound = "sitting.not-found"
  case grantNotFound = "grant.not-found"
  case paymentNotFound = "payment.not-found"
  case recoveryNotFound = "recovery.not-found"
  case employerNotFound = "employer.not-found"
  case violationNotFound = "violation.not-found"
  case permitNotFound = "permit.not-found"
  case reportNotFound = "report.not-found"
  case reportDiffers = "report.differs"
  case reportPersonal = "report.personal"
  case userNotFound = "user.not-found"
  case memberNotFound = "member.not-found"
  case marriageNotFound = "marriage.not-found"

  // The law or a quota says no.
  case quotaUnknown = "quota.unknown"
  case quotaYearClosed = "quota.year-closed"
  case quotaRegion = "quota.region"
  case quotaExhausted = "quota.exhausted"
  case quotaSum = "quota.sum"
  case quotaTerm = "quota.term"
  case budgetUnknown = "budget.unknown"
  case budgetExhausted = "budget.exhausted"
  case budgetSum = "budget.sum"
  case inclusionConfirmed = "inclusion.confirmed"
  case reservationExpired = "reservation.expired"
  case commissionNoRule = "commission.no-rule"
  case commissionRole = "commission.role"
  case sittingAgenda = "sitting.agenda"
  case sittingQuorum = "sitting.quorum"
  case sittingVotes = "sitting.votes"
  case protocolUndecided = "protocol.undecided"
  case allowanceNoScheme = "allowance.no-scheme"
  case allowanceRateUnknown = "allowance.rate-unknown"
  case allowanceNotIncluded = "allowance.not-included"
  case allowanceFamily = "allowance.family"
  case allowanceStatus = "allowance.status"
  case allowanceRegion = "allowance.region"
  case allowanceTerm = "allowance.term"
  case allowanceCondition = "allowance.condition"
  case allowanceNoDifference = "allowance.no-difference"
  case recoveryNotBound = "recovery.not-bound"
  case recoveryNothing = "recovery.nothing"
  case recoveryAmount = "recovery.amount"
  case paymentNoPayer = "payment.no-payer"
  case paymentNothing = "payment.nothing"
  case paymentFindings = "payment.findings"
  case paymentAmount = "payment.amount"
  case permitKind = "permit.kind"
  case permitNotNeeded = "permit.not-needed"
  case permitEmployer = "permit.employer"
  case permitTerm = "permit.term"
  case permitNoExtension = "permit.no-extension"
  case permitWindow = "permit.window"
  case permitPapers = "permit.papers"
  case permitVacancy = "permit.vacancy"
  case permitLocalContent = "permit.local-content"
  case permitBarred = "permit.barred"
  case permitQualification = "permit.qualification"
  case permitReplacement = "permit.replacement"
  case permitTransferShare = "permit.transfer-share"
  case permitWorkers = "permit.workers"
  case permitDouble = "permit.double"
  case permitPause = "permit.pause"
  case permitAge = "permit.age"
  case permitFeeUnknown = "permit.fee-unknown"
  case permitOpen = "permit.open"
  case permitLate = "permit.late"
  case permitAmount = "permit.amount"
  case permitRegion = "permit.region"
  case permitTrip = "permit.trip"
  case permitGround = "permit.ground"
  case familySplit = "family.split"
  case personDiffers = "person.differs"
  case personFamilies = "person.families"
  case matchDifferent = "match.different"
  case parameterUnknown = "parameter.unknown"
  case calendarYear = "calendar.year"
  case matchNoPairs = "match.no-pairs"

  // It exists already, or changed meanwhile.
  case databaseExists = "database.exists"
  case submissionDiffers = "submission.differs"
  case iinTaken = "iin.taken"
  case factHeld = "fact.held"
  case familyPlacesApart = "family.places-apart"
  case undoBuiltUpon = "undo.built-upon"
  case personMerged = "person.merged"
  case personNotMerged = "person.not-merged"
  case personKnown = "person.known"
  case matchNotIndexed = "match.not-indexed"
  case placeHeld = "place.held"
  case reservationSettled = "reservation.settled"
  case budgetSettled = "budget.settled"
  case sittingClosed = "sitting.closed"
  case protocolExists = "protocol.exists"
  case allowanceGranted = "allowance.granted"
  case allowanceStopped = "allowance.stopped"
  case allowanceNotStopped = "allowance.not-stopped"
  case paymentState = "payment.state"
  case permitStep = "permit.step"
  case orderExists = "order.exists"
  case ruleAdopted = "rule.adopted"
  case employerExists = "employer.exists"
  case userExists = "user.exists"
  case keyReused = "key.reused"
  case memberElsewhere = "member.elsewhere"
  case memberAlready = "member.already"
  case marriageHeld = "marriage.held"
  case personDead = "person.dead"

  // Who you are does not allow it.
  case userUnknown = "user.unknown"
  case accessDenied = "access.denied"
  case paymentSameOfficial = "payment.same-official"

  // Safe to repeat.
  case busy = "database.busy"

  // Our defect, or the machine's.
  case fault = "fault"
  case reportLibrary = "report.library"
  case reportFonts = "report.fonts"
  case databaseDamaged = "database.damaged"
  case verifyFailed = "verify.failed"
}

extension Code {
  /// The class of a failure, which decides the exit code.
  package enum Kind: String, Sendable, CaseIterable {
    case invalid, notFound, refused, conflict, forbidden, busy, fault

    /// The exit code of the command line.
    package var exit: Int32 {
      switch self {
      case .fault: 1
      case .invalid: 2
      case .notFound: 3
      case .refused: 4
      case .conflict: 5
      case .forbidden: 6
      case .busy: 7
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .usage, .fileUnreadable, .fileUnwritable, .inputMalformed, .csvUTF8, .csvQuote,
      .csvMissingColumn, .csvUnknownColumn, .csvFieldCount, .fieldRequired, .fieldValue,
      .fieldTooLong, .dateInvalid, .dateOrder, .iinInvalid, .binInvalid, .ibanInvalid, .mrzInvalid,
      .mrzDiffers, .numberInvalid, .moneyInvalid, .countryUnknown, .regionUnknown, .zoneUnknown,
      .familyNoHead, .familyTwoHeads, .familyMember, .personNoName, .employerForm, .importRefused,
      .intakeRepaired,
      .intakeNotTaken, .ruleMalformed, .databaseForeign, .databaseNewer, .reportTooLong:
      .invalid
    case .databaseNotFound, .familyNotFound, .personNotFound, .factNotFound, .familyWithdrawn,
      .undoNothing, .orderNotFound, .inclusionNotFound, .applicationNotFound,
      .sittingNotFound, .grantNotFound, .paymentNotFound, .recoveryNotFound,
      .employerNotFound, .violationNotFound, .permitNotFound, .reportNotFound, .userNotFound,
      .memberNotFound,
      .marriageNotFound:
      .notFound
    case .quotaUnknown, .quotaYearClosed, .quotaRegion, .quotaExhausted, .quotaSum, .quotaTerm,
      .budgetUnknown, .budgetExhausted, .budgetSum,
      .inclusionConfirmed, .reservationExpired, .commissionNoRule, .commissionRole, .sittingAgenda,
      .sittingQuorum, .sittingVotes, .protocolUndecided, .allowanceNoScheme, .allowanceRateUnknown,
      .allowanceNotIncluded,
      .allowanceFamily, .allowanceStatus, .allowanceRegion, .allowanceTerm, .allowanceCondition,
      .allowanceNoDifference, .recoveryNotBound, .recoveryNothing, .recoveryAmount,
      .paymentNoPayer, .paymentNothing, .paymentFindings, .paymentAmount, .familySplit,
      .permitKind, .permitNotNeeded, .permitEmployer, .permitTerm, .permitNoExtension,
      .permitWindow, .permitPapers, .permitVacancy, .permitLocalContent, .permitBarred,
      .permitQualification, .permitReplacement, .permitTransferShare, .permitWorkers,
      .permitDouble, .permitPause, .permitAge, .permitFeeUnknown, .permitOpen, .permitLate,
      .permitAmount,
      .permitRegion, .permitTrip, .permitGround,
      .personDiffers, .personFamilies, .matchDifferent,
      .parameterUnknown, .calendarYear, .matchNoPairs, .reportPersonal:
      .refused
    case .databaseExists, .submissionDiffers, .iinTaken, .factHeld, .familyPlacesApart,
      .undoBuiltUpon, .personMerged, .personNotMerged, .personKnown, .matchNotIndexed, .placeHeld,
      .reservationSettled, .budgetSettled, .sittingClosed, .protocolExists, .allowanceGranted,
      .allowanceStopped, .allowanceNotStopped, .paymentState, .permitStep, .orderExists,
      .ruleAdopted, .employerExists, .userExists, .keyReused, .memberElsewhere, .memberAlready,
      .marriageHeld, .personDead, .reportDiffers:
      .conflict
    case .userUnknown, .accessDenied, .paymentSameOfficial: .forbidden
    case .busy: .busy
    case .fault, .reportLibrary, .reportFonts, .databaseDamaged, .verifyFailed: .fault
    }
  }
}
