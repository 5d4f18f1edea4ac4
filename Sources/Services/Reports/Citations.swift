import Domain

extension [Citation] {
  /// Each once, in their order.
  var unique: [Citation] {
    var found: [Citation] = []
    for citation in self where !found.contains(citation) { found.append(citation) }
    return found
  }
}

extension Citation {
  /// The source of an order; one that names no other is its own.
  func asOrder(_ number: String) -> Citation {
    let name = "order \(number)"
    guard source != name else { return self }
    var citation = self
    citation.article = name
    return citation
  }
}
