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

  /// A line that ``split(_:)`` takes apart again; of a word with both kinds of quotes the double ones
  /// become single.
  package static func joined(_ words: [String]) -> String {
    words.map { word in
      let isPlain =
        !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-._:/".contains($0) }
      if isPlain { return word }
      let quote = word.contains("'") ? "\"" : "'"
      let safe = quote == "\"" ? String(word.map { $0 == "\"" ? "'" : $0 }) : word
      return "\(quote)\(safe)\(quote)"
    }.joined(separator: " ")
  }
}
