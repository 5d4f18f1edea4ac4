/// How a text is set: its size in points, and its weight.
package struct PaperStyle: Hashable, Sendable {
  package var size: Double
  package var isBold: Bool

  package init(_ size: Double, bold: Bool = false) {
    self.size = size
    isBold = bold
  }
}

/// How an area is filled; each stays apart from the others on a grey printer.
package enum PaperFill: Hashable, Sendable {
  /// From 0, black, to 1, white.
  case grey(Double)
  /// The ink of the house.
  case ink
  /// Slanting lines.
  case hatched
  /// Upright and level lines.
  case crossed

  /// The fills of the parts of a chart, in their order.
  package static let parts: [PaperFill] = [.ink, .hatched, .grey(0.82), .crossed, .grey(1)]
}

/// Where a text stands within its width.
package enum PaperAlignment: Hashable, Sendable { case start, centre, end }

/// The size of a sheet in points, a seventy-second of an inch.
package struct PaperSize: Hashable, Sendable {
  package let width: Double
  package let height: Double

  package static let portrait = PaperSize(width: 595.276, height: 841.89)
  package static let landscape = PaperSize(width: 841.89, height: 595.276)
}
