/// Splits an example as a shell would, with quotes of both kinds; nothing is expanded.
package enum ShellWords {
  /// The words up to a pipe or a redirection; nil where a quote is left open.
  package static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == "|" || character == ">" || character == "<" {
        break
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let last = word { words.append(last) }
    return quote == nil ? words : nil
  }
}
