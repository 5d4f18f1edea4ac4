import Domain
import Testing

/// Three bits a class, the first highest.
@Suite("Skeletons")
struct SkeletonTests {
  @Test("Classes are packed from the first to the last")
  func packing() throws {
    // N 7, L 5, N 7: 0b111_101_111.
    let skeleton = try NameWordTests.word("Нұрлан").skeleton
    #expect(skeleton.code == 0b111_101_111)
    #expect(skeleton.count == 3)
    #expect(skeleton == Skeleton(code: 495))
    #expect(Skeleton.empty.count == 0)
    #expect(Skeleton.empty.description.isEmpty)
    #expect(Skeleton(code: 1).count == 1)
  }

  @Test("Nine classes at most, which is below 2 to the 27th")
  func longest() throws {
    let skeleton = try NameWordTests.word("Бекмұхаммедрахметбайсал").skeleton
    #expect(skeleton.count == Skeleton.longest)
    #expect(skeleton.code < 1 << 27)
    #expect(skeleton.description == "PKMKMTLKM")
  }

  @Test("Neighbours of one class count once, parted ones twice")
  func neighbours() throws {
    #expect(try NameWordTests.word("Қабдолла").skeleton.description == "KPTL")
    #expect(try NameWordTests.word("Марал").skeleton.description == "MLL")
    #expect(try NameWordTests.word("Malali").skeleton.description == "MLL")
  }
}
