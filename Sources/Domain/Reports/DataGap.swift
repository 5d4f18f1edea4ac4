/// Something in the register that somebody should look at.
package enum DataGap: String, Hashable, Sendable, CaseIterable {
  case noHead = "no-head"
  case severalHeads = "several-heads"
  case arrivalImpossible = "arrival-impossible"
  case iinMissing = "iin-missing"
  case iinDiffers = "iin-differs"
  case birthMissing = "birth-missing"
  case birthPartial = "birth-partial"
  case birthImpossible = "birth-impossible"
  case papersExpired = "papers-expired"

  package var name: LocalizedText {
    switch self {
    case .noHead: .message("data-gap.no-head")
    case .severalHeads:
      .message("data-gap.several-heads")
    case .arrivalImpossible: .message("data-gap.arrival-impossible")
    case .iinMissing: .message("data-gap.iin-missing")
    case .iinDiffers: .message("data-gap.iin-differs")
    case .birthMissing:
      .message("data-gap.birth-missing")
    case .birthPartial: .message("data-gap.birth-partial")
    case .birthImpossible:
      .message("data-gap.birth-impossible")
    case .papersExpired: .message("data-gap.papers-expired")
    }
  }
}
