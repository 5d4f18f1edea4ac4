extension Code {
  /// What the person who meets it should do; ``meaning`` says what it is.
  package var remedy: String {
    switch self {
    case .usage:
      "Read the hint, or ask the command for `--help`."
    case .fileUnreadable:
      "Check its name and whether you may read it; the message has the system's reason."
    case .fileUnwritable:
      "Check the folder, its rights and the space on the disk; nothing was left half written."
    case .inputMalformed:
      "Compare its first lines with the reference of input files, and look at the line named."
    case .csvUTF8:
      "Save the file as UTF-8; an office suite calls it “CSV UTF-8”."
    case .csvQuote:
      "Mend the quotes on the line named; a quote inside a field is written twice."
    case .csvMissingColumn:
      "Add the column named; the order of columns is free."
    case .csvUnknownColumn:
      "Correct its spelling or take it out, so that nothing is silently lost."
    case .csvFieldCount:
      "Look for a stray comma or a missing quote on the line named."
    case .fieldRequired:
      "Fill it from the family's papers."
    case .fieldValue:
      "Use a value from the reference; the message names the field and the value."
    case .fieldTooLong:
      "Check whether two fields have run together; shorten the text otherwise."
    case .dateInvalid:
      "Write the year, month and day in that order."
    case .dateOrder:
      "Compare both dates with the papers; the message names them."
    case .iinInvalid:
      "Copy it again from the document; one digit was mistyped. A newcomer may have none yet."
    case .binInvalid:
      "Copy it again from the certificate of registration."
    case .ibanInvalid:
      "Copy it again from the bank's paper; it starts with KZ and has twenty characters."
    case .mrzInvalid:
      "Scan or copy the lines again; a zero and the letter O are the usual slip."
    case .mrzDiffers:
      "Compare both with the paper. The form's word stands; a wrong one is corrected later."
    case .numberInvalid:
      "Copy it again from the paper; the last character proves the others."
    case .moneyInvalid:
      "Write tenge with at most two places, such as `833815.50`."
    case .countryUnknown:
      "Use the code of three letters, such as `CHN`, `MNG` or `UZB`."
    case .regionUnknown:
      "`kosh region list` shows the regions of a date."
    case .zoneUnknown:
      "`kosh zone list` shows the zones of every programme."
    case .familyNoHead:
      "Mark exactly one of the family's rows as its head."
    case .familyTwoHeads:
      "Decide who heads the family and give the others their relation to that person."
    case .familyMember:
      "Read which member and which rule the message names, and correct that row."
    case .personNoName:
      "Give at least one part of a name, in the script of the document."
    case .employerForm:
      "A company has a BIN, one person an IIN; the message says what the number is."
    case .importRefused:
      "Mend what the file of rejects lists, and import it again: what was saved is unchanged."
    case .intakeRepaired:
      "Nothing need be done. The warning names line, column, the value before and after."
    case .intakeNotTaken:
      "Keep the file: decisions, certificates and diplomas in it are not in the register."
    case .ruleMalformed:
      "Correct the file that the message names; nothing of it is in force."
    case .databaseForeign:
      "Check the path in `--db`; Kosh does not touch such a file."
    case .databaseNewer:
      "Update the program; an older one must not change a newer database."
    case .reportTooLong:
      "Ask for a shorter period or one region, or take CSV, which has no end."
    case .databaseNotFound:
      "Name one with `--db`, or create it with `kosh init`."
    case .familyNotFound:
      "Look for it with `kosh family find`."
    case .personNotFound:
      "Look for the person with `kosh family find` by name, document or IIN."
    case .factNotFound:
      "`kosh person show` lists what is held, with its days."
    case .familyWithdrawn:
      "Use the number that the message names, or ask with `--known-at` what was held before."
    case .undoNothing:
      "An undo itself is not undone: do the act again. `kosh family show` shows the family."
    case .orderNotFound:
      "`kosh quota order list` shows the orders with their numbers."
    case .inclusionNotFound:
      "`kosh family show` lists its inclusions."
    case .applicationNotFound:
      "`kosh quota apply` enters it."
    case .sittingNotFound:
      "`kosh sitting list` shows the sittings, `kosh sitting show` an agenda."
    case .grantNotFound:
      "`kosh family show` lists its grants."
    case .recoveryNotFound:
      "`kosh recovery list --all` shows them."
    case .paymentNotFound:
      "`kosh payment list` shows the registers."
    case .employerNotFound:
      "`kosh employer find` looks by name; `kosh employer register` registers one."
    case .violationNotFound:
      "`kosh employer show` lists them with their numbers."
    case .reportNotFound:
      "`kosh report issued` lists the reports that were issued."
    case .reportDiffers:
      """
      Make it with the version of Kosh that issued it: its words, or figures of the law that are built \
      in, have changed.
      """
    case .reportPersonal:
      "Publish a report that counts: `kosh report list` names them."
    case .permitNotFound:
      "`kosh permit list` shows them."
    case .userNotFound:
      "`kosh user list` shows the users there are."
    case .memberNotFound:
      "`kosh family show FAMILY --on DATE` shows who is; perhaps the day or the family is wrong."
    case .marriageNotFound:
      "Look at the family on that day; if the marriage was never recorded, record it first."
    case .personDiffers:
      "Compare them with `kosh person compare`; where a record is wrong, `--despite` says why."
    case .personFamilies:
      "End one membership first, or in the same act with `--leave`."
    case .matchDifferent:
      "Where that was a mistake, `kosh match decide` with `--same` decides anew."
    case .quotaUnknown:
      "Enter the order with `kosh quota order` first."
    case .quotaYearClosed:
      "Use the quota of the current year."
    case .quotaRegion:
      "Choose a region of the order, or enter the order that changes it."
    case .quotaExhausted:
      "Wait for a release, choose another region, or enter an order that adds places."
    case .quotaSum:
      "Compare the order's table with its total before entering it."
    case .quotaTerm:
      "Compare the kind, the year and the unit with the order as it was issued."
    case .budgetUnknown:
      "Enter the order with `kosh budget order` first."
    case .budgetExhausted:
      "Look at `kosh budget show`: name another source, or enter an order that adds money."
    case .budgetSum:
      "Compare the order's regions with its total before entering it."
    case .inclusionConfirmed:
      "Name the commission's protocol that takes them back with `--protocol`."
    case .reservationExpired:
      "Reserve anew, if places are left."
    case .commissionNoRule:
      "Check the day of the sitting."
    case .commissionRole:
      "`kosh commission show` lists who is in office."
    case .sittingAgenda:
      "`kosh sitting show` shows the agenda; `kosh quota queue` who waits."
    case .sittingQuorum:
      "Record who is present with `kosh sitting attend`, or sit on another day."
    case .sittingVotes:
      "Record the votes with `kosh sitting vote`."
    case .protocolUndecided:
      "`kosh sitting show` tells what it decided. Name the protocol that decided this."
    case .allowanceNoScheme:
      "Check the kind and the date; `kosh allowance quote` names the scheme of a day."
    case .allowanceRateUnknown:
      "Enter the rate with its source by `kosh rules adopt`; Kosh does not guess amounts."
    case .allowanceNotIncluded:
      "Include the family first, or choose an allowance that asks for no quota."
    case .allowanceFamily:
      "Read the condition and its article in the message."
    case .allowanceStatus:
      "Look at the citizenships of the people with `kosh person show`; correct a wrong day."
    case .allowanceRegion:
      "`kosh region eligible` lists the regions of a day with the act."
    case .allowanceTerm:
      "Look at the day of the inclusion and of the decision; the term itself is a figure of the rules."
    case .allowanceCondition:
      "Read the condition and its source in the message; record what is missing."
    case .allowanceNoDifference:
      "`kosh allowance differences` says what differs, and what stands in the way."
    case .recoveryNotBound:
      "Nothing is to be claimed; the message names the day and the rule."
    case .recoveryNothing:
      "`kosh allowance explain` shows what was paid and what is claimed."
    case .recoveryAmount:
      "`kosh recovery show` says what is owed and what registers withhold."
    case .paymentNoPayer:
      "An approver names them with `kosh payment payer`."
    case .paymentNothing:
      "The message says who is left out and why; `kosh payment account` gives a family an account."
    case .paymentFindings:
      "`kosh payment check` lists them; reject the register and draft it anew."
    case .paymentAmount:
      "`kosh payment show` says what is paid of each line; name another, or decide otherwise."
    case .permitKind:
      "`kosh permit kinds` shows the kinds of a day and their rules."
    case .permitNotNeeded:
      "`kosh permit needed` names the item of the list; no application is made."
    case .permitEmployer:
      "`kosh employer show` tells what the employer is."
    case .permitTerm:
      "`kosh permit kinds KIND` tells the terms."
    case .permitNoExtension:
      "Apply for a new permit; `kosh permit kinds KIND` tells the rule."
    case .permitWindow:
      "The message names the days; after them a new permit is applied for."
    case .permitPapers:
      "Ask the applicant for it, and name all papers with `--papers`."
    case .permitVacancy:
      "Apply again on the day that the message names."
    case .permitLocalContent:
      "`kosh employer staff` enters a new count when there is one."
    case .permitBarred:
      "Wait for the day that the message names, or annul a finding that was wrong."
    case .permitQualification:
      "Refuse the application, or record what the papers show."
    case .permitReplacement:
      "`kosh permit hand-over` records that one has."
    case .permitTransferShare:
      "Compare with the count of its staff."
    case .permitWorkers:
      "Another worker may come when one leaves."
    case .permitDouble:
      "Go on with the application that the message names, or begin on the day after its permit ends."
    case .permitPause:
      "Apply again on the day that the message names."
    case .permitAge:
      "Compare the birth date with the papers."
    case .permitFeeUnknown:
      "Once it is known, enter it: `kosh rules show permit-fees --file`, then `kosh rules adopt`."
    case .permitOpen:
      "The message names it; `kosh permit check` shows all of them."
    case .permitLate:
      "The application has lapsed; a new one is made."
    case .permitAmount:
      "`kosh permit quote` reckons it; return what was paid wrongly."
    case .permitRegion:
      "`kosh permit show` names its regions."
    case .permitTrip:
      "`kosh permit show` lists the trips."
    case .permitGround:
      "The message names those that there are."
    case .familySplit:
      """
      Somebody stays, the new family has a head of its own, and the head leaves only where a \
      new one is named; the message says which of these is not so.
      """
    case .parameterUnknown:
      "Enter the value with its source: `kosh rules adopt`."
    case .calendarYear:
      "Enter the government's order on days off for that year."
    case .databaseExists:
      "Use it, or choose another path; Kosh never overwrites a database."
    case .submissionDiffers:
      "Compare both; send a correction as one, under its own reference."
    case .iinTaken:
      "Open the other record; they may be one person, to be merged."
    case .factHeld:
      "`kosh person show` lists it with its days; end the earlier one or give other days."
    case .familyPlacesApart:
      "Release the places of one of them, or wait until they have ended; then join again."
    case .undoBuiltUpon:
      """
      Take back those that the message lists, the newest first; what cannot be taken back \
      stays, and is put right by an act of its own.
      """
    case .personMerged:
      "Nothing to do; `kosh person unmerge` takes a merge apart."
    case .personNotMerged:
      "Name the number that was merged into another; the hint lists those there are."
    case .personKnown:
      "Look at the person named; if it is another one, register with --accept-new and say why."
    case .matchNoPairs:
      "Use the weights that ship with Kosh."
    case .matchNotIndexed:
      "Run kosh match index once."
    case .placeHeld:
      "Release the other place first, or transfer it."
    case .reservationSettled:
      "Read the inclusion again; it changed meanwhile."
    case .budgetSettled:
      "Compare the amount with `kosh allowance explain`."
    case .sittingClosed:
      "Open another sitting."
    case .protocolExists:
      "Look at the number again; `kosh sitting list` shows the protocols."
    case .allowanceGranted:
      "`kosh allowance explain` shows the earlier grant."
    case .allowanceStopped:
      "`kosh allowance resume` lets them run again, unless the stop was final."
    case .allowanceNotStopped:
      "Nothing need be done."
    case .paymentState:
      "`kosh payment show` says where it stands and what can be done."
    case .permitStep:
      "`kosh permit show` tells where it stands and what can be done."
    case .orderExists:
      "Nothing to do if it is the same; give a corrected order its own number."
    case .ruleAdopted:
      "Nothing to do; `kosh rules show` tells the versions of a figure."
    case .employerExists:
      "`kosh employer show` shows it; `kosh employer correct` says what is known now."
    case .userExists:
      "Choose another name."
    case .keyReused:
      "Use a new key for a new command; repeat a command unchanged under its old key."
    case .memberElsewhere:
      "End the other membership with `kosh family remove-member`, or join the families."
    case .memberAlready:
      "There is nothing to add; to change a relation or a day, use `kosh family correct`."
    case .marriageHeld:
      "Record the divorce or the death first, or look at the day again."
    case .personDead:
      "Look at the number and the day again; the family's history names the act of death."
    case .userUnknown:
      "Name a user with `--as` or `$KOSH_USER`, or have an administrator add you."
    case .paymentSameOfficial:
      "Ask another official with the role approver."
    case .accessDenied:
      "Ask someone whose duty it is, or an administrator for the role."
    case .busy:
      "Repeat the command; with the same `--key` it acts once."
    case .fault:
      "Nothing was half saved. Report it with the message if it comes again."
    case .reportLibrary:
      """
      Install what the message names: libxlsxwriter for XLSX, Pango and cairo for PDF. \
      The other forms need nothing.
      """
    case .reportFonts:
      """
      Install Noto Sans (`fonts-noto-core`) or DejaVu Sans, or name a folder that has one of them in \
      `$KOSH_FONTS`.
      """
    case .databaseDamaged:
      "Stop, keep the file as it is, and go back to the last proven backup."
    case .verifyFailed:
      "Stop, keep the file, and compare with the last backup that verifies."
    }
  }
}
