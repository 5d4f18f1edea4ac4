internal import CLibXML2
import Domain

/// An element of a document that is being read; it is gone when the reader moves on.
///
/// Elements of another namespace than the document's are passed over, as the standard has it for
/// supplementary data.
struct XMLElement {
  private let node: xmlNodePtr
  private let namespace: String

  init(_ node: xmlNodePtr, in namespace: String) {
    self.node = node
    self.namespace = namespace
  }

  var name: String { String(cString: node.pointee.name) }

  /// The line of the file on which the element starts.
  var line: Int { xmlGetLineNo(node) }

  /// The children of this name, in order.
  func children(_ name: String) -> [XMLElement] {
    var found: [XMLElement] = []
    var next = node.pointee.children
    while let child = next {
      if isOurs(child), xmlStrEqual(child.pointee.name, name) == 1 {
        found.append(XMLElement(child, in: namespace))
      }
      next = child.pointee.next
    }
    return found
  }

  /// The first element at the end of a path of names.
  func descendant(_ path: [String]) -> XMLElement? {
    var element = self
    for name in path {
      guard let child = element.children(name).first else { return nil }
      element = child
    }
    return element
  }

  /// The text of the element itself, without white space at its ends.
  var text: String {
    var bytes: [UInt8] = []
    var next = node.pointee.children
    while let child = next {
      let type = child.pointee.type
      if type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE, let start = child.pointee.content
      {
        bytes += UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start)))
      }
      next = child.pointee.next
    }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  /// The value of an attribute that belongs to no namespace.
  func attribute(_ name: String) -> String? {
    var next = node.pointee.properties
    while let attribute = next {
      if attribute.pointee.ns == nil, xmlStrEqual(attribute.pointee.name, name) == 1 {
        guard let start = attribute.pointee.children?.pointee.content else { return "" }
        return String(cString: start)
      }
      next = attribute.pointee.next
    }
    return nil
  }

  private func isOurs(_ node: xmlNodePtr) -> Bool {
    guard node.pointee.type == XML_ELEMENT_NODE, let owner = node.pointee.ns else { return false }
    return xmlStrEqual(owner.pointee.href, namespace) == 1
  }
}
