/// A state programme that divided the country its own way.
package enum Programme: String, Hashable, Sendable, CaseIterable {
  /// Bright Migration, 2009 to 2011.
  case nurlyKosh = "nurly-kosh"

  package var name: LocalizedText {
    switch self {
    case .nurlyKosh: .message("word.nurly-kosh")
    }
  }
}
