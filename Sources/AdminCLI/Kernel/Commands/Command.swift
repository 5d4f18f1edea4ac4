package import Domain

/// One command in one file: what it is called, what it takes, and what it does.
///
/// The declarations feed the parser, help, usage errors, shell completions, the manual and the
/// reference page, so none of them can fall behind the others. ``init(_:)`` reads the arguments
/// and touches nothing; ``run(in:)`` acts.
package protocol Command: SendableMetatype {
  /// The words after `kosh`: `family import`.
  static var words: String { get }
  /// One sentence.
  static var summary: String { get }
  /// More, where one sentence is too little; paragraphs are parted by an empty line.
  static var details: String { get }
  /// Whole command lines that work, at least one.
  static var examples: [String] { get }
  /// Its own arguments and options; the options of every command are added to them.
  static var parameters: [CommandParameter] { get }

  init(_ arguments: Arguments) throws(Failure)

  func run(in context: Context) throws(Failure)
}

extension Command {
  package static var details: String { "" }
  package static var parameters: [CommandParameter] { [] }

  /// The words one by one.
  static var path: [String] { words.split(separator: " ").map(String.init) }

  static var arguments: [CommandParameter] { parameters.filter(\.isArgument) }
  static var options: [CommandParameter] { parameters.filter { !$0.isArgument } }
}
