extension Code {
  /// What the code says, in a sentence or two; ``remedy`` says what to do.
  package var meaning: String {
    switch self {
    case .usage:
      "The command line has a word, an option or a value that the command does not take."
    case .fileUnreadable:
      "A file that was named cannot be opened or read."
    case .fileUnwritable:
      "A file that was named cannot be created or written."
    case .inputMalformed:
      "A file is not in the form that was expected of it."
    case .csvUTF8:
      "A field holds bytes that are not UTF-8."
    case .csvQuote:
      "A quoted field is not closed, or text follows its closing quote."
    case .csvMissingColumn:
      "The header lacks a column that the file must have."
    case .csvUnknownColumn:
      "The header has a column that Kosh does not know."
    case .csvFieldCount:
      "A record has more or fewer fields than the header."
    case .fieldRequired:
      "A field that must be filled is empty."
    case .fieldValue:
      "A field holds a value that is not one of those allowed."
    case .fieldTooLong:
      "A field is longer than any true value could be."
    case .dateInvalid:
      "A date is not in the calendar or not written as `YYYY-MM-DD`."
    case .dateOrder:
      "One date comes before another that it must follow."
    case .iinInvalid:
      "An IIN does not have twelve digits, or its control digit is wrong."
    case .binInvalid:
      "A BIN does not have twelve digits, or its control digit is wrong."
    case .ibanInvalid:
      "An account number is not a Kazakh IBAN with valid check digits."
    case .mrzInvalid:
      "The machine-readable lines of a document have a wrong length, character or check digit."
    case .mrzDiffers:
      "The machine-readable zone of a paper says otherwise than the form, or less."
    case .numberInvalid:
      "A register number is malformed, or its check character is wrong."
    case .moneyInvalid:
      "An amount is malformed, or larger than the register can hold."
    case .countryUnknown:
      "A country is not one of ISO 3166-1."
    case .regionUnknown:
      "No region has that code or name on the date in question."
    case .zoneUnknown:
      "No programme has a zone of that id."
    case .familyNoHead:
      "No member of the family has the relation `head`."
    case .familyTwoHeads:
      "More than one member of the family has the relation `head`."
    case .familyMember:
      "A member cannot stand in this family as the file or command says."
    case .personNoName:
      "A person has no name in any script."
    case .employerForm:
      "The BIN or IIN is that of another kind of employer."
    case .importRefused:
      "Some rows of a file were refused; the others were saved."
    case .intakeRepaired:
      "A value of an office's export was mended, where only one meaning was possible."
    case .intakeNotTaken:
      "A file has columns that the register has no place for."
    case .ruleMalformed:
      """
      A file of rules or reference data is not sound: dates out of order, a citation missing, \
      a unit unknown.
      """
    case .databaseForeign:
      "The file is a database of another program, or no database at all."
    case .databaseNewer:
      "The database was written by a newer version of Kosh."
    case .reportTooLong:
      "The report has more rows than this form of file can hold."
    case .databaseNotFound:
      "There is no database at this path."
    case .familyNotFound:
      "No family is registered under this number."
    case .personNotFound:
      "No person of this number is registered, or was at the moment asked about."
    case .factNotFound:
      "The register holds no such fact about the person on that day."
    case .familyWithdrawn:
      "A family's number was withdrawn: the act that made the family has been undone."
    case .undoNothing:
      "No act on the family is left that could be undone."
    case .orderNotFound:
      "No order of that number is loaded."
    case .inclusionNotFound:
      "The family has no such inclusion in a quota."
    case .applicationNotFound:
      "The family is not in the waiting list."
    case .sittingNotFound:
      "There is no such sitting of a commission, or no such item on its agenda."
    case .grantNotFound:
      "No allowance was granted under this number."
    case .recoveryNotFound:
      "There is no such recovery."
    case .paymentNotFound:
      "There is no such payment register, or no such line in it."
    case .employerNotFound:
      "No employer has this number, BIN or IIN."
    case .violationNotFound:
      "The employer has no such violation, or it was taken back."
    case .reportNotFound:
      "No report was issued under this number."
    case .reportDiffers:
      "A report that is made again from the same two dates does not say what it said."
    case .reportPersonal:
      "The rows of the report are of single people, employers or decisions: it is not published."
    case .permitNotFound:
      "There is no such permit."
    case .userNotFound:
      "No user has this name."
    case .memberNotFound:
      "The person is not a member of this family on the day in question."
    case .marriageNotFound:
      "The person is not married on the day in question, as far as the register knows."
    case .personDiffers:
      "Sex, full birth date, IIN or a marriage say that the two are not one person."
    case .personFamilies:
      "The person would belong to two families today."
    case .matchDifferent:
      "An officer decided that these two are different persons."
    case .quotaUnknown:
      "No order has opened a quota of this kind and year."
    case .quotaYearClosed:
      "The year of the quota is over, and its unused places have lapsed."
    case .quotaRegion:
      "The order gives this region no places in the quota."
    case .quotaExhausted:
      "The region has fewer free places than the family has people."
    case .quotaSum:
      "The regions of an order do not add up to its total."
    case .quotaTerm:
      "There is no quota of that kind in that year, or it counts another unit."
    case .budgetUnknown:
      "No order appropriates money for this programme and year."
    case .budgetExhausted:
      "The region has less free money in the programme and year than is asked for."
    case .budgetSum:
      "The regions of an appropriation have more than the country."
    case .inclusionConfirmed:
      "A protocol confirmed the places, and only a protocol takes them back."
    case .reservationExpired:
      "The reservation's term ran out before it was confirmed, and its places went back."
    case .commissionNoRule:
      "No rule is known by which a commission decided on that day."
    case .commissionRole:
      "The region’s commission has no such member in office, or has a chair already."
    case .sittingAgenda:
      "The matter cannot stand on the agenda of this sitting."
    case .sittingQuorum:
      "Too few members are present, or nobody who may take the chair."
    case .sittingVotes:
      "An item has not been voted on, or somebody voted who may not."
    case .protocolUndecided:
      "The protocol is of a sitting that did not decide this."
    case .allowanceNoScheme:
      "No act in force on that day grants this allowance."
    case .allowanceRateUnknown:
      "The act is known, but not its rate for that day."
    case .allowanceNotIncluded:
      "The family is in no quota that entitles it to this allowance."
    case .allowanceFamily:
      "The family does not meet a condition of the allowance."
    case .allowanceStatus:
      "The status of kandas that the allowance asks for had ended."
    case .allowanceRegion:
      "The region does not receive people of the quota, and the allowance is for those that do."
    case .allowanceTerm:
      "The term in which the allowance could be applied for is over."
    case .allowanceCondition:
      "A condition of this allowance, such as a job in the new place, is not met."
    case .allowanceNoDifference:
      "By all that is known now the grant comes to what was decided, or it cannot be reckoned."
    case .recoveryNotBound:
      "The family was free to leave by then."
    case .recoveryNothing:
      "Nothing was paid of the grant that is not claimed back already."
    case .recoveryAmount:
      "The amount is more than is still owed and on no register."
    case .paymentNoPayer:
      "No office and account were named from which the region's families are paid."
    case .paymentNothing:
      "Nothing that is due there can be paid."
    case .paymentFindings:
      "Something stands against a payment of the register."
    case .paymentAmount:
      "The bank's entry does not fit the payment that was named."
    case .permitKind:
      "There were no permits of the kind on that day, as far as the rules are known."
    case .permitNotNeeded:
      "The worker needs no permit to work."
    case .permitEmployer:
      "The permit asks for another kind of employer, or for none."
    case .permitTerm:
      "The permit is not given for that term."
    case .permitNoExtension:
      "The kind is not extended, or not as often."
    case .permitWindow:
      "An extension is asked for outside its days."
    case .permitPapers:
      "A paper that the application needs is missing."
    case .permitVacancy:
      "The vacancy was not published, or not for long enough."
    case .permitLocalContent:
      "Too few of the staff in these categories are citizens."
    case .permitBarred:
      "The employer was found to employ a foreigner unlawfully, and gets no permits for a time."
    case .permitQualification:
      "The qualification of the worker does not fit the post."
    case .permitReplacement:
      "Citizens have not taken the posts of earlier workers of category 4."
    case .permitTransferShare:
      "The company would have sent more workers than its Kazakh staff allows."
    case .permitWorkers:
      "The employer has as many workers as are allowed at once."
    case .permitDouble:
      "The worker would have two permits of one employer and kind at a time."
    case .permitPause:
      "Too few days have passed since the last permit of the worker ended."
    case .permitAge:
      "The worker is too young or too old for the permit."
    case .permitFeeUnknown:
      "No source gives the fee."
    case .permitOpen:
      "A question that must be answered before the decision is open."
    case .permitLate:
      "The days in which the fee could be paid are over."
    case .permitAmount:
      "What was paid is not what the permit costs on that day."
    case .permitRegion:
      "The permit is not for that region, or nothing is owed to it."
    case .permitTrip:
      "The trip does not fit the permit, or its days of the year are used up."
    case .permitGround:
      "There is no such ground."
    case .familySplit:
      "A family cannot be parted in this way."
    case .parameterUnknown:
      """
      A rule needs a value, such as the monthly calculation index, that is not known for that \
      day.
      """
    case .calendarYear:
      "The calendar of working days does not cover that year."
    case .databaseExists:
      "There is a database at this path already."
    case .submissionDiffers:
      "This submission was received before with other content."
    case .iinTaken:
      "Another person is registered with this IIN."
    case .factHeld:
      "The register holds the same already, or something that cannot hold at once."
    case .familyPlacesApart:
      "Two families that are to be one hold places of one kind that cannot be held together."
    case .undoBuiltUpon:
      "Later acts rest on the one that is to be undone."
    case .personMerged:
      "The two numbers are one person already."
    case .personNotMerged:
      "The number is no old number of a merged person."
    case .personKnown:
      "Someone who is to be registered is, or may be, in the register already."
    case .matchNoPairs:
      "Weights cannot be estimated from a register in which nobody comes near anybody else."
    case .matchNotIndexed:
      "The register was filled before it had keys for finding doubles."
    case .placeHeld:
      "The person already holds a place in a quota of this kind."
    case .reservationSettled:
      "The reservation was confirmed or released already."
    case .budgetSettled:
      "More would be released or given back than is set aside or paid for the grant."
    case .sittingClosed:
      "The sitting has its protocol, and nothing of it changes any more."
    case .protocolExists:
      "Another sitting of this region and year has this protocol number."
    case .allowanceGranted:
      "The family has received this allowance, or has been paid for that month."
    case .allowanceStopped:
      "The payments of the grant are stopped."
    case .allowanceNotStopped:
      "The payments of the grant are not stopped."
    case .paymentState:
      "The register does not stand where this step is made."
    case .permitStep:
      "The permit cannot take that step from where it stands."
    case .orderExists:
      "An order of this number and date was entered before."
    case .ruleAdopted:
      "The figure stands in the register with these very words already."
    case .employerExists:
      "An employer with this BIN or IIN is registered already."
    case .userExists:
      "There is a user of this name already."
    case .keyReused:
      "This key was used for another command."
    case .memberElsewhere:
      "The person belongs to another family on that day; nobody belongs to two."
    case .memberAlready:
      "The person belongs to this family on that day already."
    case .marriageHeld:
      "One of the two is married on that day, as the register knows it."
    case .personDead:
      "The person is recorded as dead by that day."
    case .userUnknown:
      "The person who acts is not a user of this database."
    case .paymentSameOfficial:
      "Who made a register, or approved it once, does not approve it again."
    case .accessDenied:
      "The user's role or region does not allow this."
    case .busy:
      "Another process held the database for too long."
    case .fault:
      "Something failed inside Kosh or the machine, such as a full disk."
    case .reportLibrary:
      "The machine lacks a library that makes this form of report."
    case .reportFonts:
      "The machine has none of the fonts that paper is set in."
    case .databaseDamaged:
      "The database file is damaged."
    case .verifyFailed:
      "A check of the stored records failed: a sum, a chain or a link is not as it must be."
    }
  }
}

extension Code.Kind {
  /// What the class of a failure means, whoever asks: a person, a script, another program.
  package var meaning: String {
    switch self {
    case .fault: "A defect of ours or of the machine."
    case .invalid: "The request is malformed or incomplete; mend it."
    case .notFound: "There is no such record."
    case .refused: "The law or a quota says no."
    case .conflict: "It exists already, or changed meanwhile; read again."
    case .forbidden: "Who you are, or your role, does not allow it."
    case .busy: "Another holds the database; safe to repeat."
    }
  }
}
