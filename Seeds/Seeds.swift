package import Domain
internal import EmbeddedSeeds

/// The reference data, rules and examples that ship inside the binary.
package enum Seeds {
  /// The bytes of a file of Seeds/, such as `Reference/regions.csv`.
  ///
  /// Throws `fault` where the binary was built without it.
  package static func file(_ name: String) throws(Failure) -> [UInt8] {
    for index in 0..<seedCount where String(cString: seed(index).name) == name {
      return Array(UnsafeBufferPointer(start: seed(index).bytes, count: seed(index).count))
    }
    throw Failure(.fault, "the binary carries no file \(name)")
  }

  /// The names of all files, in the order in which they were embedded.
  package static var names: [String] {
    (0..<seedCount).map { String(cString: seed($0).name) }
  }

  private static var seedCount: Int { kosh_seed_count() }
  private static func seed(_ index: Int) -> kosh_seed { kosh_seed_at(index).pointee }
}
