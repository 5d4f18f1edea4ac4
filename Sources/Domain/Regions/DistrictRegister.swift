/// The districts that the sources name: of some regions all, of some a few, of most none.
package struct DistrictRegister: Sendable {
  /// In the order of their regions, then as the sources give them.
  package let all: [District]

  /// Throws `rule.malformed` where a region is not known, has a district twice, or has another's
  /// classifier code.
  package init(_ districts: [District], _ register: RegionRegister) throws(Failure) {
    var names: Set<[String]> = []
    var codes: Set<String> = []
    for district in districts {
      let name = district.name.en
      guard let region = register.region(district.region) else {
        throw Failure(.ruleMalformed, "districts: \(district.region) is not a region")
      }
      guard names.insert([region.code, name]).inserted else {
        throw Failure(.ruleMalformed, "districts: \(region.code) has \(name) twice")
      }
      guard let kato = district.kato else { continue }
      guard kato.utf8.count == 9, kato.utf8.allSatisfy({ (48...57).contains($0) }),
        kato.hasPrefix(region.kato.prefix(2))
      else {
        throw Failure(.ruleMalformed, "districts: \(kato) is not a code in \(region.code)")
      }
      guard codes.insert(kato).inserted else {
        throw Failure(.ruleMalformed, "districts: two have the code \(kato)")
      }
    }
    all = districts
  }

  /// The districts known of a region; none known does not mean that it has none.
  package func districts(of region: String) -> [District] { all.filter { $0.region == region } }
}
