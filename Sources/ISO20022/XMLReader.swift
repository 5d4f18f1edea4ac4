internal import CLibXML2
import Domain

/// Reads an XML document element by element, by libxml2, from a file that nobody vouches for.
///
/// Nothing outside the file is ever opened. A document type is refused before the library sees it,
/// so there is no entity to expand; the library itself refuses elements nested deeper than 256.
struct XMLReader: ~Copyable {
  /// The largest file, in bytes: 64 MiB.
  static let largestFile = 64 * 1024 * 1024

  /// The file's name, for messages.
  private let file: String
  private let reader: xmlTextReaderPtr
  private let fault: FirstFault
  /// The namespace of the root element, once that is read.
  private(set) var namespace = ""

  /// What the library found wrong first.
  private final class FirstFault {
    var line = 0
    var words = ""
  }

  /// The bytes must stay where they are for as long as the reader is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(Failure) {
    guard bytes.count <= Self.largestFile else {
      throw Failure(.inputMalformed, "\(file): the file is larger than 64 MiB")
    }
    try XMLProlog.check(bytes, file: file)
    LibXML2.ready
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_BIG_LINES.rawValue
    let reader = bytes.withMemoryRebound(to: CChar.self) {
      xmlReaderForMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
    }
    guard let reader else { throw Failure(.fault, "\(file): libxml2 gave no reader") }
    self.file = file
    self.reader = reader
    fault = FirstFault()
    let context = Unmanaged.passUnretained(fault).toOpaque()
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context, let error, error.pointee.level != XML_ERR_WARNING else { return }
        let fault = Unmanaged<FirstFault>.fromOpaque(context).takeUnretainedValue()
        guard fault.words.isEmpty else { return }
        fault.line = Int(error.pointee.line)
        fault.words = error.pointee.message.map { String(cString: $0).trimmed } ?? "not XML"
      }, context)
  }

  deinit { xmlFreeTextReader(reader) }

  /// How deep the element stands; the root is 0.
  var depth: Int { Int(xmlTextReaderDepth(reader)) }

  var line: Int { xmlTextReaderCurrentNode(reader).map { xmlGetLineNo($0) } ?? 0 }

  /// The local name of the element, or nil where it is of another namespace than the root.
  var name: String? {
    guard let name = xmlTextReaderConstLocalName(reader), owner == namespace else { return nil }
    return String(cString: name)
  }

  private var owner: String {
    xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } ?? ""
  }

  /// Moves to the root element and takes its namespace for the document's.
  mutating func readRoot() throws(Failure) {
    guard try next() else { throw malformed(line: 1, "the file has no element") }
    namespace = owner
  }

  /// Moves to the start of the next element, in or behind this one; false at the end of the file.
  mutating func next() throws(Failure) -> Bool {
    while true {
      guard try succeeded(xmlTextReaderRead(reader)) else { return false }
      if isAtElement { return true }
    }
  }

  /// Moves to the next element that is not inside this one; false at the end of the file.
  mutating func skip() throws(Failure) -> Bool {
    guard try succeeded(xmlTextReaderNext(reader)) else { return false }
    if isAtElement { return true }
    return try next()
  }

  /// Reads all that is inside the element; valid until the reader moves.
  mutating func whole() throws(Failure) -> XMLElement {
    let node = xmlTextReaderExpand(reader)
    guard fault.words.isEmpty, let node else { throw notWellFormed }
    return XMLElement(node, in: namespace)
  }

  func malformed(line: Int, _ message: String) -> Failure {
    Failure(.inputMalformed, "\(file), line \(line): \(message)")
  }

  private var isAtElement: Bool {
    xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue)
  }

  /// True for 1, false for 0: the library's answer to a move; an error is thrown.
  private func succeeded(_ answer: Int32) throws(Failure) -> Bool {
    guard answer >= 0, fault.words.isEmpty else { throw notWellFormed }
    return answer == 1
  }

  private var notWellFormed: Failure {
    malformed(line: max(1, fault.line), "the XML is not well-formed (\(fault.words))")
  }
}
