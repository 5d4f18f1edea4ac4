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
  /// The source of an order with its number, in a form that reads in every language; one that names
  /// no other source is its own.
  func asOrder(_ number: String) -> Citation {
    let name = "№ \(number)"
    guard source != "order \(number)" else { return Citation(name, standing: standing) }
    return Citation(source, article: name, standing: standing)
  }
}
