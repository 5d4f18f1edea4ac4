extension Code {
  /// What the code says, in a sentence or two.
  package var meaning: String { page.meaning }

  /// What the person who meets it should do.
  package var remedy: String { page.remedy }

  /// Both stand together, so that whoever adds a code writes them together.
  private var page: (meaning: String, remedy: String) {
    switch self {
    case .usage:
      (
        "The command line has a word, an option or a value that the command does not take.",
        "Read the hint, or ask the command for `--help`."
      )
    case .fileUnreadable:
      (
        "A file that was named cannot be opened or read.",
        "Check its name and whether you may read it; the message has the system's reason."
      )
    case .fileUnwritable:
      (
        "A file that was named cannot be created or written.",
        "Check the folder, its rights and the space on the disk; nothing was left half written."
      )
    case .inputMalformed:
      (
        "A file is not in the form that was expected of it.",
        "Compare its first lines with the reference of input files, and look at the line named."
      )
    case .csvUTF8:
      (
        "A field holds bytes that are not UTF-8.",
        "Save the file as UTF-8; an office suite calls it “CSV UTF-8”."
      )
    case .csvQuote:
      (
        "A quoted field is not closed, or text follows its closing quote.",
        "Mend the quotes on the line named; a quote inside a field is written twice."
      )
    case .csvMissingColumn:
      (
        "The header lacks a column that the file must have.",
        "Add the column named; the order of columns is free."
      )
    case .csvUnknownColumn:
      (
        "The header has a column that Kosh does not know.",
        "Correct its spelling or take it out, so that nothing is silently lost."
      )
    case .csvFieldCount:
      (
        "A record has more or fewer fields than the header.",
        "Look for a stray comma or a missing quote on the line named."
      )
    case .fieldRequired:
      (
        "A field that must be filled is empty.",
        "Fill it from the family's papers."
      )
    case .fieldValue:
      (
        "A field holds a value that is not one of those allowed.",
        "Use a value from the reference; the message names the field and the value."
      )
    case .fieldTooLong:
      (
        "A field is longer than any true value could be.",
        "Check whether two fields have run together; shorten the text otherwise."
      )
    case .dateInvalid:
      (
        "A date is not in the calendar or not written as `YYYY-MM-DD`.",
        "Write the year, month and day in that order."
      )
    case .dateOrder:
      (
        "One date comes before another that it must follow.",
        "Compare both dates with the papers; the message names them."
      )
    case .iinInvalid:
      (
        "An IIN does not have twelve digits, or its control digit is wrong.",
        "Copy it again from the document; one digit was mistyped. A newcomer may have none yet."
      )
    case .binInvalid:
      (
        "A BIN does not have twelve digits, or its control digit is wrong.",
        "Copy it again from the certificate of registration."
      )
    case .ibanInvalid:
      (
        "An account number is not a Kazakh IBAN with valid check digits.",
        "Copy it again from the bank's paper; it starts with KZ and has twenty characters."
      )
    case .mrzInvalid:
      (
        "The machine-readable lines of a document have a wrong length, character or check digit.",
        "Scan or copy the lines again; a zero and the letter O are the usual slip."
      )
    case .mrzDiffers:
      (
        "The machine-readable zone of a paper says otherwise than the form, or less.",
        "Compare both with the paper. The form's word stands; a wrong one is corrected later."
      )
    case .numberInvalid:
      (
        "A register number is malformed, or its check character is wrong.",
        "Copy it again from the paper; the last character proves the others."
      )
    case .moneyInvalid:
      (
        "An amount is malformed, or larger than the register can hold.",
        "Write tenge with at most two places, such as `833815.50`."
      )
    case .countryUnknown:
      (
        "A country is not one of ISO 3166-1.",
        "Use the code of three letters, such as `CHN`, `MNG` or `UZB`."
      )
    case .regionUnknown:
      (
        "No region has that code or name on the date in question.",
        "`kosh region list` shows the regions of a date."
      )
    case .familyNoHead:
      (
        "No member of the family has the relation `head`.",
        "Mark exactly one of the family's rows as its head."
      )
    case .familyTwoHeads:
      (
        "More than one member of the family has the relation `head`.",
        "Decide who heads the family and give the others their relation to that person."
      )
    case .familyMember:
      (
        "A member cannot stand in this family as the file or command says.",
        "Read which member and which rule the message names, and correct that row."
      )
    case .personNoName:
      (
        "A person has no name in any script.",
        "Give at least one part of a name, in the script of the document."
      )
    case .importRefused:
      (
        "Some families of a file were refused; the others were saved.",
        "Mend what the file of rejects lists, and import it again: what was saved is unchanged."
      )
    case .intakeRepaired:
      (
        "A value of an office's export was mended, where only one meaning was possible.",
        "Nothing need be done. The warning names line, column, the value before and after."
      )
    case .intakeNotTaken:
      (
        "A file has columns that the register has no place for.",
        "Keep the file: decisions, certificates and diplomas in it are not in the register."
      )
    case .ruleMalformed:
      (
        """
        A file of rules or reference data is not sound: dates out of order, a citation missing, \
        a unit unknown.
        """,
        "Correct the file that the message names; nothing of it is in force."
      )
    case .databaseForeign:
      (
        "The file is a database of another program, or no database at all.",
        "Check the path in `--db`; Kosh does not touch such a file."
      )
    case .databaseNewer:
      (
        "The database was written by a newer version of Kosh.",
        "Update the program; an older one must not change a newer database."
      )
    case .databaseNotFound:
      (
        "There is no database at this path.",
        "Name one with `--db`, or create it with `kosh init`."
      )
    case .familyNotFound:
      (
        "No family is registered under this number.",
        "Look for it with `kosh family find`."
      )
    case .personNotFound:
      (
        "No person of this number is registered, or was at the moment asked about.",
        "Look for the person with `kosh family find` by name, document or IIN."
      )
    case .factNotFound:
      (
        "The register holds no such fact about the person on that day.",
        "`kosh person show` lists what is held, with its days."
      )
    case .familyWithdrawn:
      (
        "A family's number was withdrawn: the act that made the family has been undone.",
        "Use the number that the message names, or ask with `--known-at` what was held before."
      )
    case .undoNothing:
      (
        "No act on the family is left that could be undone.",
        "An undo itself is not undone: do the act again. `kosh family show` shows the family."
      )
    case .inclusionNotFound:
      (
        "The family has no such inclusion in a quota.",
        "`kosh family show` lists its inclusions."
      )
    case .grantNotFound:
      (
        "No allowance was granted under this number.",
        "`kosh family show` lists its grants."
      )
    case .userNotFound:
      (
        "No user has this name.",
        "`kosh user list` shows the users there are."
      )
    case .memberNotFound:
      (
        "The person is not a member of this family on the day in question.",
        "`kosh family show FAMILY --on DATE` shows who is; perhaps the day or the family is wrong."
      )
    case .marriageNotFound:
      (
        "The person is not married on the day in question, as far as the register knows.",
        "Look at the family on that day; if the marriage was never recorded, record it first."
      )
    case .personDiffers:
      (
        "Sex, full birth date, IIN or a marriage say that the two are not one person.",
        "Compare them with `kosh person compare`; where a record is wrong, `--despite` says why."
      )
    case .personFamilies:
      (
        "The person would belong to two families today.",
        "End one membership first, or in the same act with `--leave`."
      )
    case .matchDifferent:
      (
        "An officer decided that these two are different persons.",
        "Where that was a mistake, `kosh match decide` with `--same` decides anew."
      )
    case .quotaUnknown:
      (
        "No order has opened a quota of this kind and year.",
        "Enter the order with `kosh quota order` first."
      )
    case .quotaYearClosed:
      (
        "The year of the quota is over, and its unused places have lapsed.",
        "Use the quota of the current year."
      )
    case .quotaRegion:
      (
        "The order gives this region no places in the quota.",
        "Choose a region of the order, or enter the order that changes it."
      )
    case .quotaExhausted:
      (
        "The region has fewer free places than the family has people.",
        "Wait for a release, choose another region, or enter an order that adds places."
      )
    case .quotaSum:
      (
        "The regions of an order do not add up to its total.",
        "Compare the order's table with its total before entering it."
      )
    case .reservationExpired:
      (
        "The reservation's term ran out before it was confirmed, and its places went back.",
        "Reserve anew, if places are left."
      )
    case .allowanceNoScheme:
      (
        "No act in force on that day grants this allowance.",
        "Check the kind and the date; `kosh allowance quote` names the scheme of a day."
      )
    case .allowanceRateUnknown:
      (
        "The act is known, but not its rate for that day.",
        "Enter the rate with its source; Kosh does not guess amounts."
      )
    case .allowanceNotIncluded:
      (
        "The family is in no quota that entitles it to this allowance.",
        "Include the family first, or choose an allowance that asks for no quota."
      )
    case .allowanceFamily:
      (
        "The family does not meet a condition of the allowance.",
        "Read the condition and its article in the message."
      )
    case .familySplit:
      (
        "A family cannot be parted in this way.",
        """
        Somebody stays, the new family has a head of its own, and the head leaves only where a \
        new one is named; the message says which of these is not so.
        """
      )
    case .parameterUnknown:
      (
        """
        A rule needs a value, such as the monthly calculation index, that is not known for that \
        day.
        """,
        "Enter the value with its source in the rules that ship with Kosh."
      )
    case .calendarYear:
      (
        "The calendar of working days does not cover that year.",
        "Enter the government's order on days off for that year."
      )
    case .databaseExists:
      (
        "There is a database at this path already.",
        "Use it, or choose another path; Kosh never overwrites a database."
      )
    case .submissionDiffers:
      (
        "This submission was received before with other content.",
        "Compare both; send a correction as one, under its own reference."
      )
    case .iinTaken:
      (
        "Another person is registered with this IIN.",
        "Open the other record; they may be one person, to be merged."
      )
    case .factHeld:
      (
        "The register holds the same about the person already, or something that cannot hold at once.",
        "`kosh person show` lists it with its days; end the earlier one or give other days."
      )
    case .familyPlacesApart:
      (
        "Two families that are to be one hold places of one kind that cannot be held together.",
        "Release the places of one of them, or wait until they have ended; then join again."
      )
    case .undoBuiltUpon:
      (
        "Later acts rest on the one that is to be undone.",
        """
        Take back those that the message lists, the newest first; what cannot be taken back \
        stays, and is put right by an act of its own.
        """
      )
    case .personMerged:
      (
        "The two numbers are one person already.",
        "Nothing to do; `kosh person unmerge` takes a merge apart."
      )
    case .personNotMerged:
      (
        "The number is no old number of a merged person.",
        "Name the number that was merged into another; the hint lists those there are."
      )
    case .personKnown:
      (
        "Someone of the family is, or may be, registered already.",
        "Look at the person named; if it is another one, register with --accept-new and say why."
      )
    case .matchNoPairs:
      (
        "Weights cannot be estimated from a register in which nobody comes near anybody else.",
        "Use the weights that ship with Kosh."
      )
    case .matchNotIndexed:
      (
        "The register was filled before it had keys for finding doubles.",
        "Run kosh match index once."
      )
    case .placeHeld:
      (
        "The person already holds a place in a quota of this kind.",
        "Release the other place first, or transfer it."
      )
    case .reservationSettled:
      (
        "The reservation was confirmed or released already.",
        "Read the inclusion again; it changed meanwhile."
      )
    case .allowanceGranted:
      (
        "The family has received this allowance, or has been paid for that month.",
        "`kosh allowance explain` shows the earlier grant."
      )
    case .orderExists:
      (
        "An order of this number and date was entered before.",
        "Nothing to do if it is the same; give a corrected order its own number."
      )
    case .userExists:
      (
        "There is a user of this name already.",
        "Choose another name."
      )
    case .keyReused:
      (
        "This key was used for another command.",
        "Use a new key for a new command; repeat a command unchanged under its old key."
      )
    case .memberElsewhere:
      (
        "The person belongs to another family on that day; nobody belongs to two.",
        "End the other membership with `kosh family remove-member`, or join the families."
      )
    case .memberAlready:
      (
        "The person belongs to this family on that day already.",
        "There is nothing to add; to change a relation or a day, use `kosh family correct`."
      )
    case .marriageHeld:
      (
        "One of the two is married on that day, as the register knows it.",
        "Record the divorce or the death first, or look at the day again."
      )
    case .personDead:
      (
        "The person is recorded as dead by that day.",
        "Look at the number and the day again; the family's history names the act of death."
      )
    case .userUnknown:
      (
        "The person who acts is not a user of this database.",
        "Name a user with `--as` or `$KOSH_USER`, or have an administrator add you."
      )
    case .accessDenied:
      (
        "The user's role or region does not allow this.",
        "Ask someone whose duty it is, or an administrator for the role."
      )
    case .busy:
      (
        "Another process held the database for too long.",
        "Repeat the command; with the same `--key` it acts once."
      )
    case .fault:
      (
        "Something failed inside Kosh or the machine, such as a full disk.",
        "Nothing was half saved. Report it with the message if it comes again."
      )
    case .databaseDamaged:
      (
        "The database file is damaged.",
        "Stop, keep the file as it is, and go back to the last proven backup."
      )
    case .verifyFailed:
      (
        "A check of the stored records failed: a sum, a chain or a link is not as it must be.",
        "Stop, keep the file, and compare with the last backup that verifies."
      )
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
