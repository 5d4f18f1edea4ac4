internal import CXlsxWriter
package import Domain
internal import Glibc

/// A workbook of Excel, written row by row by libxlsxwriter.
///
/// Rows go to a temporary file as they are written, so that memory does not grow with them: each
/// sheet takes its rows from the top down, and a row that has been left takes no more cells. Every
/// number is stored as the format stores numbers, a double: the same digits up to fifteen.
package final class Workbook {
  let library: UnsafePointer<kosh_xlsx>
  let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var isClosed = false

  /// A workbook that says it was made at `created`, so that the same rows give the same bytes.
  package init(title: String, created: Instant) throws(Failure) {
    var problem: UnsafePointer<CChar>?
    guard let library = kosh_xlsx(&problem) else {
      let reason = problem.map { String(cString: $0) } ?? "libxlsxwriter cannot be opened"
      throw Failure(
        .reportLibrary, "no XLSX can be made: \(reason)",
        hint: "install libxlsxwriter; on Debian and Ubuntu: apt install libxlsxwriter-dev")
    }
    let path = try Self.temporaryPath()
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = library.pointee.workbook_new_opt(path, &options) else {
      unlink(path)
      throw Failure(.fault, "no workbook could be begun")
    }
    self.library = library
    self.path = path
    self.book = book
    describe(title: title, created: created)
  }

  deinit {
    if !isClosed { _ = library.pointee.workbook_close(book) }
    unlink(path)
  }

  /// Ends the workbook and gives its bytes; nothing may be written afterwards.
  package func finish() throws(Failure) -> [UInt8] {
    isClosed = true
    try check(library.pointee.workbook_close(book))
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unwritable(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unwritable(errno) }
    let size = Int(status.st_size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while count < size {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        guard got > 0 || got < 0 && errno == EINTR else { break }
        count += max(0, got)
      }
      initialized = count
    }
    guard count == size else { throw Self.unwritable(errno) }
    return bytes
  }

  /// Adds a sheet; of sheets, only the last may be written to.
  package func addSheet(_ name: String) throws(Failure) -> Sheet {
    guard let sheet = library.pointee.workbook_add_worksheet(book, name) else {
      throw Failure(.fault, "no sheet “\(name)” could be added")
    }
    return Sheet(sheet, named: name, in: self)
  }

  func check(_ error: lxw_error) throws(Failure) {
    guard error != LXW_NO_ERROR else { return }
    if error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE {
      throw Failure(
        .reportTooLong, "a sheet has 1,048,576 rows, and this report has more",
        hint: "ask for a shorter period or one region, or take CSV")
    }
    let reason = library.pointee.lxw_strerror(error).map { String(cString: $0) } ?? ""
    throw Failure(.fault, "the workbook could not be written: \(reason)")
  }

  /// The library's form of a style, made once.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = library.pointee.workbook_add_format(book) else { return nil }
    style.apply(to: format, by: library)
    formats[style] = format
    return format
  }

  private func describe(title: String, created: Instant) {
    guard let title = strdup(title), let author = strdup("Kosh") else { return }
    defer {
      free(title)
      free(author)
    }
    var properties = lxw_doc_properties()
    properties.title = title
    properties.author = author
    // Zero would be taken for "now".
    properties.created = Int(max(1, created.milliseconds / 1000))
    _ = library.pointee.workbook_set_properties(book, &properties)
  }

  /// The library writes to a path, and zips from there.
  private static func temporaryPath() throws(Failure) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/kosh-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw unwritable(errno) }
    close(descriptor)
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func unwritable(_ code: Int32) -> Failure {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return Failure(.fileUnwritable, "the temporary file of a workbook: \(reason)")
  }
}
