/// The pages of a report: which blocks stand on which.
///
/// A run of blocks that keep with the next is moved to a new page as one. What is higher than a
/// page begins on a new one, and no block is dropped.
struct PDFPages {
  private(set) var pages: [Range<Int>] = []

  private let blocks: [PDFBlock]
  private let table: PDFTable
  private let frame: PDFFrame
  private var start = 0
  private var used = 0.0
  private var hasHead = false

  init(_ blocks: [PDFBlock], _ table: PDFTable, _ frame: PDFFrame) {
    self.blocks = blocks
    self.table = table
    self.frame = frame
    var index = 0
    while index < blocks.count {
      var end = index + 1
      while end < blocks.count, blocks[end - 1].keepsWithNext { end += 1 }
      place(index..<end)
      index = end
    }
    pages.append(start..<blocks.count)
  }

  private mutating func place(_ run: Range<Int>) {
    let height = height(of: run)
    if used + height > frame.height, run.lowerBound > start {
      turn(before: run.lowerBound)
      // A run longer than a page is laid down block by block.
      if self.height(of: run) > frame.height { return placeApart(run) }
    } else if used + height > frame.height {
      return placeApart(run)
    }
    used += self.height(of: run)
    if blocks[run].contains(where: \.piece.isOfTable) { hasHead = true }
  }

  private mutating func placeApart(_ run: Range<Int>) {
    var index = run.lowerBound
    while index < run.upperBound {
      var one = index..<(index + 1)
      // The last two stand together where they can: the last may be the place for signatures.
      let rest = index..<run.upperBound
      if rest.count == 2, height(of: rest) <= frame.height { one = rest }
      if used + height(of: one) > frame.height, index > start { turn(before: index) }
      used += height(of: one)
      if blocks[one].contains(where: \.piece.isOfTable) { hasHead = true }
      index = one.upperBound
    }
  }

  private mutating func turn(before index: Int) {
    pages.append(start..<index)
    start = index
    used = 0
    hasHead = false
  }

  /// The height of the blocks on the present page, with the head of the table where it is lacking.
  private func height(of run: Range<Int>) -> Double {
    var height = 0.0
    var hasHead = hasHead
    for index in run {
      let block = blocks[index]
      if block.piece.isOfTable, !hasHead {
        hasHead = true
        height += table.headHeight
        if let group = block.piece.continuedGroup, let title = table.continuedTitle(of: group) {
          height += table.titleHeight(title)
        }
      }
      height += block.height
    }
    return height
  }
}
