/// The best one-to-one pairing of two small groups.
package enum Assignment {
  /// For each row the column it is given, or nil; the sum of the values is as large as can be.
  ///
  /// `values` has a row for each of one group and a column for each of the other. A pair whose
  /// value is not positive is never made. The Hungarian method with potentials, O(n²m).
  package static func best(_ values: [[Int]]) -> [Int?] {
    let rows = values.count
    guard let width = values.first?.count, width > 0 else {
      return Array(repeating: nil, count: rows)
    }
    // Every row has a column of its own, worth nothing, beside the real ones.
    let columns = width + rows
    func cost(_ row: Int, _ column: Int) -> Int {
      column < width ? -max(0, values[row][column]) : 0
    }
    var ofRow = Array(repeating: 0, count: rows + 1)
    var ofColumn = Array(repeating: 0, count: columns + 1)
    var rowOf = Array(repeating: 0, count: columns + 1)
    var way = Array(repeating: 0, count: columns + 1)
    for row in 1...rows {
      rowOf[0] = row
      var column = 0
      var least = Array(repeating: Int.max, count: columns + 1)
      var isUsed = Array(repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = rowOf[column]
        var (delta, next) = (Int.max, 0)
        for candidate in 1...columns where !isUsed[candidate] {
          let reduced = cost(current - 1, candidate - 1) - ofRow[current] - ofColumn[candidate]
          if reduced < least[candidate] {
            least[candidate] = reduced
            way[candidate] = column
          }
          if least[candidate] < delta { (delta, next) = (least[candidate], candidate) }
        }
        for candidate in 0...columns {
          if isUsed[candidate] {
            ofRow[rowOf[candidate]] += delta
            ofColumn[candidate] -= delta
          } else if least[candidate] < Int.max {
            least[candidate] -= delta
          }
        }
        column = next
      } while rowOf[column] != 0
      repeat {
        let previous = way[column]
        rowOf[column] = rowOf[previous]
        column = previous
      } while column != 0
    }
    var given: [Int?] = Array(repeating: nil, count: rows)
    for column in 1...width where rowOf[column] != 0 {
      let row = rowOf[column] - 1
      if values[row][column - 1] > 0 { given[row] = column - 1 }
    }
    return given
  }
}
