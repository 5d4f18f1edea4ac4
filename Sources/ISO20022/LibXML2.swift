internal import CLibXML2

/// The library's own tables, made ready once before any thread uses them.
enum LibXML2 {
  static let ready: Void = xmlInitParser()
}
