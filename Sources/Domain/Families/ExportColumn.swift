/// A column of the kandas register's export, by the code in its second header row.
package enum ExportColumn: String, Hashable, Sendable, CaseIterable {
  case applicationID = "APP_ID"
  case applicant = "APPLICANT"
  case relation = "RELATION_DEGREE"
  case iin = "IIN"
  case surname = "SURNAME"
  case firstName = "FIRSTNAME"
  case patronymic = "PATRONYMIC"
  case birthDate = "DATE_BIRTH"
  case age = "VOZRAST"
  case sex = "GENDER"
  case citizenship = "CITIZENSHIP_COUNTRY"
  case familyType = "FAMILY_TYPE"
  case occupation = "OCCUPATIONA"
  case tripPurpose = "TRIP_PURPOSE"
  case decisionNumber = "DECISION_NUM"
  case decisionDate = "DECISION_DATE"
  case formRegion = "ANKETA_REGION"
  case formDistrict = "ANKETA_DISTRICT"
  case formAddress = "ANKETA_ADDRESS"
  case contactIIN = "CONTACT_PERSON_IIN"
  case certificateNumber = "ORALMAN_DOCUMENT_NUMBER"
  case statusDate = "DATE_ORALMAN_STATUS"
  case region = "KANDAS_REGION"
  case district = "KANDAS_DISTRICT"
  case address = "KANDAS_ADDRESS"
  case quotaNumber = "QUOTA_NUMBER"
  case quotaDate = "QUOTA_DATE"
  case katoRegion = "KATO_REG"
  case katoRegionName = "KATO_REGNAME"
  case katoDistrict = "KATO_RAI"
  case katoDistrictName = "KATO_RAINAME"
  case city = "REG_ADDRESS_CITY"
  case street = "REG_ADDRESS_STREET"
  case building = "REG_ADDRESS_BUILDING"
  case flat = "REG_ADDRESS_FLAT"
  case education = "EDUCATION"
  case institution = "INSTITUTION"
  case educationBegins = "EDUCATION_BEG_DATE"
  case educationEnds = "EDUCATION_END_DATE"
  case diplomaNumber = "DIPLOMA_NUM"
  case speciality = "SPECIALITY"
  case degree = "DEGREE"
  case title = "TITLE"
  case isHigher = "VUZ"
  case isCollege = "TIPO"
  case isSchool = "SREDNEE"
  case labourCountry = "LABOR_COUNTRY"
  case labourCity = "CITY"
  case labourCompany = "COMPANY"
  case labourPost = "POST"
  case labourBegins = "LABOR_BEG_DATE"
  case labourEnds = "LABOR_END_DATE"
  case experience = "WORK_EXPERIENCE"
  case militaryCountry = "MILITARY_COUNTRY"
  case militaryBranch = "BRANCH"
  case militaryBegins = "MILITARY_BEG_DATE"
  case militaryEnds = "MILITARY_END_DATE"
  case working = "WORKING"
  case car = "AVTO"
  case property = "NEDV"
  case socialStatus = "SMZ"
  case familyCategory = "SDU"
}

extension ExportColumn {
  /// What an export cannot do without.
  package static let required: [ExportColumn] = [
    .applicationID, .applicant, .relation, .surname, .firstName, .birthDate, .sex,
  ]

  /// The field of the intake form that takes the column; nil where none does.
  package var field: IntakeField? {
    switch self {
    case .applicationID: .familyRef
    case .relation, .applicant: .relation
    case .iin: .iin
    case .surname: .familyName
    case .firstName: .givenName
    case .patronymic: .patronymic
    case .birthDate: .birthDate
    case .sex: .sex
    case .citizenship: .citizenship
    case .occupation: .occupation
    case .region: .destinationRegion
    case .education: .education
    default: nil
    }
  }

  /// The column under which a problem with a field of the intake form is told.
  package static func column(of field: String) -> ExportColumn? {
    // A relation is told of by its own words, not by the applicant's mark.
    allCases.first { $0 != .applicant && $0.field?.name == field }
  }

  /// Columns of a person's records of education, work and service, for each of which the
  /// export repeats the person's row.
  package var isRecord: Bool {
    switch self {
    case .education, .institution, .educationBegins, .educationEnds, .diplomaNumber, .speciality,
      .degree, .title, .isHigher, .isCollege, .isSchool, .labourCountry, .labourCity,
      .labourCompany, .labourPost, .labourBegins, .labourEnds, .militaryCountry, .militaryBranch,
      .militaryBegins, .militaryEnds:
      true
    default: false
    }
  }

  /// True where the register has no place for what the column says, and it cannot be reckoned.
  package var isNotTaken: Bool { field == nil && self != .age }
}

/// One row of an export, as text under its columns; empty where the export is.
package struct ExportRow: Hashable, Sendable {
  /// The line in the file, from 1.
  package var line: Int
  private var texts: [ExportColumn: String] = [:]

  package init(line: Int) { self.line = line }

  package subscript(_ column: ExportColumn) -> String {
    get { texts[column] ?? "" }
    set { texts[column] = newValue.isEmpty ? nil : newValue }
  }

  /// The columns that say something.
  var filled: [ExportColumn] { texts.keys.sorted { $0.rawValue < $1.rawValue } }
}
