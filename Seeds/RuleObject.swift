internal import Domain

/// An object of a rule file; every reader throws `rule.malformed`.
struct RuleObject {
  let place: String
  let fields: [String: JSONValue]

  /// Refuses keys that are not known, so that a mistyped one cannot be passed over.
  init(_ json: JSONValue, at place: String, knows keys: [String]) throws(Failure) {
    guard case .object(let fields) = json else {
      throw Failure(.ruleMalformed, "\(place): this is not an object")
    }
    self.place = place
    self.fields = fields
    for key in fields.keys.sorted() where !keys.contains(key) {
      throw malformed("the key “\(key)” is unknown")
    }
  }

  func malformed(_ detail: String) -> Failure { Failure(.ruleMalformed, "\(place): \(detail)") }

  func has(_ key: String) -> Bool { fields[key] != nil }

  func object(_ key: String, knows keys: [String]) throws(Failure) -> RuleObject {
    guard let json = fields[key] else { throw malformed("“\(key)” is missing") }
    return try RuleObject(json, at: "\(place), \(key)", knows: keys)
  }

  func text(_ key: String) throws(Failure) -> String {
    guard case .text(let text)? = fields[key], !text.isEmpty else {
      throw malformed("“\(key)” is missing, or no text")
    }
    return text
  }

  func date(_ key: String) throws(Failure) -> LocalDate {
    let text = try text(key)
    guard let date = LocalDate(iso: text) else {
      throw malformed("“\(text)” in “\(key)” is not a date")
    }
    return date
  }
}
