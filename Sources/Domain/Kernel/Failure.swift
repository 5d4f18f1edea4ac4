/// What went wrong, in the one form that every layer above the rules throws.
///
/// A transport reads only ``Code/kind``; people read ``detail``, then ``hint``.
package struct Failure: Error, Hashable, Sendable {
  package var code: Code
  /// One sentence for people, naming the value that offends.
  package var detail: String
  /// What to do next, where that is known.
  package var hint: String?
  /// The act behind a refusal, where the law is the reason.
  package var citation: Citation?

  package init(
    _ code: Code, _ detail: String, hint: String? = nil, citation: Citation? = nil
  ) {
    self.code = code
    self.detail = detail
    self.hint = hint
    self.citation = citation
  }
}

extension Failure: CustomStringConvertible {
  package var description: String { "\(code.rawValue): \(detail)" }
}
