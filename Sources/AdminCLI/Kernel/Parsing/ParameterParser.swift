import Domain

/// Reads the words after a command by its declarations; the first mistake is the answer.
struct ParameterParser {
  private let command: any Command.Type
  private let options: [CommandParameter]
  private let arguments: [CommandParameter]
  private var values: [String: [String]] = [:]
  private var taken = 0

  init(_ command: any Command.Type) {
    self.command = command
    options = command.options + GlobalOptions.parameters
    arguments = command.arguments
  }

  mutating func parse(_ words: [String]) throws(Failure) -> [String: [String]] {
    var words = words[...]
    var optionsEnded = false
    while let word = words.popFirst() {
      if optionsEnded || !isOption(word) {
        try take(argument: word)
      } else if word == "--" {
        optionsEnded = true
      } else if word.hasPrefix("--") {
        try take(long: word, &words)
      } else {
        try take(short: word, &words)
      }
    }
    for parameter in arguments + options where parameter.isRequired {
      guard values[parameter.name] != nil else { throw missing(parameter) }
    }
    return values
  }

  /// A lone dash is standard input, and `-5` is a number, unless a command has an option `-5`.
  private func isOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return false }
    guard let letter = word.dropFirst().first, letter.isNumber else { return true }
    return options.contains { $0.short == letter }
  }

  private mutating func take(argument word: String) throws(Failure) {
    guard taken < arguments.count else {
      throw Failure(
        .usage, "“\(word)” is one argument too many", hint: "usage: \(Help.usage(of: command))")
    }
    let argument = arguments[taken]
    if !argument.isRepeated { taken += 1 }
    try set(argument, to: word)
  }

  private mutating func take(long word: String, _ rest: inout ArraySlice<String>) throws(Failure) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let option = options.first(where: { $0.name == name }) else {
      let nearest = NearestName.to(name, in: options.map(\.name))
      throw unknown("--\(name)", nearest: nearest.map { "--\($0)" })
    }
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard option.isFlag else {
      guard let attached else { return try set(option, to: value(of: option, &rest)) }
      return try set(option, to: attached)
    }
    guard attached == nil else { throw Failure(.usage, "--\(name) takes no value") }
    try set(option, to: "")
  }

  /// `-o FILE`, `-oFILE`, and flags in a bundle.
  private mutating func take(short word: String, _ rest: inout ArraySlice<String>) throws(Failure) {
    // `-force` must not be read as `-f -o rce`.
    if let long = options.first(where: { "-\($0.name)" == word }) {
      throw unknown(word, nearest: "--\(long.name)")
    }
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        throw unknown("-\(letter)", nearest: nil)
      }
      guard option.isFlag else {
        let attached = letters.first == "=" ? letters.dropFirst() : letters
        let given = try attached.isEmpty ? value(of: option, &rest) : String(attached)
        return try set(option, to: given)
      }
      try set(option, to: "")
    }
  }

  /// The next word, unless it is plainly another option whose own place was meant.
  private func value(
    of option: CommandParameter, _ rest: inout ArraySlice<String>
  ) throws(Failure) -> String {
    guard let word = rest.first, !isOption(word) else {
      let hint = rest.first.map { "to give “\($0)” as its value, write --\(option.name)=\($0)" }
      throw Failure(.usage, "--\(option.name) needs a value: \(option.typed)", hint: hint)
    }
    rest.removeFirst()
    return word
  }

  private mutating func set(_ parameter: CommandParameter, to value: String) throws(Failure) {
    if values[parameter.name] != nil, !parameter.isRepeated {
      throw Failure(.usage, "\(parameter.shown) is given twice")
    }
    if !parameter.choices.isEmpty, !parameter.choices.contains(value) {
      let nearest = NearestName.to(value, in: parameter.choices)
      throw Failure(
        .usage,
        "\(parameter.shown): “\(value)” is not one of \(parameter.choices.joined(separator: ", "))",
        hint: nearest.map { "did you mean \($0)?" })
    }
    values[parameter.name, default: []].append(value)
  }

  private func unknown(_ option: String, nearest: String?) -> Failure {
    let hint = nearest.map { "did you mean \($0)?" }
    return Failure(
      .usage, "unknown option \(option)",
      hint: hint ?? "`kosh \(command.words) --help` lists the options")
  }

  private func missing(_ parameter: CommandParameter) -> Failure {
    let words = parameter.isArgument ? "is missing" : "is required"
    return Failure(
      .usage, "\(parameter.shown) \(words)", hint: "usage: \(Help.usage(of: command))")
  }
}
