/// What was taken off a word to come to the name it is made of.
package enum NameEnding: String, Hashable, Sendable, CaseIterable {
  /// -ов, -ев, -ин, -ова, -OV, -OW.
  case surname
  /// -ұлы, -ович, -oglu, -o'g'li, уулу.
  case fatherSon = "father_son"
  /// -қызы, -овна, -gyzy, -qizi.
  case fatherDaughter = "father_daughter"
  /// -ын, -ийн of Mongolia: the father's name, “of Серік”.
  case genitive

  /// For people: what the ending says.
  package var meaning: String {
    switch self {
    case .surname: "of a surname"
    case .fatherSon: "son of"
    case .fatherDaughter: "daughter of"
    case .genitive: "of the father"
    }
  }
}
