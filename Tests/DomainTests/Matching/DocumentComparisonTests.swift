import Domain
import Testing

@Suite("Papers compared")
struct DocumentComparisonTests {
  typealias Paper = (type: String, number: String, issuer: String?)

  static let cases: [(one: Paper, other: Paper, level: MatchLevel?)] = [
    (("passport", "E1234567", "CHN"), ("passport", "E1234567", "CHN"), .documentSame),
    (("passport", "E1234567", "CHN"), ("passport", "е 123-45.67", nil), .documentSame),
    (("passport", "E1234567", "CHN"), ("passport", "Е 123-45.67", nil), .documentSame),
    (("passport", "E1234567", "CHN"), ("passport", "E1234567", "MNG"), nil),
    (("passport", "E1234567", "CHN"), ("id_card", "E1234567", "CHN"), nil),
    (("passport", "E1234567", "CHN"), ("passport", "E1234576", "CHN"), .documentTypo),
    (("passport", "E1234567", "CHN"), ("passport", "E1234568", "CHN"), .documentTypo),
    (("passport", "E1234567", "CHN"), ("passport", "E1234675", "CHN"), .documentUnlike),
    (("passport", "12345", "CHN"), ("passport", "12346", "CHN"), .documentUnlike),
  ]

  @Test("Numbers agree whatever hand wrote them", arguments: cases)
  func level(one: Paper, other: Paper, level: MatchLevel?) {
    let left = MatchDocument(type: one.type, number: one.number, issuer: one.issuer)
    let right = MatchDocument(type: other.type, number: other.number, issuer: other.issuer)
    #expect(DocumentComparison.level([left], [right])?.level == level)
    #expect(DocumentComparison.level([right], [left])?.level == level)
  }

  @Test("One paper in common is enough")
  func several() {
    let old = MatchDocument(type: "passport", number: "E1234567", issuer: "CHN")
    let new = MatchDocument(type: "passport", number: "E7654321", issuer: "CHN")
    #expect(DocumentComparison.level([new, old], [old])?.level == .documentSame)
    #expect(DocumentComparison.level([new], [old])?.level == .documentUnlike)
    #expect(DocumentComparison.level([], [old]) == nil)
  }
}
