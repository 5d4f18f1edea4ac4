internal import CLibXML2
import Domain

/// An XML document in the making, by libxml2: UTF-8, two spaces a level.
///
/// Texts are escaped by the library; whoever writes them has made sure that XML can hold them.
struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  /// False from the first call that failed: the library fails only when memory has run out.
  private var isSound = true

  /// Starts the document with its declaration.
  init() throws(Failure) {
    LibXML2.ready
    guard let buffer = xmlBufferCreate() else { throw Self.outOfMemory }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw Self.outOfMemory
    }
    self.buffer = buffer
    self.writer = writer
    note(xmlTextWriterSetIndent(writer, 1))
    note(xmlTextWriterSetIndentString(writer, "  "))
    note(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// An element with others inside it.
  mutating func element(
    _ name: String, _ attribute: (name: String, value: String)? = nil,
    _ content: (inout XMLWriter) -> Void
  ) {
    note(xmlTextWriterStartElement(writer, name))
    if let attribute { note(xmlTextWriterWriteAttribute(writer, attribute.name, attribute.value)) }
    content(&self)
    note(xmlTextWriterEndElement(writer))
  }

  /// An element with a text inside it.
  mutating func element(
    _ name: String, _ attribute: (name: String, value: String)? = nil, text: String
  ) {
    element(name, attribute) { xml in xml.note(xmlTextWriterWriteString(xml.writer, text)) }
  }

  /// Ends the document and gives its bytes.
  mutating func finish() throws(Failure) -> [UInt8] {
    note(xmlTextWriterEndDocument(writer))
    note(xmlTextWriterFlush(writer))
    guard isSound, let start = xmlBufferContent(buffer) else { throw Self.outOfMemory }
    return Array(UnsafeBufferPointer(start: start, count: Int(xmlBufferLength(buffer))))
  }

  private mutating func note(_ result: Int32) {
    if result < 0 { isSound = false }
  }

  private static var outOfMemory: Failure {
    Failure(.fault, "libxml2 could not write the document: memory has run out")
  }
}
