import Domain

/// What every act about a person is given: the person, why, and on what paper.
enum PersonGround {
  static let parameters = parameters(needsPaper: false)

  static func parameters(needsPaper: Bool) -> [CommandParameter] {
    [
      .option("reason", "TEXT", "why, in your words", required: true),
      .option(
        "document", "TEXT", "the paper it rests on, such as “certificate 12-345”",
        required: needsPaper),
    ]
  }
}
