/// By what those who arrived are counted.
package enum ArrivalGrouping: String, Hashable, Sendable, CaseIterable {
  case country, region, zone, age, education, district

  /// What a command may ask for: districts are of one region, and stand in its bulletin.
  package static let asked: [ArrivalGrouping] = [.country, .region, .zone, .age, .education]
}
