internal import Domain

/// A file of families in one of the shapes that Kosh reads.
struct IntakeSource {
  // One of the two is there; they stay in their places, so that reading copies neither.
  private var intake: IntakeFile?
  private var export: ExportFile?
  private let reader: IntakeReader
  private let exportReader: ExportReader?

  init(_ work: ImportFamilies, _ reader: IntakeReader) throws(Failure) {
    self.reader = reader
    switch work.format {
    case .intake:
      intake = try IntakeFile(work.bytes, name: work.fileName)
      exportReader = nil
    case .officeExport:
      export = try ExportFile(work.bytes, name: work.fileName)
      exportReader = ExportReader(
        regions: reader.regions, countries: reader.countries, today: reader.today)
    }
  }

  var familyCount: Int { intake?.familyCount ?? export?.familyCount ?? 0 }
  var rowCount: Int { intake?.rowCount ?? export?.rowCount ?? 0 }

  /// What is to be said of the file as a whole, before its families and after them.
  var openingWarning: IntakeProblem? { export?.notTaken }
  var closingWarning: IntakeProblem? { export?.dotted }

  /// What the file calls its column of IINs.
  var iinColumn: String {
    intake == nil ? ExportColumn.iin.rawValue : IntakeField.iin.name
  }

  /// A family's rows as the form has them, and what became of them.
  mutating func read(
    _ family: Int
  ) throws(Failure) -> (rows: [IntakeRow], reading: IntakeReader.Reading) {
    if let exportReader, let read = try export?.read(family, exportReader, reader) { return read }
    guard let (rows, problems) = try intake?.rows(ofFamily: family) else {
      return ([], IntakeReader.Reading())
    }
    guard problems.isEmpty else { return (rows, IntakeReader.Reading(problems: problems)) }
    return (rows, reader.read(rows))
  }
}
