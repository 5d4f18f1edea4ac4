/// What a command takes: an argument by place, an option with a value, or a flag.
package struct CommandParameter: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case argument
    /// With the name that stands for its value in help: `FILE`, `DATE`.
    case option(value: String)
    case flag
  }

  /// Without dashes: `region`.
  package var name: String
  package var form: Form
  /// A phrase, in lower case and without a full stop.
  package var help: String
  /// One letter, for `-o`.
  package var short: Character?
  package var isRequired = false
  package var isRepeated = false
  /// The only values allowed; empty where any is.
  package var choices: [String] = []
  package var defaultValue: String?
  /// Where the value comes from when the line does not give it.
  package var environment: String?

  /// An argument by its place; `optional` ones come last, and only the last may repeat.
  package static func argument(
    _ name: String, _ help: String, optional: Bool = false, repeated: Bool = false,
    choices: [String] = []
  ) -> CommandParameter {
    CommandParameter(
      name: name, form: .argument, help: help, isRequired: !optional, isRepeated: repeated,
      choices: choices)
  }

  package static func option(
    _ name: String, _ value: String, _ help: String, short: Character? = nil,
    required: Bool = false, repeated: Bool = false, choices: [String] = [],
    default defaultValue: String? = nil, environment: String? = nil
  ) -> CommandParameter {
    CommandParameter(
      name: name, form: .option(value: value), help: help, short: short, isRequired: required,
      isRepeated: repeated, choices: choices, defaultValue: defaultValue, environment: environment)
  }

  package static func flag(
    _ name: String, _ help: String, short: Character? = nil
  ) -> CommandParameter {
    CommandParameter(name: name, form: .flag, help: help, short: short)
  }
}

extension CommandParameter {
  var isArgument: Bool { form == .argument }
  var isFlag: Bool { form == .flag }

  /// The name of its value in help, such as `FILE`.
  var valueName: String {
    switch form {
    case .argument: name.uppercased()
    case .option(let value): value
    case .flag: ""
    }
  }

  /// As people are told of it: `FILE` or `--region`.
  var shown: String { isArgument ? valueName : "--\(name)" }

  /// As it is typed: `FILE`, `--region CODE` or `--json`.
  var typed: String {
    switch form {
    case .argument: valueName
    case .option(let value): "--\(name) \(value)"
    case .flag: "--\(name)"
    }
  }

  /// Its place in a usage line: `FILE`, `[--region CODE]`, `[NAME …]`.
  var usage: String {
    let repeated = isRepeated ? "\(typed) …" : typed
    return isRequired ? repeated : "[\(repeated)]"
  }

  /// Its line in help, with its choices, its default and its environment variable.
  var explanation: String {
    var text = help
    if !choices.isEmpty { text += ": \(choices.joined(separator: ", "))" }
    var extras: [String] = []
    if isRequired, !isArgument { extras.append("required") }
    if isRepeated { extras.append("may be repeated") }
    if let environment { extras.append("else $\(environment)") }
    if let defaultValue { extras.append("default: \(defaultValue)") }
    if !extras.isEmpty { text += " (\(extras.joined(separator: "; ")))" }
    return text
  }

  /// Whether its value is the name of a file, which shells can complete.
  var takesFile: Bool { valueName == "FILE" }
}
